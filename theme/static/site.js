/* Large and plain type, printing, filters. ES5; without it every page is complete. */
(function () {
  'use strict';
  var style = document.documentElement.classList, tools = document.getElementById('tools'), LARGE = /[?&]large\b/, KEY = 'disclosureLarge';

  /* One form of all that means the same: width, case, blanks, brackets, dashes. */
  function fold(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); })
      .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff()[\]{}<>\u3008-\u3011\u3014-\u301b"'\u2018-\u201f\u00b7\u2022\u30fb]/g, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-').toLowerCase();
  }

  function make(tag, text, parent, attributes) {
    var made = document.createElement(tag), name;
    made.textContent = text;
    for (name in attributes) { made.setAttribute(name, attributes[name]); }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  function stored(key, value) {
    try {
      if (value) { localStorage[key] = value; }
      return localStorage[key];
    } catch (no) { return ''; }
  }

  /* A way to read that stays until it is put back: a class of the page, and where there is room for one a button. */
  function offer(word, back, name, key, asked) {
    var button = tools && make('button', word, tools);
    function turn(on) {
      style[on ? 'add' : 'remove'](name);
      if (button) { button.textContent = on ? back : word; }
      stored(key, on ? 'on' : 'off');
    }
    if (button) { button.onclick = function () { turn(!style.contains(name)); }; }
    turn(asked || stored(key) === 'on');
  }

  if (tools) { tools.textContent = ''; }
  offer('大字版', '标准字号', 'large', KEY, LARGE.test(location.search));
  if (document.querySelector('.sheet')) { offer('正文用黑体', '正文用仿宋', 'plain', 'disclosurePlain'); }
  if (tools) { make('button', '打印本页', tools).onclick = function () { print(); }; }

  /* Where nothing can be stored, links carry it on. */
  document.onclick = function (event) {
    var link = event.target;
    while (link && !link.href) { link = link.parentNode; }
    if (link && style.contains('large') && !stored(KEY) && link.host === location.host && !LARGE.test(link.search)) {
      link.search += (link.search ? '&' : '?') + 'large';
    }
  };

  function list(nodes) { return [].slice.call(nodes); }

  function words(cell) {
    var parts = list(cell.querySelectorAll('li,.mark')).map(function (part) { return part.textContent; });
    if (parts[0]) { return parts; }
    return cell.children[0] && cell.children[0].textContent === cell.textContent ? [cell.textContent] : cell.textContent.split('、');
  }

  /* Of a column of few and short words. */
  function choices(rows, at) {
    var found = [], long;
    rows.forEach(function (row) {
      words(row.cells[at]).forEach(function (word) {
        long = long || word.length > 22;
        if (found.indexOf(word) < 0) { found.push(word); }
      });
    });
    return !long && found[1] && !found[12] && found.length <= rows.length / 2 ? found.sort() : [];
  }

  /* A list in several pages: what is asked for may stand on another one. */
  var paged = document.querySelector('[aria-label="翻页"]');

  function filter(table, rows) {
    var picks = [], form = make('form', '', null, {'class': 'filter'}), box, said;
    function field(tag, text) { return make(tag, '', make('label', text + ' ', form)); }
    box = field('input', paged ? '在本页筛选' : '在下面筛选');
    list(table.tHead ? table.tHead.rows[0].cells : []).forEach(function (head, at) {
      var options = at && !/right/.test(head.className) ? choices(rows, at) : [], pick;
      if (!options[0]) { return; }
      pick = field('select', head.textContent);
      make('option', '全部', pick, {value: ''});
      options.forEach(function (word) { make('option', word, pick); });
      picks.push([at, pick]);
    });
    said = make('p', '', form, {role: 'status'});
    form.oninput = form.onchange = form.onsubmit = function () {
      var left = 0;
      rows.forEach(function (row) {
        row.hidden = fold(row.textContent).indexOf(fold(box.value)) < 0 || picks.some(function (pick) {
          return pick[1].value && words(row.cells[pick[0]]).indexOf(pick[1].value) < 0;
        });
        left += !row.hidden;
      });
      said.textContent = (paged ? '本页' : '') + (left ? '显示 ' + left + ' 项，共 ' + rows.length + ' 项' : '没有符合条件的') +
        (paged ? '。其他页上的，翻页以后再筛选，或者用“检索”查找。' : '');
      return false;
    };
    table.parentNode.insertBefore(form, table);
  }

  /* A table inside a card is short enough to be read, and cards with a table before them are found through it. */
  list(document.querySelectorAll('table.cards, .deck')).forEach(function (table) {
    var rows = list(table.tHead ? table.tBodies[0].rows : table.children), outer = table.parentNode;
    if (rows[9] && outer.nodeName !== 'LI' && (table.tHead || !outer.querySelector('.overview'))) { filter(table, rows); }
  });
  /* A drawing wider than the screen opens where it begins. */
  list(document.querySelectorAll('.drawing')).forEach(function (box) {
    var start = box.querySelector('.start'), at = start && start.getBoundingClientRect();
    if (start) { box.scrollLeft = at.left + at.width / 2 - box.getBoundingClientRect().left - box.clientWidth / 2; }
  });
  window.disclosure = {fold: fold, make: make};
}());

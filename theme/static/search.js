/* The search page: reads the data files (search_data.py), ranks exact before prefix before part, shows what it found. ES5. */
(function () {
  'use strict';
  var fold = window.disclosure.fold, make = window.disclosure.make, PAGE = 50;
  var shards = [], missing = 0, waiting = 0, hasAsked = false, form = document.getElementById('search');

  /* A data file calls this. Everything is folded once; of what rows share, each word once. */
  window.disclosureShard = function (shard) {
    shard.folded = shard.words.map(lines);
    shard.own = shard.rows.map(function (row) { return lines([row[2]].concat(row[5])); });
    shards.push(shard);
  };

  function lines(texts) { return '\n' + texts.map(fold).join('\n') + '\n'; }

  /* 3 the whole of a line, 2 its beginning, 1 a part, 0 nowhere. */
  function grade(text, term) {
    var at = text.indexOf(term);
    if (at < 0 || !term) { return 0; }
    return text.indexOf('\n' + term + '\n') >= 0 ? 3 : text.indexOf('\n' + term) >= 0 ? 2 : 1;
  }

  /* 2020-06-01, or its beginning, of 2020年6月1日, 2020.6.1, 20200601, 2020年6月; nothing of anything else. */
  function dayOf(term) {
    var parts = /^(\d{4})(?:年|$|[.\/-](?=\d))(?:(\d{1,2})(?:月|$|[.\/-](?=\d))(?:(\d{1,2})日?)?)?$/.exec(term) ||
      /^(\d{4})(\d\d)(\d\d)$/.exec(term);
    function two(number) { return number ? '-' + ('0' + number).slice(-2) : ''; }
    return parts ? parts[1] + two(parts[2]) + two(parts[3]) : '';
  }

  /* How well each row of a shard fits one term: grade × 2, and one more for the row's own name and numbers. */
  function grades(shard, term) {
    var day = dayOf(term), words = shard.folded.map(function (text) { return 2 * grade(text, term); });
    return shard.rows.map(function (row, at) {
      var own = grade(shard.own[at], term), best = own ? 2 * own + 1 : 0, word = -1;
      row[6].forEach(function (index) {
        if (words[index] > best) { best = words[index]; word = index; }
      });
      row[3].forEach(function (date) {
        if (day && date.indexOf(day) === 0) { best = Math.max(best, date === day ? 6 : 4); }
      });
      return [best, word];
    });
  }

  /* Every row that fits, the best first, of equals what has no day, then the newest. All terms must fit, or the whole query as one. */
  function find(query) {
    var whole = fold(query), terms = query.split(/[\s\u3000,\uff0c]+/).map(fold).filter(Boolean), found = [];
    if (!whole) { return found; }
    shards.forEach(function (shard) {
      var together = grades(shard, whole), apart = terms.length > 1 ? terms.map(function (term) { return grades(shard, term); }) : [];
      shard.rows.forEach(function (row, at) {
        var score = together[at][0] * 10, word = together[at][1];
        if (!score && apart.length) {
          score = Math.min.apply(null, apart.map(function (list) { return list[at][0]; }));
          apart.forEach(function (list) { word = Math.max(word, list[at][1]); });
        }
        if (score) { found.push({score: score, row: row, shard: shard, word: word}); }
      });
    });
    return found.sort(function (a, b) {
      var one = a.row[3][0] || '9', other = b.row[3][0] || '9';
      return b.score - a.score || (one < other ? 1 : one > other ? -1 : a.row[1] < b.row[1] ? -1 : 1);
    });
  }

  window.disclosure.find = find;
  if (!form) { return; }

  var box = document.getElementById('q'), count = document.getElementById('count'), results = document.getElementById('results');
  var root = form.getAttribute('data-root'), list, timer;

  function href(address) {
    var parts = address.split('#');
    return root + parts[0] + 'index.html' + (parts[1] ? '#' + parts[1] : '');
  }

  function show(hit) {
    var row = hit.row, marks = hit.shard.marks[row[4]], item = make('li', '', list), told = row[5].slice();
    make('a', row[2], item, {href: href(row[1])});
    item.appendChild(document.createTextNode(' '));
    make('span', hit.shard.sorts[row[0]], item, {'class': 'kind-name'});
    marks.forEach(function (mark) {
      item.appendChild(document.createTextNode(' '));
      make('span', mark[0], item, {'class': 'mark ' + mark[1]});
      if (mark[1] === 'withdrawn') { item.className = 'struck'; }
    });
    if (row[3].length) {
      item.appendChild(document.createTextNode(' '));
      make('time', row[3][0].replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'), item, {datetime: row[3][0]});
    }
    if (hit.word >= 0 && hit.shard.words[hit.word][0] !== row[2]) { told.push(hit.shard.words[hit.word][0]); }
    if (told.length) { make('div', told.join('　'), item, {'class': 'note'}); }
  }

  function more(hits, from) {
    var button;
    hits.slice(from, from + PAGE).forEach(show);
    if (hits.length > from + PAGE) {
      button = make('button', '再显示 ' + Math.min(PAGE, hits.length - from - PAGE) + ' 条', make('li', '', list), {type: 'button'});
      button.onclick = function () {
        list.removeChild(button.parentNode);
        more(hits, from + PAGE);
        list.children[from + PAGE].getElementsByTagName('a')[0].focus();
      };
    }
  }

  function search() {
    var hits = find(box.value), said = '';
    results.textContent = '';
    if (fold(box.value)) {
      said = hits.length ? '找到 ' + hits.length + ' 条' + (hits.length > PAGE ? '，先列出前 ' + PAGE + ' 条' : '') + '。' : waiting ? '' :
        '没有找到。可以少写几个字，或者换一种写法；已经撤下和公示期满的，只能按文号查找。';
      if (waiting) { said += '正在读取数据……'; }
      if (missing) { said += '有 ' + missing + ' 份数据没有读到，结果不全，请刷新页面再试。'; }
    }
    count.textContent = said;
    if (hits.length) {
      list = make('ol', '', results, {'class': 'news'});
      more(hits, 0);
    }
  }

  function load() {
    if (hasAsked) { return; }
    hasAsked = true;
    form.getAttribute('data-files').split(' ').forEach(function (file) {
      var script = document.createElement('script');
      function done() { waiting -= 1; search(); }
      waiting += 1;
      script.onload = done;
      script.onerror = function () { missing += 1; done(); };
      script.src = file;
      document.head.appendChild(script);
    });
  }

  function remember() {
    try { history.replaceState(null, '', '?q=' + encodeURIComponent(box.value)); } catch (refused) { return; }
  }

  box.onfocus = load;
  box.oninput = function () {
    load();
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  };
  form.onsubmit = function () {
    load();
    clearTimeout(timer);
    search();
    remember();
    return false;
  };
  form.hidden = false;
  document.getElementById('no-script').hidden = true;
  box.value = (/[?&]q=([^&]*)/.exec(location.search) || ['', ''])[1].replace(/\+/g, ' ').replace(/%(?![\da-f]{2})/gi, '%25');
  try { box.value = decodeURIComponent(box.value); } catch (refused) { box.value = ''; }
  if (box.value) { load(); }
}());

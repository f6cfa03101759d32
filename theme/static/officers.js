/* Checks a certificate number against the table of valid ones, and against the numbers on the other pages of a long one. ES5; without it
   the tables themselves tell. */
(function () {
  'use strict';
  var fold = window.disclosure.fold, make = window.disclosure.make, form = document.getElementById('lookup');
  var box = document.getElementById('no'), verdict = document.getElementById('verdict'), table = document.querySelector('table');
  var rows = table ? [].slice.call(table.tBodies[0].rows) : [], other = document.querySelector('.filter');
  var pages = [].slice.call(document.querySelectorAll('[data-holds]'));

  function number(row) { return fold(row.cells[0].textContent); }

  /* The row as a sentence, and a way to the holder's page. */
  function found(row) {
    var note = make('div', '', verdict, {'class': 'notice'});
    make('p', '证件 ' + row.cells[0].textContent + ' 在有效名单上。', note, {'class': 'notice-title'});
    make('p', [].slice.call(row.cells, 1).map(function (cell) {
      return cell.getAttribute('data-label') + '：' + cell.textContent.replace(/\s+/g, ' ');
    }).join('；') + '。', note);
    make('a', '查看持证人的页面', make('p', '', note), {href: row.cells[0].getElementsByTagName('a')[0].getAttribute('href')});
  }

  function unknown(asked) {
    var note = make('div', '', verdict, {'class': 'notice withdrawn'});
    make('p', '有效名单上没有号码为 ' + asked + ' 的证件。', note, {'class': 'notice-title'});
    make('a', '请核对号码；仍然查不到的，看怎么办', make('p', '', note), {href: '#unlisted'});
  }

  function check(isWhole) {
    var asked = fold(box.value), left = 0, match = null, page = '';
    rows.forEach(function (row) {
      row.hidden = number(row).indexOf(asked) < 0;
      left += !row.hidden;
      if (asked && number(row) === asked) { match = row; }
    });
    pages.forEach(function (link) {
      link.getAttribute('data-holds').split('|').map(fold).forEach(function (held) {
        left += held.indexOf(asked) >= 0;
        if (asked && held === asked) { page = link.href; }
      });
    });
    verdict.textContent = '';
    if (!match && page && isWhole) { location.href = page + '?no=' + encodeURIComponent(box.value) + (/[?&]large\b/.test(location.search) ? '&large' : ''); return; }
    if (match) { found(match); } else if (asked && !page && (isWhole || !left)) { unknown(box.value); }
  }

  if (other) { other.parentNode.removeChild(other); }
  form.hidden = false;
  box.oninput = function () { check(false); };
  form.onsubmit = function () { check(true); return false; };
  try { box.value = decodeURIComponent((/[?&]no=([^&]*)/.exec(location.search) || ['', ''])[1].replace(/\+/g, ' ')); } catch (no) { box.value = ''; }
  if (box.value) { check(true); }
}());

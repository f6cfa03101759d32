/* Full text on the search page, where the index was made and the browser can read it; otherwise nothing of it is seen.
   The index holds every Chinese character as a word (search_index.py), so a phrase is found wherever it stands. */
const form = document.getElementById('search');
const box = document.getElementById('q');
const part = document.getElementById('fulltext');
const said = document.getElementById('fulltext-count');
const results = document.getElementById('fulltext-results');
const WORD = /[\u3007\u3400-\u9fff\uf900-\ufaff]|[\u{20000}-\u{3ffff}]|[A-Za-z0-9]+/gu;
const AROUND = 45;
let engine, asked = 0, timer;

function wordsOf(text) { return text.normalize('NFKC').match(WORD) || []; }

/* What is quoted is one phrase; else every blank parts two. */
export function phrasesOf(query) {
  const found = query.normalize('NFKC').match(/["“”]([^"“”]*)["“”]?|[^\s"“”]+/gu) || [];
  return found.map(wordsOf).filter((words) => words.length);
}

/* The pages that hold every phrase, in the order of the first. */
export async function pagesWith(phrases, search) {
  const answers = [];
  for (const words of phrases) { answers.push((await search(`"${words.join(' ')}"`)).results); }
  const [first, ...others] = answers.map((results) => new Set(results.map((result) => result.id)));
  return answers[0].filter((result) => first.has(result.id) && others.every((ids) => ids.has(result.id)));
}

/* The words around the first place of a phrase: before, the phrase, after. */
export function excerptOf(content, words) {
  const text = content.replace(/ (?=[^ ])/g, '');
  const place = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^\\p{L}\\p{N}]*'), 'iu').exec(text);
  if (!place) { return [text.slice(0, 2 * AROUND), '', '']; }
  const end = place.index + place[0].length;
  return [text.slice(Math.max(0, place.index - AROUND), place.index), place[0], text.slice(end, end + AROUND)];
}

function show(list, data, words) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = form.dataset.root + data.raw_url.replace(/^\//, '');
  link.textContent = data.meta.title;
  item.append(link);
  if (data.meta.marks) {
    const marks = document.createElement('span');
    marks.className = 'mark';
    marks.textContent = data.meta.marks;
    item.append(' ', marks);
  }
  const [before, phrase, after] = excerptOf(data.raw_content, words);
  const told = document.createElement('div');
  const mark = document.createElement('mark');
  told.className = 'note';
  mark.textContent = phrase;
  told.append('…', before, mark, after, '…');
  item.append(told);
  list.append(item);
}

async function search() {
  const turn = asked += 1;
  const phrases = phrasesOf(box.value);
  const found = phrases.length ? await pagesWith(phrases, engine.search) : [];
  const shown = await Promise.all(found.slice(0, 20).map((result) => result.data()));
  if (turn !== asked) { return; }
  results.textContent = '';
  if (shown.length) {
    const list = document.createElement('ol');
    list.className = 'news';
    shown.forEach((data) => show(list, data, phrases[0]));
    results.append(list);
  }
  said.textContent = !phrases.length ? '' : !found.length ? '全文中没有这些字。' :
    `${found.length} 个页面的全文中有这些字${found.length > 20 ? '，列出最相关的 20 个' : ''}。`;
  part.hidden = !phrases.length;
}

async function start() {
  const base = new URL(`${form.dataset.root}pagefind/`, location.href).href;
  try {
    // Whether there is an index is told by a file that is always there: asking for what is not would be an error.
    if (!(await (await fetch(`${base}state.json`)).json()).pages) { return; }
    engine = await import(`${base}pagefind.js`);
    await engine.options({basePath: base, baseUrl: '/', noWorker: true});
    await engine.init();
  } catch { return; }
  box.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(search, 400); });
  form.addEventListener('submit', search);
  if (box.value) { search(); }
}

if (form && location.protocol !== 'file:') { start(); }

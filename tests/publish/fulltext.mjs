// Asks a finished full-text index what the search page would ask it. In: the index's folder and queries; out: what is found.
// Lies beside the two modules while it runs.
import {readFileSync} from 'node:fs';
import path from 'node:path';

const [folder, queries] = JSON.parse(readFileSync(0, 'utf8'));
globalThis.window = globalThis;
globalThis.location = new URL('https://a.example/search/index.html');
globalThis.document = {getElementById: () => null, querySelector: () => null, currentScript: null};
globalThis.fetch = async (address) => {
  const file = path.join(folder, new URL(address, location).pathname.replace('/pagefind/', ''));
  return new Response(readFileSync(file));
};
const {excerptOf, pagesWith, phrasesOf} = await import('./fulltext.js');
const engine = await import('./pagefind.js');
await engine.options({basePath: 'https://a.example/pagefind/', baseUrl: '/', noWorker: true});
await engine.init();
const answers = [];
for (const query of queries) {
  const phrases = phrasesOf(query);
  const found = phrases.length ? await pagesWith(phrases, engine.search) : [];
  const pages = await Promise.all(found.map((result) => result.data()));
  answers.push(pages.map((data) => [data.raw_url, data.meta.title, data.meta.marks || '', ...excerptOf(data.raw_content, phrases[0])]));
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));

// Compares a build with what the first screen may weigh, and fails on the first part over it.
//   node scripts/bundle_budget.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = process.argv[2];
const assets = path.join(folder, 'assets');
const names = readdirSync(assets);
const html = readFileSync(path.join(folder, 'index.html'), 'utf8');

const kilobytes = (files, packed = true) =>
  files
    .map((name) => readFileSync(path.join(assets, name)))
    .map((bytes) => (packed ? gzipSync(bytes, { level: 9 }).length : bytes.length))
    .reduce((sum, bytes) => sum + bytes, 0) / 1000;
const scripts = names.filter((name) => name.endsWith('.js'));
const is_map = (name) => name.startsWith('province_map');
const is_worker = (name) => name.includes('worker');
const is_text = (name) => /^(nl|fr|de|en|pseudo)-/.test(name);
const at_start = scripts.filter((name) => html.includes(name));
const rest = scripts.filter(
  (name) => !at_start.includes(name) && !is_map(name) && !is_worker(name) && !is_text(name),
);
const first_fonts = names.filter((name) => /^(inter-latin-wght|atkinson.*-latin-wght)/.test(name));

// Ceilings in kB, gzip; fonts are counted as they are.
const parts = [
  [
    'script of the first screen',
    kilobytes([...at_start, ...rest.filter((n) => n.startsWith('index'))]),
    260,
  ],
  ['largest text catalog', Math.max(0, ...scripts.filter(is_text).map((n) => kilobytes([n]))), 40],
  ['all style', kilobytes(names.filter((name) => name.endsWith('.css'))), 40],
  ['map', kilobytes(scripts.filter(is_map)), 345],
  ['worker of the map', kilobytes(scripts.filter(is_worker)), 155],
  ['largest other part', Math.max(0, ...rest.map((name) => kilobytes([name]))), 60],
  ['fonts of the first paint', kilobytes(first_fonts, false), 70],
];

let is_over = at_start.length === 0;
if (is_over) console.error('no script is named in index.html');
for (const [part, size, ceiling] of parts) {
  const verdict = size <= ceiling ? 'ok' : 'OVER';
  if (size > ceiling) is_over = true;
  console.log(`${verdict.padEnd(4)} ${size.toFixed(1).padStart(7)} of ${ceiling} kB  ${part}`);
}
process.exit(is_over ? 1 : 0);

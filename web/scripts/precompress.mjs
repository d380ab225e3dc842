// Writes x.br and x.gz beside every x that gains from it, for a server that only picks.
//   node scripts/precompress.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
const PACKED_ALREADY = /\.(woff2|png|jpg|br|gz)$/;
const SMALL = 512; // bytes; below it a second file costs more than it saves

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (!entry.isFile() || PACKED_ALREADY.test(entry.name)) continue;
  const bytes = readFileSync(file);
  if (bytes.length < SMALL) continue;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

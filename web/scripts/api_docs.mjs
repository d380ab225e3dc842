// Puts the API page beside the console: the files of swagger-ui, served by ourselves.
//   node scripts/api_docs.mjs FOLDER
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

const target = path.join(process.argv[2], 'api-docs');
const library = 'node_modules/swagger-ui-dist';
mkdirSync(target, { recursive: true });
for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE']) {
  copyFileSync(path.join(library, name), path.join(target, name));
}
for (const name of readdirSync('api_docs')) {
  copyFileSync(path.join('api_docs', name), path.join(target, name));
}

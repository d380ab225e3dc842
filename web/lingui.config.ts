import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  locales: ['nl', 'fr', 'de', 'en', 'pseudo'],
  sourceLocale: 'en',
  pseudoLocale: 'pseudo',
  catalogs: [{ path: '<rootDir>/src/text/locales/{locale}', include: ['<rootDir>/src'] }],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
});

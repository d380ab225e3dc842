// The pictures of the docs: `web/build.sh pictures`.
import { defineConfig } from '@playwright/test';
import tests, { DRAWING, started_with } from '../playwright.config';

export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.picture.ts',
  workers: 1,
  projects: [{ name: 'pictures', use: started_with(DRAWING) }],
  outputDir: '../../../build/pictures',
  timeout: 180_000,
});

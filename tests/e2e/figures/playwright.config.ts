// Figures, not tests: `web/build.sh figures`.
import { defineConfig } from '@playwright/test';
import tests, { DRAWING, NOT_DRAWING, started_with } from '../playwright.config';

export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.figure.ts',
  workers: 1,
  projects: [
    { name: 'with a map', use: started_with(DRAWING) },
    // What the map costs a machine without a graphics card is told apart.
    { name: 'without', testMatch: /(crop|scroll)\.figure/, use: started_with(NOT_DRAWING) },
  ],
  outputDir: '../../../build/figures',
  timeout: 300_000,
});

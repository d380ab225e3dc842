// Figures, not tests: `web/build.sh figures`.
import { defineConfig } from '@playwright/test';
import tests from '../playwright.config';

export default defineConfig(tests, {
  testDir: '.',
  testMatch: '*.figure.ts',
  outputDir: '../../../build/figures',
  timeout: 300_000,
});

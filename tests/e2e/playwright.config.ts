// Browser tests against the real binary, in Debian's Chromium. web/build.sh e2e runs them.
import { defineConfig } from '@playwright/test';

const PATIENCE = Number(process.env.BAS_PATIENCE ?? 1); // more on a busy machine

export default defineConfig({
  testDir: '.',
  outputDir: '../../build/e2e',
  workers: 1, // the simulated province and a software-drawn map share two cores
  timeout: 60_000 * PATIENCE,
  expect: { timeout: 15_000 * PATIENCE },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.BAS_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    },
  },
});

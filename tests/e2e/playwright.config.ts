// Browser tests against the real binary, in Debian's Chromium without its windows: a page is there in
// half the time. web/build.sh e2e runs them; BAS_CHROMIUM names another browser.
import { defineConfig } from '@playwright/test';

// The files whose tests look at a map. It is drawn without a graphics card, which takes a core.
const WITH_MAP = /(desk|looks|map|pursuits|watch)\.test\.ts/;
const CHROMIUM = process.env.BAS_CHROMIUM ?? '/usr/bin/chromium-headless-shell';
export const DRAWING = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
export const NOT_DRAWING = ['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis'];
export const started_with = (more: readonly string[]) => ({
  launchOptions: { executablePath: CHROMIUM, args: ['--no-sandbox', ...more] },
});

const PATIENCE = Number(process.env.BAS_PATIENCE ?? 1); // more on a busy machine

export default defineConfig({
  testDir: '.',
  outputDir: '../../build/e2e',
  workers: 2,
  projects: [
    // One at a time: two maps drawn by the processor leave nothing to the servers.
    { name: 'with a map', testMatch: WITH_MAP, workers: 1, use: started_with(DRAWING) },
    { name: 'without', testIgnore: WITH_MAP, use: started_with(NOT_DRAWING) },
  ],
  timeout: 60_000 * PATIENCE,
  expect: { timeout: 15_000 * PATIENCE },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    screenshot: 'only-on-failure',
  },
});

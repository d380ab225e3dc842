// Browser tests against the real binary, in Debian's Chromium. web/build.sh e2e runs them; BAS_CHROMIUM
// names another browser. Not the one without windows: there the desk of a second person stands still.
import { defineConfig } from '@playwright/test';

// The files whose tests look at a map. It is drawn without a graphics card, which takes a core.
const WITH_MAP = /(desk|looks|map|pursuits|watch)\.test\.ts/;
const CHROMIUM = process.env.BAS_CHROMIUM ?? '/usr/bin/chromium';
export const DRAWING = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
export const NOT_DRAWING = ['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis'];
export const started_with = (more: readonly string[]) => ({
  launchOptions: { executablePath: CHROMIUM, args: ['--no-sandbox', ...more] },
});

const PATIENCE = Number(process.env.BAS_PATIENCE ?? 1); // more on a busy machine

export default defineConfig({
  testDir: '.',
  outputDir: '../../build/e2e',
  workers: 1, // two took as long: the processors are busy with one
  projects: [
    { name: 'with a map', testMatch: WITH_MAP, use: started_with(DRAWING) },
    { name: 'without', testIgnore: WITH_MAP, use: started_with(NOT_DRAWING) },
  ],
  timeout: 120_000 * PATIENCE,
  expect: { timeout: 20_000 * PATIENCE },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    screenshot: 'only-on-failure',
  },
});

// Every screen as it stands in docs/screens.md, taken from the simulated province.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, open_first_hit, rows, sign_in, sign_in_on, test } from '../demo';

const IMAGES = path.join(import.meta.dirname, '../../../docs/images');

const choices_of = (picture: string) => {
  const palette = picture.split('-').at(-1) ?? 'day';
  return { 'bas.language': 'en', 'bas.palette': palette };
};

const take = (page: Page, picture: string) =>
  page.screenshot({ path: path.join(IMAGES, `${picture}.png`) });

test('sign-in', async ({ page, demo }) => {
  await page.addInitScript(() => localStorage.setItem('bas.language', 'en'));
  await page.goto(demo.url);
  await expect(page.locator('input[name=name]')).toBeVisible();
  await take(page, 'sign-in');
});

for (const palette of ['day', 'night']) {
  test(`watch-${palette}`, async ({ page, demo }) => {
    await sign_in(page, demo, choices_of(palette));
    await expect.poll(() => rows(page).count(), { timeout: 60_000 }).toBeGreaterThan(7);
    await open_first_hit(page);
    await expect(page.locator('[data-still=true]')).toBeVisible();
    await take(page, `watch-${palette}`);
  });
}

// Claimed, validated and pursued, as its operator does it.
test('pursuit-dusk', async ({ page, demo }) => {
  await sign_in(page, demo, choices_of('dusk'));
  await expect.poll(() => rows(page).count(), { timeout: 60_000 }).toBeGreaterThan(7);
  await open_first_hit(page);
  await page.keyboard.press('F2');
  const judged = page.locator('article [data-state=validated]').first();
  await page.keyboard.press('F2');
  await expect(judged.or(page.getByText('Validated').first()).first()).toBeVisible();
  await page.keyboard.press('F7');
  await expect(page).toHaveURL(/pursuits\/[0-9A-Z]+/);
  await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
  await take(page, 'pursuit-dusk');
});

const SCREENS = [
  { picture: 'map-day', as: 'nadia', place: '/map', part: '[data-still=true]' },
  { picture: 'map-night', as: 'nadia', place: '/map', part: '[data-still=true]' },
  { picture: 'people-day', as: 'admin', place: '/people', part: 'table' },
  {
    picture: 'register-night',
    as: 'fatima',
    place: '/oversight/registers/processing',
    part: '[data-region=purposes]',
  },
  { picture: 'me-day', as: 'nadia', place: '/me', part: '[data-region=keys]' },
  { picture: 'lists-day', as: 'lien', place: '/lists', part: 'tbody tr' },
  { picture: 'wall-dusk', as: 'nadia', place: '/wall', part: 'main li:nth-child(6)' },
  { picture: 'car', as: 'nadia', place: '/car', part: '[data-kind=crop][data-painted=true]' },
  { picture: 'cameras-day', as: 'admin', place: '/cameras', part: 'tbody tr:nth-child(6)' },
  { picture: 'camera-dusk', as: 'admin', place: '/cameras', part: 'tbody tr:nth-child(6)' },
  { picture: 'wizard-day', as: 'admin', place: '/cameras/new', part: 'nav li[data-now=true]' },
  { picture: 'system-night', as: 'admin', place: '/system', part: '[data-region=jobs]' },
] as const;

for (const { picture, as, place, part } of SCREENS) {
  test(picture, async ({ page, demo }) => {
    await sign_in_on(page, { ...demo, name: as }, { place, choices: choices_of(picture) });
    await expect(page.locator(part).first()).toBeVisible({ timeout: 60_000 });
    if (picture.startsWith('camera-')) {
      await page.locator('[data-row-link]').last().click();
      await expect(page.locator('[data-region=hours]')).toBeVisible();
    }
    await take(page, picture);
  });
}

import { AxeBuilder } from '@axe-core/playwright';
import path from 'node:path';
import { expect, open_first_hit, rows, sign_in, sign_in_on, test } from './demo';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PALETTES = ['day', 'dusk', 'night'] as const;
const IMAGES = path.join(import.meta.dirname, '../../docs/images');

async function violations(page: import('@playwright/test').Page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const palette of PALETTES) {
  test(`sign-in, Watch, its list and its key sheet are accessible in ${palette}`, async ({
    watched: page,
    demo,
  }) => {
    const choices = { 'bas.palette': palette, 'bas.language': 'en' };
    await page.addInitScript((stored) => {
      for (const [name, value] of Object.entries(stored)) localStorage.setItem(name, value);
    }, choices);
    await page.goto(demo.url);
    await expect(page.locator('input[name=name]')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-palette', palette);
    expect(await violations(page)).toEqual([]);
    await sign_in(page, demo, choices);
    await open_first_hit(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'As a list' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

const WORDS = { nl: 'Wacht', fr: 'Veille', de: 'Wache', en: 'Watch' } as const;

test('four languages, switched without losing the place', async ({ watched: page, demo }) => {
  await sign_in(page, demo, { 'bas.language': 'nl', 'bas.palette': 'night' });
  await open_first_hit(page);
  const hit = await page.locator('article').getAttribute('aria-label');
  for (const [language, word] of Object.entries(WORDS)) {
    await page.locator('select').selectOption(language);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(word);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('article')).toHaveAttribute('aria-label', hit ?? '');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide, `${language} is wider than the window`).toBe(false);
  }
});

test('reads at 320 CSS pixels without scrolling sideways', async ({ watched: page, demo }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await sign_in(page, demo, { 'bas.language': 'de', 'bas.palette': 'day' });
  await rows(page).first().click();
  await expect(page.locator('article')).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});

test('the page is dark before any style arrives', async ({ watched: page, demo }) => {
  await page.addInitScript(() => localStorage.setItem('bas.palette', 'night'));
  await page.route('**/*.css', (route) => route.abort());
  await page.goto(demo.url);
  const ground = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(ground).toBe('rgb(5, 7, 9)');
});

test('the API page shows the contract under the same policy', async ({ watched: page, demo }) => {
  await page.goto(`${demo.url}/api-docs/index.html`);
  await expect(page.getByText('/api/v1/stream', { exact: true }).first()).toBeVisible();
});

// The pictures of the docs are made anew only when somebody asks for them.
const PICTURED = process.env.UPDATE_SCREENSHOTS === '1' ? (['day', 'night'] as const) : [];
for (const palette of PICTURED) {
  test(`a picture of Watch by ${palette}`, async ({ watched: page, demo }) => {
    test.slow();
    await sign_in(page, demo, { 'bas.language': 'en', 'bas.palette': palette });
    await expect.poll(() => rows(page).count(), { timeout: 60_000 }).toBeGreaterThan(7);
    await open_first_hit(page);
    await expect(page.locator('[data-still=true]')).toBeVisible();
    await page.screenshot({ path: path.join(IMAGES, `watch-${palette}.png`) });
  });
}

const SCREENS = [
  { picture: 'people-day', as: 'admin', place: '/people', part: 'table' },
  {
    picture: 'register-night',
    as: 'fatima',
    place: '/oversight/registers/processing',
    part: '[data-region=purposes]',
  },
  { picture: 'me-day', as: 'nadia', place: '/me', part: '[data-region=keys]' },
  { picture: 'wall-dusk', as: 'nadia', place: '/wall', part: 'main li:nth-child(6)' },
  { picture: 'car-night', as: 'nadia', place: '/car', part: '[data-kind=crop][data-painted=true]' },
  { picture: 'cameras-day', as: 'admin', place: '/cameras', part: 'tbody tr:nth-child(6)' },
  { picture: 'camera-dusk', as: 'admin', place: '/cameras', part: 'tbody tr:nth-child(6)' },
  { picture: 'system-night', as: 'admin', place: '/system', part: '[data-region=jobs]' },
] as const;

const EVENING = '2026-11-28T20:00:00Z'; // in a car the sun decides

for (const { picture, as, place, part } of PICTURED.length > 0 ? SCREENS : []) {
  test(`a picture of ${picture}`, async ({ watched: page, demo }) => {
    const palette = picture.split('-').at(-1) ?? 'day';
    const choices = { 'bas.language': 'en', 'bas.palette': palette };
    if (place === '/car') await page.clock.setFixedTime(EVENING);
    await sign_in_on(page, { ...demo, name: as }, { place, choices });
    await expect(page.locator(part).first()).toBeVisible({ timeout: 60_000 });
    if (picture.startsWith('camera-')) {
      await page.locator('[data-row-link]').last().click();
      await expect(page.locator('[data-region=hours]')).toBeVisible();
    }
    await page.screenshot({ path: path.join(IMAGES, `${picture}.png`) });
  });
}

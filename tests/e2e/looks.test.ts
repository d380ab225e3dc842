import { expect, open_first_hit, rows, sign_in, test } from './demo';
import { violations } from './served';

const PALETTES = ['day', 'dusk', 'night'] as const;

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

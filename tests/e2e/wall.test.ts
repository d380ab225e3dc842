// The wall: read from afar, by everybody who passes, and without anybody who tends it.
import type { Page } from '@playwright/test';
import type { IncidentPage } from '../../web/src/api/generated';
import { type Demo, expect, sign_in_on, test } from './demo';
import { cut, mend, watch_streams } from './line';
import { violations } from './served';

test.use({ province: 'wall' });

const WORDS = {
  nl: 'Nieuwste voertuigen',
  fr: 'Derniers véhicules',
  de: 'Neueste Fahrzeuge',
  en: 'Newest vehicles',
} as const;

async function hang(page: Page, demo: Demo, choices: Record<string, string>) {
  await sign_in_on(page, demo, { place: '/wall', choices });
  await expect(page.locator('main li').first()).toBeVisible({ timeout: 60_000 });
}

const live = (page: Page) => page.locator('header [role=status]');

for (const palette of ['day', 'dusk', 'night'] as const) {
  test(`it is accessible by ${palette}`, async ({ watched: page, demo }) => {
    await hang(page, demo, { 'bas.language': 'en', 'bas.palette': palette });
    expect(await violations(page)).toEqual([]);
  });
}

for (const [language, words] of Object.entries(WORDS)) {
  test(`${language}: it fits its screen and has no plate on it`, async ({
    watched: page,
    demo,
  }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await hang(page, demo, { 'bas.language': language, 'bas.palette': 'dusk' });
    await expect(page.getByRole('heading', { name: words })).toBeVisible();
    const plates = await page.evaluate(async () => {
      const page_of = (await (await fetch('/api/v1/incidents')).json()) as IncidentPage;
      return page_of.items.map(({ plate }) => plate);
    });
    expect(plates.length).toBeGreaterThan(0);
    const html = await page.locator('html').innerHTML();
    expect(plates.filter((plate) => html.includes(plate))).toEqual([]);
    const over = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      high: document.documentElement.scrollHeight - innerHeight,
      letters: Number.parseFloat(getComputedStyle(document.querySelector('main')!).fontSize),
    }));
    expect(over.wide).toBeLessThanOrEqual(0);
    expect(over.high).toBeLessThanOrEqual(0);
    expect(over.letters).toBeGreaterThanOrEqual(40); // on a screen of 55 inches: read from 5 m
  });
}

test('what it counts is what the server has', async ({ watched: page, demo }) => {
  await hang(page, demo, { 'bas.language': 'en', 'bas.palette': 'day' });
  const open_of_class_1 = () =>
    page.evaluate(async () => {
      const answer = await fetch('/api/v1/incidents?open=true&limit=500');
      const { items } = (await answer.json()) as IncidentPage;
      return items.filter(({ priority, quiet }) => priority === 1 && !quiet).length;
    });
  const shown = async () =>
    Number(await page.locator('tr[data-level="1"] td').first().textContent());
  await expect.poll(async () => (await shown()) - (await open_of_class_1())).toBe(0);
});

test('it says how old it is when the line is cut, and heals by itself', async ({
  watched: page,
  demo,
  context,
}) => {
  test.slow();
  await watch_streams(page);
  await hang(page, demo, { 'bas.language': 'en', 'bas.palette': 'night' });
  await expect(live(page)).toContainText('Live');
  await cut(page, context);
  await expect(live(page)).toContainText('Offline since', { timeout: 60_000 });
  await expect(live(page)).toContainText('ago');
  await mend(context);
  await expect(live(page)).toContainText('Live', { timeout: 60_000 });
});

test('Escape leaves it', async ({ watched: page, demo }) => {
  await hang(page, demo, { 'bas.language': 'en', 'bas.palette': 'day' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeVisible();
});

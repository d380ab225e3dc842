// What a case needs: a colleague who agrees to a wide search, the people in a picture, and reads
// that outlive their term.
import type { Page } from '@playwright/test';
import { ask, CASE, seen_plate, sign_in, violations } from './asking';
import { type Demo, expect, test } from './demo';

const PALETTES = ['day', 'dusk', 'night'] as const;
const LANGUAGES = {
  nl: 'Ruime opzoekingen van uw zone',
  fr: 'Recherches larges de votre zone',
  de: 'Weite Suchen Ihrer Zone',
  en: 'Wide searches of your zone',
} as const;

const confirm = async (page: Page, verb: string, because?: string) => {
  const dialog = page.getByRole('dialog');
  if (because) await dialog.locator('textarea[name=because]').fill(because);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await expect(dialog).toHaveCount(0);
};

async function found_reads(page: Page, demo: Demo) {
  const plate = await seen_plate(page, demo);
  await sign_in(page, demo, { as: 'els', place: '/search' });
  await ask(page, plate);
  const reads = page.getByRole('region', { name: 'Reads found' });
  await expect(reads).toBeVisible();
  return reads;
}

test('a wide search waits for a colleague, and is made once he has agreed', async ({
  watched: page,
  demo,
}) => {
  const plate = await seen_plate(page, demo);
  await sign_in(page, demo, { as: 'els', place: '/search' });
  const weeks_ago = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 16);
  await page.getByLabel('From').fill(weeks_ago);
  await ask(page, plate);
  await expect(page.getByRole('alert')).toContainText('R36');
  await page.getByRole('button', { name: 'Ask a colleague to agree' }).click();
  const waiting = page.getByRole('region', { name: 'Wide searches that wait for a colleague' });
  await expect(waiting.getByRole('row').filter({ hasText: plate })).toContainText('waits for');
  await expect(waiting.getByRole('button', { name: 'Agree…' })).toHaveCount(0);

  await page.context().clearCookies();
  await sign_in(page, demo, { as: 'jan', place: '/search' });
  await waiting.getByRole('row').filter({ hasText: plate }).getByText('Agree…').click();
  await expect(page.getByRole('dialog')).toContainText(plate);
  await confirm(page, 'Agree');
  await expect(waiting.getByRole('row').filter({ hasText: plate })).toContainText('agreed to');

  await page.context().clearCookies();
  await sign_in(page, demo, { as: 'els', place: '/search' });
  await waiting.getByRole('button', { name: 'Make this search' }).first().click();
  const reads = page.getByRole('region', { name: 'Reads found' });
  await expect(reads.getByText(plate).first()).toBeVisible();
});

test('people are squares until a reason is given', async ({ watched: page, demo }) => {
  const reads = await found_reads(page, demo);
  const row = reads.getByRole('row').nth(1);
  await row.getByRole('button', { name: /^Show the picture/ }).click();
  await expect(row.locator('[data-painted=true]').first()).toBeVisible();
  const around = row.getByRole('button', { name: /^Show what is around/ });
  if (await around.isVisible()) await around.click(); // some cameras send no picture of the plate
  const scene = row.locator('[data-kind=overview][data-painted=true]');
  await expect(scene).toBeVisible();
  const picture = () => scene.locator('img').getAttribute('src');
  const concealed = await picture();
  await row.getByRole('button', { name: 'Show people…' }).click();
  await confirm(page, 'Show people', 'the driver is described as a tall man');
  await expect(row.getByText('with people')).toBeVisible();
  await expect(scene).toBeVisible();
  expect(await picture()).not.toBe(concealed);
  await row.getByRole('button', { name: 'Conceal them again' }).click();
  await expect(row.getByText('with people')).toHaveCount(0);
});

test('what was found is kept in its case, reviewed, opened and released', async ({
  watched: page,
  demo,
}) => {
  const report = `AN.L1.${Date.now()}/2026`;
  await found_reads(page, demo);
  await page.getByRole('button', { name: 'Keep in the case…' }).click();
  await page.getByLabel('Number of the report').fill(report);
  expect(await violations(page)).toEqual([]);
  await confirm(page, 'Keep');
  await page.goto(`${demo.url}/access`);
  const kept = page.getByRole('region', { name: 'What cases keep' });
  const row = kept.getByRole('row').filter({ hasText: report });
  await expect(row).toContainText(CASE);
  expect(await violations(page)).toEqual([]);
  await row.getByRole('button', { name: 'Open…' }).click();
  await confirm(page, 'Open', 'the court asks for the times');
  await expect(page.getByRole('region', { name: 'Reads found' })).toBeVisible();
  await row.getByRole('button', { name: 'Review…' }).click();
  await confirm(page, 'Keep on', 'the case is on appeal');
  await row.getByRole('button', { name: 'Release…' }).click();
  await confirm(page, 'Destroy', 'the court has spoken');
  await expect(row).toHaveCount(0);
});

for (const palette of PALETTES) {
  test(`wide searches are accessible in ${palette}, in four languages`, async ({
    watched: page,
    demo,
  }) => {
    const choices = { 'bas.language': 'en', 'bas.palette': palette };
    await sign_in(page, demo, { as: 'jan', place: '/search', choices });
    const panel = page.locator('[data-region=agreements]');
    for (const [language, words] of Object.entries(LANGUAGES)) {
      await page.locator('header select').selectOption(language);
      await expect(panel.getByRole('heading')).toHaveText(words);
      expect(await violations(page)).toEqual([]);
    }
  });
}

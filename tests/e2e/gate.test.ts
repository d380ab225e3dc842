// The screens of what the law opens: searches, grants, authorisations.
import { ask, CASE, REASON, seen_plate, sign_in, violations } from './asking';
import { expect, test } from './demo';

const PALETTES = ['day', 'dusk', 'night'] as const;
const LANGUAGES = { nl: 'Zoeken', fr: 'Recherche', de: 'Suche', en: 'Search' } as const;

test('a plate is found, what was not searched is said, and nothing of it is in the address', async ({
  watched: page,
  demo,
}) => {
  const plate = await seen_plate(page, demo);
  await sign_in(page, demo, { as: 'els', place: '/search' });
  await ask(page, plate);
  const found = page.getByRole('region', { name: 'Reads found' });
  await expect(found.getByText(plate).first()).toBeVisible();
  await expect(page.getByText('Recorded in the ledger as number')).toBeVisible();
  await page.getByText(/zones? (was|were) not searched/).click();
  await expect(page.getByText('ask it for a grant').first()).toBeVisible();
  await found
    .getByRole('button', { name: /^Show the picture/ })
    .first()
    .click();
  await expect(found.locator('[data-painted=true]').first()).toBeVisible();
  expect(page.url()).toMatch(/\/search$/);
});

test('what the law refuses is said with what is missing', async ({ watched: page, demo }) => {
  await sign_in(page, demo, { as: 'els', place: '/search' });
  await page.getByLabel('From').fill('2026-01-01T00:00');
  await ask(page, '1ABC234');
  await expect(page.getByRole('alert')).toContainText('authorisation');
});

test('a zone sees who would see what, opens it, and closes it again', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, demo, { as: 'veerle', place: '/' });
  await expect(page).toHaveURL(/\/access$/);
  const form = page.locator('[data-region=new-grant]');
  await form.getByLabel('For people of').selectOption('5364');
  await form.getByLabel('Crime: investigate and prosecute').check();
  await form.getByLabel('Reason, and the agreement behind it').fill('agreement of 12 March');
  await form.getByLabel('Version of the impact assessment').fill('2026-2');
  await form.getByRole('button', { name: 'Show who would see what' }).click();
  const preview = page.getByRole('region', { name: 'Who would see it' });
  await expect(preview.getByRole('row')).toHaveCount(3);
  await expect(preview).toContainText('Investigator');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Make this grant' }).click();
  const grants = page.getByRole('region', { name: 'Grants' });
  await expect(grants.getByText('in force').first()).toBeVisible();
  await grants.getByRole('button', { name: 'Revoke' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(grants.getByText('revoked').first()).toBeVisible();
});

test('an authorisation is registered by one and confirmed by another', async ({
  watched: page,
  demo,
}) => {
  const number = `2026/${Date.now()}`;
  await sign_in(page, demo, { as: 'els', place: '/access' });
  const form = page.locator('[data-region=new-authorisation]');
  await form.getByLabel('Number of the decision').fill(number);
  await form.getByLabel('Case or report number').fill(CASE);
  await form.getByLabel('Office, and who signed').fill('Antwerp, J. Peeters');
  await form.getByLabel('Plates it names').fill('1-ABC-234, 1XYZ999');
  const buffer = Buffer.from('the reasoned decision');
  const file = { name: 'decision.pdf', mimeType: 'application/pdf', buffer };
  await form.locator('input[type=file]').setInputFiles(file);
  await form.getByRole('button', { name: 'Register' }).click();
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('to be confirmed by a colleague');
  await expect(row.getByRole('button', { name: 'Confirm' })).toHaveCount(0);

  await page.context().clearCookies();
  await sign_in(page, demo, { as: 'jan', place: '/access' });
  await row.getByRole('button', { name: 'Document' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^authorisation-/);
  await row.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'I compared it' }).click();
  await expect(row).toContainText('in force');
});

for (const palette of PALETTES) {
  test(`search and access are accessible in ${palette}`, async ({ watched: page, demo }) => {
    const choices = { 'bas.language': 'en', 'bas.palette': palette };
    const plate = await seen_plate(page, demo);
    await sign_in(page, demo, { as: 'els', place: '/search', choices });
    await ask(page, plate);
    await expect(page.getByRole('region', { name: 'Reads found' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${demo.url}/access`);
    await expect(page.locator('[data-region=new-authorisation] input').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('both read in four languages, and at 320 CSS pixels', async ({ watched: page, demo }) => {
  const choices = { 'bas.language': 'nl', 'bas.palette': 'day' };
  await sign_in(page, demo, { as: 'els', place: '/search', choices });
  for (const [language, word] of Object.entries(LANGUAGES)) {
    await page.locator('header select').selectOption(language);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(word);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of ['/search', '/access']) {
    await page.goto(`${demo.url}${place}`);
    await expect(page.locator('form').first()).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, place).toBeLessThanOrEqual(320);
  }
});

test('who oversees reads who used what and why, and whether the log is vouched for', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, demo, { as: 'els', place: '/search' });
  await ask(page, '1OVR234');
  await expect(page.getByText('Recorded in the ledger as number')).toBeVisible();
  await page.context().clearCookies();
  await sign_in(page, demo, { as: 'coc', place: '/oversight' });
  const row = page
    .getByRole('region', { name: 'Uses' })
    .getByRole('row')
    .filter({ hasText: '1OVR234' });
  await expect(row.first()).toContainText('Els');
  await expect(row.first()).toContainText(REASON);
  await expect(row.first()).toContainText('permitted');
  await expect(page.getByText('Nobody outside has vouched')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

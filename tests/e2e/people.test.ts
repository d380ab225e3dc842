// The screen of accounts: who is there, what each may and until when, and what is done with them.
import type { Page } from '@playwright/test';
import type { User } from '../../web/src/api/generated';
import { type Demo, sign_in_on } from './demo';
import {
  add_person,
  expect,
  PASSWORD,
  press_and_prove,
  proof_is_over,
  question,
  type Served,
  SHORT_PROOF,
  test,
  violations,
} from './served';

const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
const PALETTES = ['day', 'dusk', 'night'] as const;
const LANGUAGES = { nl: 'Mensen', fr: 'Personnes', de: 'Personen', en: 'People' } as const;

// The words of a field hold its choices too.
const ROLE = /^Role(?! until)/;

test.use({ settings: SHORT_PROOF });

let administrators = 0;

// Signs in as an administrator of its own, so that no test waits for another's.
async function administrate(
  page: Page,
  { demo, served }: { demo: Demo; served: Served },
  { place = '/people', choices = EN }: { place?: string; choices?: Record<string, string> } = {},
) {
  administrators += 1;
  const name = `boss${administrators}-${Date.now()}`;
  const boss = (await add_person(served, { name, role: 'administrator' })) as User;
  await sign_in_on(page, { ...demo, name }, { place, choices });
  await expect(page.locator('header nav')).toBeVisible();
  return boss;
}

const kept = async ({ ask }: Served, id: string) => {
  const { items } = (await ask('/api/v1/users')) as { items: User[] };
  return items.find((user) => user.id === id);
};

const row = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Accounts' }).getByRole('row').filter({ hasText: name });

const session_status = (page: Page) =>
  page.evaluate(async () => (await fetch('/api/v1/session')).status);

test('an account is made with its terms, and its first password signs in', async ({
  watched: page,
  demo,
  served,
  browser,
}) => {
  await administrate(page, { demo, served });
  await page.getByRole('link', { name: 'New account' }).click();
  await page.getByLabel('Name to sign in with').fill('noor');
  await page.getByLabel('Name that others see').fill('Noor Peeters');
  await page.getByLabel(ROLE).selectOption('investigator');
  await page.getByLabel(/^Zone/).selectOption('5364');
  const until = page.getByLabel('Role until');
  await until.fill('');
  await page.getByRole('button', { name: 'Make the account' }).click();
  expect(await until.evaluate((field: HTMLInputElement) => field.validity.valueMissing)).toBe(true);
  await until.fill('2027-07-01T00:00');
  expect(await violations(page)).toEqual([]);
  const shown = page.getByRole('status').filter({ hasText: 'The first password of Noor Peeters' });
  await press_and_prove(page, page.getByRole('button', { name: 'Make the account' }), shown);
  const password = (await shown.locator('code').textContent()) ?? '';
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect(await violations(page)).toEqual([]);
  await shown.getByRole('button', { name: 'I have handed it over' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Noor Peeters');
  await expect(page.getByText(password)).toHaveCount(0);
  await page.getByRole('link', { name: 'All accounts' }).click();
  await expect(row(page, 'Noor Peeters')).toContainText('Investigator');
  await expect(row(page, 'Noor Peeters')).toContainText('Noorderkempen');
  await expect(row(page, 'Noor Peeters')).toContainText('1 Jul 2027');
  await expect(row(page, 'Noor Peeters')).toContainText('in force');

  const hers = await browser.newPage();
  await sign_in_on(hers, { ...demo, name: 'noor', password }, { place: '/account', choices: EN });
  await expect(hers.getByRole('link', { name: 'Noor Peeters' })).toBeVisible();
  await expect(hers.getByRole('link', { name: 'People' })).toHaveCount(0);
  await hers.close();
});

test('of two administrators the second is told what the first has changed', async ({
  watched: page,
  demo,
  served,
  browser,
}) => {
  const user = (await add_person(served, { name: 'wim', zone: '5364' })) as User;
  const place = `/people/${user.id}`;
  const other = await browser.newPage();
  await administrate(page, { demo, served }, { place });
  await administrate(other, { demo, served }, { place });
  const save = (on: Page) => on.getByRole('button', { name: 'Save' });
  const said = (on: Page, words: string) => on.getByText(words);
  await page
    .getByLabel(/^Language/)
    .last()
    .selectOption('fr');
  await other.getByLabel(ROLE).selectOption('investigator');
  await other.getByLabel(/^Zone/).selectOption('5352');
  await press_and_prove(other, save(other), said(other, 'Saved.'));
  await other.close();

  await press_and_prove(page, save(page), said(page, 'Somebody else changed this account'));
  const met = page.getByRole('alert').filter({ hasText: 'Somebody else changed this account' });
  await expect(met.locator('li')).toHaveText(['Role', 'Zone']);
  expect(await violations(page)).toEqual([]);
  await expect(page.getByLabel(ROLE)).toHaveValue('investigator');
  expect((await kept(served, user.id))?.language).toBe('en');
  await press_and_prove(page, save(page), said(page, 'Saved.'));
  expect(await kept(served, user.id)).toMatchObject({
    language: 'fr',
    role: 'investigator',
    zone: { code: '5352' },
    version: 3,
  });
});

test('an account is disabled and enabled, and gets another password', async ({
  watched: page,
  demo,
  served,
  browser,
}) => {
  const user = (await add_person(served, { name: 'bob' })) as User;
  await administrate(page, { demo, served }, { place: `/people/${user.id}` });
  const his = await browser.newPage();
  await sign_in_on(his, { ...demo, name: 'bob' }, { place: '/account', choices: EN });
  await expect(his.locator('header nav')).toBeVisible();

  const dialog = page.getByRole('dialog');
  const head = page.getByRole('main').locator('header').first();
  await page.getByRole('button', { name: 'Disable' }).click();
  await expect(dialog).toContainText('its sessions and tokens end for good');
  expect(await violations(page)).toEqual([]);
  await proof_is_over(page);
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toContainText('once more');
  const enable = page.getByRole('button', { name: 'Enable' });
  await press_and_prove(page, dialog.getByRole('button', { name: 'Disable' }), enable);
  await expect(head).toContainText('disabled');
  expect(await session_status(his)).toBe(401);
  await enable.click();
  const disable = page.getByRole('button', { name: 'Disable' });
  await press_and_prove(page, dialog.getByRole('button', { name: 'Enable' }), disable);
  await expect(head).toContainText('in force');

  await page.getByRole('button', { name: 'New first password' }).click();
  const shown = page.getByRole('status').filter({ hasText: 'The first password of' });
  await press_and_prove(page, dialog.getByRole('button', { name: 'Draw it' }), shown);
  const password = (await shown.locator('code').textContent()) ?? '';
  await shown.getByRole('button', { name: 'I have handed it over' }).click();
  await sign_in_on(his, { ...demo, name: 'bob', password }, { place: '/account', choices: EN });
  await expect(his.locator('header nav')).toBeVisible();
  await his.close();

  const reset = page.getByRole('button', { name: 'Reset the second factor' });
  await reset.click();
  await press_and_prove(page, dialog.getByRole('button', { name: 'Reset it' }), reset);
  await expect(dialog).toHaveCount(0);
});

test('nobody disables itself, and what breaks glass is said', async ({
  watched: page,
  demo,
  served,
}) => {
  const boss = await administrate(page, { demo, served });
  await page.goto(`${demo.url}/people/${boss.id}`);
  await expect(page.getByText('another administrator disables you')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Disable' })).toHaveCount(0);
  await expect(page.getByLabel(ROLE)).toBeDisabled();
  await page.goto(`${demo.url}/people/new`);
  await page.getByLabel('Name to sign in with').fill('glass');
  await page.getByLabel('Name that others see').fill('Sealed envelope');
  await page.getByLabel(ROLE).selectOption('administrator');
  await page.getByLabel('To break glass with').check();
  await page.getByLabel('Role until').fill('');
  const shown = page.getByRole('status').filter({ hasText: 'The first password of' });
  await press_and_prove(page, page.getByRole('button', { name: 'Make the account' }), shown);
  await shown.getByRole('button', { name: 'I have handed it over' }).click();
  await page.getByRole('link', { name: 'All accounts' }).click();
  await expect(row(page, 'Sealed envelope')).toContainText('break glass');
});

test('who may see no accounts is told so', async ({ watched: page, demo, served }) => {
  await add_person(served, { name: 'olga', zone: '5364' });
  await sign_in_on(page, { ...demo, name: 'olga' }, { place: '/people', choices: EN });
  await expect(page.getByRole('alert')).toContainText('Ask someone whose role allows it');
  await expect(page.getByRole('link', { name: 'New account' })).toHaveCount(0);
});

for (const palette of PALETTES) {
  test(`accounts are accessible in ${palette}, in four languages, by keys`, async ({
    watched: page,
    demo,
    served,
  }) => {
    const choices = { 'bas.language': 'en', 'bas.palette': palette };
    const boss = await administrate(page, { demo, served }, { choices });
    const table = page.locator('[data-region=accounts]');
    await expect(table.getByRole('row').nth(1)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    for (const [language, words] of Object.entries(LANGUAGES)) {
      await page.locator('header select').selectOption(language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, `${language} is wider than the window`).toBe(false);
    }
    await page.keyboard.press('F6');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/people\/[0-9A-Z]{26}$/);
    await expect(page.locator('[data-region=person] form')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${demo.url}/people/new`);
    await expect(page.locator('[data-region=person] form')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const place of ['/people', '/people/new', `/people/${boss.id}`]) {
      await page.goto(`${demo.url}${place}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, place).toBeLessThanOrEqual(320);
    }
  });
}

test('a password is nowhere but on the screen', async ({ watched: page, demo, served }) => {
  await administrate(page, { demo, served }, { place: '/people/new' });
  await page.getByLabel('Name to sign in with').fill('once');
  await page.getByLabel('Name that others see').fill('Once');
  const shown = page.getByRole('status').filter({ hasText: 'The first password of Once' });
  await press_and_prove(page, page.getByRole('button', { name: 'Make the account' }), shown);
  const password = (await shown.locator('code').textContent()) ?? PASSWORD;
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, location.href]));
  expect(stored).not.toContain(password);
  await page.reload();
  await expect(page.getByText(password)).toHaveCount(0);
});

test('plates that somebody may not look up are told, counted and never shown', async ({
  watched: page,
  demo,
  served,
}) => {
  const user = (await add_person(served, { name: 'ria', zone: '5364' })) as User;
  await administrate(page, { demo, served }, { place: `/people/${user.id}` });
  const panel = page.getByRole('region', { name: 'Close plates' });
  const counts = panel.locator('dd');
  await expect(counts).toHaveText(['0', '0']);
  const replace = panel.getByRole('button', { name: 'Replace all of them' });
  await replace.click();
  await expect(panel.getByRole('alert')).toContainText('No plate was typed');
  await panel.getByLabel('Own plates').fill('1-OWN-111');
  await panel.getByLabel('Plates of relatives').fill('1 REL 222\n1-REL-333');
  await replace.click();
  await expect(panel.getByRole('status')).toContainText('Kept.');
  await expect(counts).toHaveText(['1', '2']);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(counts).toHaveText(['1', '2']);
  expect(await page.content()).not.toMatch(/1.?OWN.?111|1.?REL/);
  expect(await served.ask(`/api/v1/users/${user.id}/close-plates`)).toEqual({
    own: 1,
    relatives: 2,
  });
  await panel.getByRole('button', { name: 'Forget all of them' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget them' }).click();
  await expect(counts).toHaveText(['0', '0']);
  await expect(panel.getByRole('button', { name: 'Forget all of them' })).toHaveCount(0);
});

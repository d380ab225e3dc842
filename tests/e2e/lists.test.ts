// The screens of lists. Each test makes the list it changes, so that they run against a demo and
// against the fake alike. Only what a demo cannot be brought to show is put in its mouth here.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { List, Revision } from '../../web/src/api/generated';
import { type Demo, expect, sign_in_on, test } from './demo';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
const CSV = 'plate,country,reason,valid_until\n';
const NEXT_WEEK = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
const LINES = `${CSV}1SBO258,BE,Stolen in Lille,${NEXT_WEEK}\n2KLM345,BE,Taken,${NEXT_WEEK}\n`;

// Signed in on the lists: the map of Watch is slow to draw, and not needed here.
async function sign_in(page: Page, demo: Demo, choices: Record<string, string>) {
  await sign_in_on(page, demo, { place: '/lists', choices });
  await expect(page.getByRole('table')).toBeVisible();
}

const keeper = (demo: Demo): Demo => ({ ...demo, name: 'lien' });

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

// A list of this test alone, made as any program would make it.
async function new_list(page: Page, title: string): Promise<string> {
  const name = `e2e-${title.toLowerCase().replaceAll(' ', '-')}-${Date.now()}`;
  const match = { inexact: 'review', threshold: 0.1, uses_veto: true };
  const kind = { category: 'stolen', priority: 2, valid_days: 30 };
  const body = { name, title, owner_zone: '5364', match, ...kind };
  const status = await page.evaluate(async (list) => {
    const headers = { 'Content-Type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(list) };
    return (await fetch('/api/v1/lists', request)).status;
  }, body);
  expect(status).toBe(201);
  return name;
}

async function open(page: Page, demo: Demo, place: string) {
  await page.goto(`${demo.url}${place}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function send_in(page: Page, demo: Demo, list: string, text: string) {
  await open(page, demo, `/lists/${list}/import`);
  const buffer = Buffer.from(text);
  const file = { name: 'entries.csv', mimeType: 'text/csv', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Try it: change nothing yet' }).click();
  await expect(page.getByText('entries.csv: what it would do')).toBeVisible();
  await page.getByRole('button', { name: 'Apply it to the list' }).click();
  await expect(page.getByText('entries.csv: done')).toBeVisible();
}

test('every list stands in the table, sorts, and opens by keyboard', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, keeper(demo), EN);
  const table = page.getByRole('region', { name: 'Lists' });
  await expect(table.getByRole('link', { name: 'Stolen vehicles' })).toBeVisible();
  const titles = () => table.locator('[data-row-link]').allInnerTexts();
  await table.getByRole('button', { name: 'List', exact: true }).click();
  expect(await titles()).toEqual((await titles()).toSorted((a, b) => a.localeCompare(b)));
  await expect(page).toHaveURL(/by=title&direction=up/);
  await table.focus();
  await page.keyboard.press('j');
  await expect(table.locator('[data-row-link]').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(table.locator('[data-row-link]').last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/lists\/[a-z0-9-]+$/);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a file is tried, then applied, and its rejected lines can be saved', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, keeper(demo), EN);
  const list = await new_list(page, 'File');
  await send_in(page, demo, list, `${LINES},BE,no plate here,${NEXT_WEEK}\n`);
  const rejects = page.locator('[data-region=rejects]');
  await expect(rejects.getByRole('row')).toHaveCount(2);
  const saving = page.waitForEvent('download');
  await rejects.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saving).suggestedFilename()).toMatch(/rejected\.csv$/);
  await open(page, demo, `/lists/${list}/entries`);
  await expect(page.locator('[data-row-link]')).toHaveCount(2);
  expect(page.url()).not.toMatch(/1SBO258|2KLM345/);
});

test('what a revision changed is shown before and after', async ({ watched: page, demo }) => {
  await sign_in(page, keeper(demo), EN);
  const list = await new_list(page, 'Diff');
  await send_in(page, demo, list, LINES);
  await send_in(page, demo, list, LINES.replace('Taken', 'Taken with its keys'));
  await page.getByRole('link', { name: /^Open revision/ }).click();
  const changes = page.locator('[data-region=changes]');
  await changes.getByRole('button', { name: '1 changed' }).click();
  await expect(changes.locator('del')).toHaveText('Taken');
  await expect(changes.locator('ins')).toHaveText('Taken with its keys');
});

test('a list is suspended with a reason that everybody reads, and resumed', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, keeper(demo), EN);
  const list = await new_list(page, 'Suspension');
  await open(page, demo, `/lists/${list}`);
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByLabel('Why? Every desk reads this.').fill('Its owner asked for it');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('Its owner asked for it')).toBeVisible();
  await page.goto(`${demo.url}/watch`);
  await expect(page.getByRole('note').filter({ hasText: 'Suspension' })).toBeVisible();
  await open(page, demo, `/lists/${list}`);
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('In force')).toBeVisible();
});

test('settings are changed in plain words', async ({ watched: page, demo }) => {
  await sign_in(page, keeper(demo), EN);
  const list = await new_list(page, 'Settings');
  await open(page, demo, `/lists/${list}`);
  await page.locator('[data-region=settings]').getByRole('button', { name: 'Change' }).click();
  await page.getByRole('radio', { name: /^Misreads go to review/ }).check();
  await page.getByLabel('Certainty from which it counts, %').fill('92');
  await page.getByLabel('Maximum age, hours').fill('36');
  await page.getByRole('button', { name: 'Save' }).click();
  const settings = page.locator('[data-region=settings]');
  await expect(settings.getByText('Misreads go to review')).toBeVisible();
  await expect(settings.getByText(/It counts from 92/)).toBeVisible();
});

test('a preview shows what an entry would find, before it is put on', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, keeper(demo), EN);
  const list = await new_list(page, 'Preview');
  await open(page, demo, `/lists/${list}/entries/new`);
  await page.getByLabel('Plate').fill('1-SBO-258');
  const preview = page.locator('[data-region=preview]');
  await expect(preview.getByText('of its passages would be found')).toBeVisible();
  await expect(preview.locator('[data-differs=true]').first()).toBeVisible();
  await page.getByLabel('Plate').fill('1-SBO-258');
  await page.getByLabel('Reason').fill('Stolen in Lille');
  await page.getByLabel('Asked for by').fill('Neteland');
  await page.getByLabel('Legal basis').fill('Police Function Act');
  await page.getByLabel('Case number').fill('AN.11.1234/2026');
  await page.getByRole('button', { name: 'Put it on the list' }).click();
  await expect(page).toHaveURL(/\/entries\/[0-9A-Z]{26}$/);
  await expect(page.locator('[data-region=entry]').getByText('Stolen in Lille')).toBeVisible();
});

test('a wrong entry is taken off everywhere and stays off', async ({ watched: page, demo }) => {
  await sign_in(page, keeper(demo), EN);
  const list = await new_list(page, 'Wrong');
  await send_in(page, demo, list, LINES);
  await open(page, demo, `/lists/${list}/entries`);
  await page.locator('[data-row-link]').first().click();
  await page.getByRole('button', { name: 'Wrong entry' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('It ends at once, for all zones.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Wrong: take it off everywhere' }).click();
  await expect(page.locator('[data-row-link]')).toHaveCount(1);
  await open(page, demo, `/lists/${list}/wrong`);
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('Nothing is marked wrong')).toBeVisible();
});

test('looking back asks for purpose and case, then says what was found', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, keeper(demo), EN);
  const list = await new_list(page, 'Look back');
  await send_in(page, demo, list, LINES);
  await open(page, demo, `/lists/${list}/entries`);
  await page.locator('[data-row-link]').first().click();
  const look = page.locator('[data-region=look-back]');
  await look.getByLabel('Purpose').selectOption('jp_crime');
  await look.getByLabel('Case number').fill('AN.11.1234/2026');
  await look.getByLabel('Reason').fill('Reported today');
  await look.getByRole('button', { name: 'Look back' }).click();
  await expect(look.getByText(/reads? found|Not seen in these days/)).toBeVisible();
});

// A held file needs a list that shrinks at its source; its answers are given here.
test('a held file says what it would remove, and asks', async ({ watched: page, demo }) => {
  await sign_in(page, keeper(demo), EN);
  const name = await new_list(page, 'Held');
  const counts = { added: 1, changed: 0, unchanged: 20, removed: 390, rejected: 0, skipped: 0 };
  const rest = { lines: 21, repeated: 0, contradicting: 0, standard_ends: 0, kept_out: 0 };
  const revision = {
    number: 3,
    mode: 'full',
    state: 'held',
    origin: 'source',
    started_at: new Date().toISOString(),
    counts: { ...counts, ...rest },
  } satisfies Revision;
  const held = (list: List): List => ({ ...list, entries: 410, last_revision: revision });
  await page.route('**/api/v1/lists', async (route) => {
    const answer = (await (await route.fetch()).json()) as { items: List[] };
    const items = answer.items.map((list) => (list.name === name ? held(list) : list));
    await route.fulfill({ json: { items } });
  });
  await page.route(`**/api/v1/lists/${name}`, async (route) => {
    await route.fulfill({ json: held((await (await route.fetch()).json()) as List) });
  });
  await page.route(`**/api/v1/lists/${name}/revisions/3`, (route) =>
    route.fulfill({ json: revision }),
  );
  await page.route(`**/revisions/3/changes?*`, (route) => route.fulfill({ json: { items: [] } }));
  let discarded = 0;
  await page.route(`**/revisions/3/discard`, (route) => {
    discarded += 1;
    return route.fulfill({ json: { ...revision, state: 'cancelled' } });
  });
  await open(page, demo, '/lists');
  const line = page.locator('[data-region=held] li').filter({ hasText: 'Held' });
  await expect(line).toContainText('would remove 390 of 410 entries');
  await line.getByRole('link', { name: 'Look and decide' }).click();
  await expect(page.getByText(/It would remove 390 of the 410 entries in force/)).toBeVisible();
  await page.getByRole('button', { name: 'Discard the file' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => discarded).toBe(1);
  // The page asks for the list again: its answers above are to be given before the test ends.
  await page.unrouteAll({ behavior: 'wait' });
});

test('an operator sees lists and is not offered what is refused', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, demo, EN);
  await open(page, demo, '/lists/stolen-vehicles');
  await expect(page.getByText('Only a list manager changes them.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Suspend' })).toHaveCount(0);
});

const WORDS = {
  nl: ['Lijsten', 'Lijstregels', 'Versheid'],
  fr: ['Listes', 'Inscriptions', 'Fraîcheur'],
  de: ['Listen', 'Einträge', 'Aktualität'],
  en: ['Lists', 'Entries', 'Freshness'],
} as const;

for (const [language, [title, entries, freshness]] of Object.entries(WORDS)) {
  const palette = language === 'nl' || language === 'de' ? 'night' : 'day';
  test(`the list screens in ${language}, by ${palette}: whole, and accessible`, async ({
    watched: page,
    demo,
  }) => {
    test.slow();
    const choices = { 'bas.language': language, 'bas.palette': palette };
    await sign_in(page, keeper(demo), choices);
    await open(page, demo, '/lists');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('columnheader', { name: freshness })).toBeVisible();
    for (const place of ['', '/entries', '/entries/new', '/revisions', '/import', '/wrong']) {
      if (place !== '') await open(page, demo, `/lists/stolen-vehicles${place}`);
      await expect(page.locator('[role=status]')).toHaveCount(0);
      expect(await violations(page), place).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, `${place} is wider than the window`).toBe(false);
    }
    await open(page, demo, '/lists/stolen-vehicles');
    await expect(page.getByRole('link', { name: entries })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('the table of lists reads at 320 CSS pixels', async ({ watched: page, demo }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await sign_in(page, keeper(demo), { 'bas.language': 'de', 'bas.palette': 'day' });
  for (const place of ['/lists', '/lists/stolen-vehicles', '/lists/stolen-vehicles/entries/new']) {
    await open(page, demo, place);
    await expect(page.locator('table, form, section').first()).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, place).toBeLessThanOrEqual(320);
  }
});

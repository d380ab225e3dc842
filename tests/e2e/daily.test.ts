// The daily batch: what does not ring is worked through by the zone of the holder's home.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { rows, sign_in_on } from './demo';
import { add_person, expect, type Served, test, violations } from './served';
import { picture_of } from './street';

test.use({ settings: { BAS_LOG__LEVEL: 'error' } }); // a server of its own

const LOOKS_IN = path.join(import.meta.dirname, '../../build/looks');
const DAY_MS = 86_400_000;
const PLATES = ['1DAY001', '1DAY002', '1DAY003', '1DAY004'];

type Made = { id: string; ingest_key: string };

let key = '';

// Once a server, whichever test is the first.
async function set_up(served: Served) {
  if (key) return;
  const { ask } = served;
  const place = { latitude: 51.25, longitude: 4.95, municipality: 'Kasterlee', road: 'N19' };
  const site = await ask('/api/v1/sites', { zone: '5364', name: 'N19 km 7', ...place });
  const camera = await ask('/api/v1/cameras', { site: (site as Made).id, name: 'south' });
  key = (camera as Made).ingest_key;
  await add_person(served, { name: 'lies', role: 'list_manager', zone: '5364' });
  const { token } = (await ask('/api/v1/tokens', { user: 'lies', days: 1 })) as { token: string };
  const keep = async (where: string, body: object) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${served.url}${where}`, sent);
    expect(answer.status, await answer.text()).toBeLessThan(300);
  };
  const list = { category: 'uninsured', priority: 3, valid_days: 14, title: 'Uninsured' };
  await keep('/api/v1/lists', { name: 'uninsured', owner_zone: '5364', ...list });
  const until = new Date(Date.now() + 7 * DAY_MS).toISOString();
  for (const plate of PLATES) {
    const why = { reason: 'no policy', owner: 'DIV', basis: 'register', source_id: plate };
    const entry = { plate, country: 'BE', ...why, valid_until: until, home: '5364' };
    await keep('/api/v1/lists/uninsured/entries', entry);
  }
  await add_person(served, { name: 'nele', zone: '5364' });
}

async function passes(served: Served, plate: string, days_ago: number, picture = '') {
  const at = new Date(Date.now() - days_ago * DAY_MS);
  at.setUTCHours(11, 0, 0, 0);
  const read = {
    captured_at: (days_ago > 0 ? at : new Date()).toISOString(),
    plate,
    country: 'BE',
    event_id: randomUUID(),
    ...(picture && { images: [{ role: 'plate', base64: picture }] }),
  };
  const body = JSON.stringify(read);
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${served.url}/ingest/${key}`, { method: 'POST', headers, body });
  expect(answer.status, await answer.text()).toBe(200);
}

async function enter(page: Page, url: string, language: string, palette: string) {
  const demo = { url, name: 'nele', password: 'correct horse battery' };
  const choices = { 'bas.language': language, 'bas.palette': palette };
  await sign_in_on(page, demo, { place: '/watch?queue=daily', choices });
}

const WORDS = {
  nl: { tab: 'Dagelijks', days: 'Dagen', palette: 'day' },
  fr: { tab: 'Par jour', days: 'Jours', palette: 'dusk' },
  de: { tab: 'Täglich', days: 'Tage', palette: 'night' },
  en: { tab: 'Daily', days: 'Days', palette: 'day' },
} as const;

test('a day is worked through: compared, closed, and rejected together', async ({
  served,
  watched: page,
}) => {
  await set_up(served);
  await page.goto(served.url);
  const picture = await picture_of(page, PLATES[0] ?? '');
  for (const plate of PLATES.slice(0, 3)) await passes(served, plate, 1, picture);
  await passes(served, PLATES[3] ?? '', 0);
  await enter(page, served.url, 'en', 'day');
  const days = page.getByRole('group', { name: 'Days' });
  await expect(days.getByText('1 vehicle today')).toBeVisible();
  await expect(days.getByRole('button')).toHaveText(/0 of 3 done/);
  await expect(page.getByRole('button', { name: 'Daily 3' })).toBeVisible();
  await expect(rows(page)).toHaveCount(3);

  await rows(page).filter({ hasText: '1DAY001' }).click();
  await expect(page.getByText('Daily batch of your zone')).toBeVisible();
  await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByRole('button', { name: 'Close…' }).click();
  await page.getByRole('button', { name: 'Report drawn up' }).click();
  await expect(days.getByRole('button')).toHaveText(/1 of 3 done/);

  await page.getByRole('listbox').focus();
  for (const plate of ['1DAY002', '1DAY003']) {
    await rows(page).filter({ hasText: plate }).click();
    await page.keyboard.press('x');
  }
  const bar = page.getByRole('group', { name: '2 vehicles marked' });
  await bar.getByRole('button', { name: 'Entry out of date' }).click();
  await expect(bar).toBeHidden();
  await expect(rows(page).filter({ hasText: /rejected/i })).toHaveCount(2);
  await page.getByRole('button', { name: /^Alarms/ }).click();
  await expect(page.getByText('No hits', { exact: true })).toBeVisible();
});

for (const [language, { tab, days: name, palette }] of Object.entries(WORDS)) {
  test(`${language}, by ${palette}: it is accessible and its address holds the day`, async ({
    served,
    watched: page,
  }) => {
    await set_up(served);
    await page.goto(served.url);
    await passes(served, PLATES[0] ?? '', 2, await picture_of(page, PLATES[0] ?? ''));
    await enter(page, served.url, language, palette);
    await page.getByRole('button', { name: new RegExp(`^${tab}`) }).click();
    const days = page.getByRole('group', { name, exact: true }).getByRole('button');
    await expect(rows(page).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await days.last().click();
    await expect(page).toHaveURL(/queue=daily&day=\d{4}-\d{2}-\d{2}/);
    await page.reload();
    await rows(page).first().click();
    await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
    await page.screenshot({ path: path.join(LOOKS_IN, `daily-${language}-${palette}.png`) });
  });
}

// The sums of the coordination cell: told in four languages and three palettes, chosen by keys.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, sign_in_on } from './demo';
import { add_person, PASSWORD, type Served, test, violations } from './served';

// What is counted here is not in the province of other files.
test.use({ settings: { BAS_LOG__LEVEL: 'error' } });

const LOOKS_IN = path.join(import.meta.dirname, '../../build/looks');

const LOOKS = [
  { language: 'nl', palette: 'day', title: 'Statistieken', blind: 'blinde vlek' },
  { language: 'fr', palette: 'dusk', title: 'Statistiques', blind: 'angle mort' },
  { language: 'de', palette: 'night', title: 'Statistik', blind: 'blinder Fleck' },
  { language: 'en', palette: 'day', title: 'Statistics', blind: 'blind spot' },
] as const;

type Made = { id: string };
type Camera = Made & { ingest_path: string };
type Hit = Made & { version: number; plate: string };
type Send = (place: string, body?: unknown, version?: number) => Promise<unknown>;

const HITS = 12; // enough that a share is told
const MISREAD = 4;
const UNITS = 5;
const STOPS = 3;
const LOOK_ALIKES = { '1BKX8D8': '1BKX808', '1FTM6D5': '1FTM605', '1HPWB23': '1HPW823' };
const ALL = HITS + Object.keys(LOOK_ALIKES).length;

let counted: Promise<void> | undefined;

// Cameras that see and one that does not, hits, and what was made of them; once for this file.
function count_once(served: Served): Promise<void> {
  counted ??= count_in(served);
  return counted;
}

async function count_in(served: Served): Promise<void> {
  const keeper = await sender(served, { name: 'stats-keeper', role: 'list_manager' });
  const operator = await sender(served, { name: 'stats-operator' });
  const cameras = await set_up_cameras(served);
  await keeper('/api/v1/lists', { ...LIST, name: 'counted', title: 'Counted' });
  const match = { inexact: 'review', threshold: 0.01 };
  await keeper('/api/v1/lists', { ...LIST, name: 'near', title: 'Near', match });
  const passes = async (list: string, at: number, [plate, read]: [string, string]) => {
    await keeper(`/api/v1/lists/${list}/entries`, entry_of(plate));
    const said = { plate: read, captured_at: new Date().toISOString() };
    await operator(cameras[at % cameras.length]!.ingest_path, said);
  };
  for (let at = 0; at < HITS; at += 1) {
    const plate = `1CNT${String(at).padStart(3, '0')}`;
    await passes('counted', at, [plate, plate]);
  }
  for (const [read, plate] of Object.entries(LOOK_ALIKES)) await passes('near', 0, [plate, read]);
  await judge(operator);
}

const LIST = { owner_zone: '5364', category: 'stolen', priority: 2, valid_days: 30 };

function entry_of(plate: string) {
  const valid_until = new Date(Date.now() + 86_400_000).toISOString();
  const why = { reason: 'taken', owner: 'PZ 5364', basis: 'report', source_id: plate };
  return { plate, country: 'BE', valid_until, ...why };
}

async function sender(
  served: Served,
  person: { name: string; role?: 'list_manager' },
): Promise<Send> {
  await add_person(served, { zone: '5364', ...person });
  const wish = { user: person.name, days: 1 };
  const { token } = (await served.ask('/api/v1/tokens', wish)) as { token: string };
  return async (place, body, version) => {
    const answer = await fetch(`${served.url}${place}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

// Those that will see; in the south stands one that will not.
async function set_up_cameras({ ask }: Served): Promise<Camera[]> {
  const add = async (name: string, place: object) => {
    const site = await ask('/api/v1/sites', { latitude: 51.2, longitude: 4.8, ...place });
    return (await ask('/api/v1/cameras', { site: (site as Made).id, name })) as Camera;
  };
  const brecht = { zone: '5364', municipality: 'Brecht', road: 'N115' };
  await add('Grens zuid', { zone: '5352', name: 'Grens', municipality: 'Essen', road: 'N133' });
  return [
    await add('Ring noord', { ...brecht, name: 'Ring' }),
    await add('Kerk in', { ...brecht, name: 'Kerk', municipality: 'Malle', road: 'N12' }),
    await add('Ring west', { ...brecht, name: 'Ring west' }),
  ];
}

// The first of the counted were misread, as all look-alikes; of the others some were followed up.
async function judge(send: Send): Promise<void> {
  const all = async () => ((await send('/api/v1/hits?limit=100')) as { items: Hit[] }).items;
  await expect.poll(async () => (await all()).length).toBe(ALL);
  const by_plate = (await all()).toSorted((a, b) => a.plate.localeCompare(b.plate));
  const exact = by_plate.filter(({ plate }) => plate.startsWith('1CNT'));
  const step = async (hit: Hit, verb: string, body: object = {}) =>
    (await send(`/api/v1/hits/${hit.id}/${verb}`, body, hit.version)) as Hit;
  const misread = { state: 'rejected', reason: 'misread' };
  for (const hit of by_plate.filter((one) => !exact.includes(one))) {
    await step(hit, 'verdict', misread);
  }
  for (const hit of exact.slice(0, MISREAD)) await step(hit, 'verdict', misread);
  for (const [at, hit] of exact.slice(MISREAD).entries()) {
    let now = await step(hit, 'verdict', { state: 'validated' });
    if (at < UNITS) now = await step(now, 'dispatch');
    if (at < STOPS) now = await step(now, 'stop');
    if (at < STOPS) await step(now, 'outcome', { outcome: at === 0 ? 'cleared' : 'confirmed' });
  }
}

async function open_as(page: Page, served: Served, choices: Record<string, string>) {
  await count_once(served);
  const demo = { url: served.url, name: 'stats-operator', password: PASSWORD };
  await sign_in_on(page, demo, { place: '/statistics?zones=all', choices });
}

for (const { language, palette, title, blind } of LOOKS) {
  test(`sums are told in ${language}, ${palette}`, async ({ page, served }) => {
    await open_as(page, served, { 'bas.language': language, 'bas.palette': palette });
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    const funnel = page.locator('[data-region="funnel"] ol > li');
    await expect(funnel.nth(0).locator('strong')).toHaveText(`${ALL}`);
    await expect(funnel.nth(2).locator('strong')).toHaveText(`${HITS - MISREAD}`);
    await expect(funnel.nth(4).locator('strong')).toHaveText(`${STOPS}`);
    const list = page.locator('[data-region="lists"] tbody tr', { hasText: 'Counted' });
    await expect(list).toContainText(/33[.,]3/);
    const pairs = page.locator('[data-region="pairs"] tbody tr');
    const glyph = page.locator('kbd', { hasText: /^D$/ });
    await expect(pairs.filter({ has: glyph }).locator('kbd')).toHaveText(['0', 'D']);
    await expect(page.locator('[data-region="coverage"]')).toContainText('Grens zuid');
    await expect(page.locator('tr[data-blind="true"]').first()).toContainText(blind);
    await expect(page.locator('main')).not.toContainText('CNT0');
    expect(await violations(page)).toEqual([]);
    await show_all(page);
    await page.screenshot({ path: path.join(LOOKS_IN, `statistics-${language}-${palette}.png`) });
  });
}

// A window as high as what is told in it.
async function show_all(page: Page) {
  const height = await page.locator('main').evaluate((main) => main.scrollHeight);
  await page.setViewportSize({ width: 1440, height: height + 100 });
}

test('period and zones are chosen by keys, and the address holds them', async ({
  page,
  served,
}) => {
  await open_as(page, served, { 'bas.language': 'en', 'bas.palette': 'dusk' });
  await page.getByRole('radio', { name: '28 days' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/days=90/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/zones=own/);
  await expect(page.locator('[data-region="coverage"]')).not.toContainText('Grens zuid');
  await expect(page.locator('[data-region="coverage"]')).toContainText(
    'What passed before is not known',
  );
  expect(await violations(page)).toEqual([]);
});

test('each panel is reached by F6', async ({ page, served }) => {
  await open_as(page, served, { 'bas.language': 'en', 'bas.palette': 'night' });
  await expect(page.locator('[data-region="coverage"]')).toBeVisible();
  const reached: string[] = [];
  for (let at = 0; at < 6; at += 1) {
    await page.keyboard.press('F6');
    reached.push((await page.locator(':focus').getAttribute('data-region')) ?? '');
  }
  expect(reached).toEqual(['funnel', 'times', 'lists', 'cameras', 'pairs', 'coverage']);
});

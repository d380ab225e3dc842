// The sums of the coordination cell: told in four languages and three palettes, chosen by keys.
import type { Page } from '@playwright/test';
import { expect, sign_in_on } from './demo';
import { add_person, PASSWORD, type Served, test, violations } from './served';

// What is counted here is not in the province of other files.
test.use({ settings: { BAS_LOG__LEVEL: 'error' } });

const LOOKS = [
  { language: 'nl', palette: 'day', title: 'Statistieken', blind: 'blinde vlek' },
  { language: 'fr', palette: 'dusk', title: 'Statistiques', blind: 'angle mort' },
  { language: 'de', palette: 'night', title: 'Statistik', blind: 'blinder Fleck' },
  { language: 'en', palette: 'day', title: 'Statistics', blind: 'blind spot' },
] as const;

type Camera = { ingest_path: string };
type Hit = { id: string; version: number; plate: string };

const HITS = 12; // enough that a share is told
const MISREAD = 4;

let counted: Promise<void> | undefined;

// A camera that sees and one that does not, hits, and what was made of them; once for this file.
function count_once(served: Served): Promise<void> {
  counted ??= count_in(served);
  return counted;
}

async function count_in(served: Served): Promise<void> {
  const { ask, url } = served;
  const site = (place: object) =>
    ask('/api/v1/sites', { latitude: 51.2, longitude: 4.8, ...place });
  const north = { zone: '5364', name: 'Ring', municipality: 'Brecht', road: 'N115' };
  const south = { zone: '5352', name: 'Grens', municipality: 'Essen', road: 'N133' };
  const [seeing, blind] = (await Promise.all([site(north), site(south)])) as { id: string }[];
  const camera = (await ask('/api/v1/cameras', { site: seeing!.id, name: 'Ring noord' })) as Camera;
  await ask('/api/v1/cameras', { site: blind!.id, name: 'Grens zuid' });
  await add_person(served, { name: 'stats-operator', zone: '5364' });
  await add_person(served, { name: 'stats-keeper', zone: '5364', role: 'list_manager' });
  const token = async (user: string) =>
    ((await ask('/api/v1/tokens', { user, days: 1 })) as { token: string }).token;
  const keeper = await token('stats-keeper');
  const operator = await token('stats-operator');
  const send = async (place: string, who: string, body: unknown, more: object = {}) => {
    const answer = await fetch(`${url}${place}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${who}`, 'Content-Type': 'application/json', ...more },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  await send('/api/v1/lists', keeper, {
    name: 'counted',
    owner_zone: '5364',
    title: 'Counted',
    priority: 2,
  });
  const until = new Date(Date.now() + 86_400_000).toISOString();
  for (let at = 0; at < HITS; at += 1) {
    const plate = `1CNT${String(at).padStart(3, '0')}`;
    const entry = { plate, country: 'BE', valid_until: until, reason: 'taken' };
    await send('/api/v1/lists/counted/entries', keeper, entry);
    await send(camera.ingest_path, operator, { plate, captured_at: new Date().toISOString() });
  }
  const all = async () => {
    const answer = await fetch(`${url}/api/v1/hits?limit=100`, {
      headers: { Authorization: `Bearer ${operator}` },
    });
    return ((await answer.json()) as { items: Hit[] }).items;
  };
  await expect.poll(async () => (await all()).length).toBe(HITS);
  for (const [at, hit] of (await all()).entries()) {
    const verdict =
      at < MISREAD ? { state: 'rejected', reason: 'misread' } : { state: 'validated' };
    const headers = { 'If-Match': `"${hit.version}"` };
    await send(`/api/v1/hits/${hit.id}/verdict`, operator, verdict, headers);
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
    await expect(funnel.nth(0).locator('strong')).toHaveText(`${HITS}`);
    await expect(funnel.nth(2).locator('strong')).toHaveText(`${HITS - MISREAD}`);
    const list = page.locator('[data-region="lists"] tbody tr');
    await expect(list).toContainText('Counted');
    await expect(list).toContainText(/33[.,]3/);
    await expect(page.locator('[data-region="coverage"]')).toContainText('Grens zuid');
    await expect(page.locator('tr[data-blind="true"]').first()).toContainText(blind);
    await expect(page.locator('main')).not.toContainText('CNT0');
    expect(await violations(page)).toEqual([]);
  });
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

// The map: what is on it, the list that holds the same, the verbs on it, and the past.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, sign_in_on, test } from './demo';

// What is claimed and judged here is not new to other tests.
test.use({ province: 'map' });

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const EN = { 'bas.language': 'en', 'bas.palette': 'day' };

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

type Seen = { page: Page; demo: import('./demo').Demo };

async function open_map({ page, demo }: Seen, place = '/map', choices: object = EN) {
  await sign_in_on(page, demo, { place, choices: { ...EN, ...choices } });
  await expect(page.locator('[data-loaded=true]')).toBeVisible();
  await expect(items(page).first()).toBeVisible();
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Everything on the map' });
const items = (page: Page) => list(page).getByRole('option');
const hits = (page: Page) => list(page).locator('[data-kind=hit]');
const popup = (page: Page) => page.locator('[data-popup]');
const slider = (page: Page) => page.getByRole('slider', { name: 'Moment that the map shows' });
const view_of = (page: Page) => new URL(page.url()).searchParams.get('view');

// Chooses the first hit in the list that nobody has.
const JUDGED = /yours|validated|rejected|unit sent|stopped|closed/i;

// One that nobody has answered: another test may have judged the first.
async function choose_hit(page: Page) {
  await page.getByRole('combobox', { name: 'Show' }).selectOption('hit');
  const waiting = hits(page).filter({ hasNotText: JUDGED }).first();
  await expect(waiting).toBeVisible({ timeout: 60_000 });
  await waiting.click();
  await expect(popup(page)).toBeVisible();
}

test('everything on the map stands in the list, found by text and kind', async ({
  watched: page,
  demo,
}) => {
  await open_map({ page, demo });
  const heading = page.getByRole('heading', { level: 2, name: /items?$/ });
  const count = async () => Number((await heading.textContent())?.match(/\d+/)?.[0] ?? 0);
  const all = await count();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('zone');
  await expect(list(page).locator('[data-kind=zone]').first()).toContainText(/camera/);
  expect(await count()).toBeLessThan(all);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('camera');
  const cameras = await count();
  await page.getByRole('searchbox').fill('turnhout');
  await expect.poll(count).toBeLessThan(cameras);
  for (const text of await items(page).allInnerTexts()) expect(text).toMatch(/turnhout|N1|E34/i);
});

test('by keyboard: the map moves, the zone and the province come back, the list is reached', async ({
  watched: page,
  demo,
}) => {
  await open_map({ page, demo });
  await page.keyboard.press('F6');
  await expect(page.locator('canvas')).toBeFocused();
  await page.keyboard.press('z');
  await expect.poll(() => view_of(page)).not.toBeNull();
  await expect(page.locator('[data-still=true]')).toBeVisible();
  const zone = view_of(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => view_of(page)).not.toBe(zone);
  await expect(page.locator('[data-still=true]')).toBeVisible();
  const moved = view_of(page);
  await page.keyboard.press('+');
  await expect
    .poll(() => Number(view_of(page)?.split(',')[2]))
    .toBeGreaterThan(Number(moved?.split(',')[2]));
  await page.keyboard.press('Home');
  await expect
    .poll(() => Number(view_of(page)?.split(',')[2]))
    .toBeLessThan(Number(zone?.split(',')[2]));
  await page.keyboard.press('F6');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('j');
  await expect(list(page).locator('[aria-selected=true]')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(page.locator('[data-region=time]')).toBeFocused();
});

test('what is chosen in the list opens on the map, and the mark on the map chooses it in the list', async ({
  watched: page,
  demo,
}) => {
  await open_map({ page, demo });
  await page.getByRole('combobox', { name: 'Show' }).selectOption('camera');
  await items(page).nth(3).click();
  await expect(popup(page)).toBeVisible();
  const name = await items(page).nth(3).locator('div').nth(1).innerText();
  await expect(popup(page)).toContainText(name.split('\n')[0] ?? name);
  const chosen = new URL(page.url()).searchParams.get('chosen') ?? '';
  expect(chosen).toMatch(/^camera\.[0-9A-Z]{26}$/);
  await page.keyboard.press('Enter');
  await expect(popup(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(popup(page)).toBeHidden();
  await expect(page.locator('canvas')).toBeFocused();

  // A mark that stands in the middle of the map is clicked there.
  const address = new URL(page.url());
  const camera = (await (await page.request.get(`${demo.url}/api/v1/cameras`)).json()).items.find(
    ({ id }: { id: string }) => chosen.endsWith(id),
  );
  address.searchParams.set('view', `${camera.site.longitude},${camera.site.latitude},15.5`);
  address.searchParams.set('layers', 'cameras');
  await page.goto(address.href);
  await expect(page.locator('[data-loaded=true]')).toBeVisible();
  await expect(page.locator('[data-still=true]')).toBeVisible();
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('no map');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(popup(page)).toContainText(camera.site.name);
  await expect(list(page).locator('[aria-selected=true]')).toContainText(/./);
});

test('a hit is claimed, opened to be compared, rejected by key and taken back, all on the map', async ({
  watched: page,
  demo,
}) => {
  await open_map({ page, demo });
  await choose_hit(page);
  const id = new URL(page.url()).searchParams.get('chosen')?.split('.')[1] ?? '';
  await popup(page).getByRole('button', { name: 'Claim' }).click();
  await expect(popup(page)).toContainText('You have this');
  await expect(popup(page).getByRole('button', { name: 'Reject…' })).toBeEnabled(); // it is answered
  await page.keyboard.press('F4');
  await expect(popup(page).getByRole('button', { name: 'Misread' })).toBeFocused();
  await page.keyboard.press('m');
  await expect(popup(page)).toContainText('Rejected');
  await expect(page.getByRole('group', { name: 'Measured distance' })).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(popup(page)).toContainText('You have this');
  await page.keyboard.press('F2');
  await expect(page).toHaveURL(`${demo.url}/watch?incident=${id}`);
  await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.locator('article')).toHaveAttribute('data-state', 'validated');
  await page.goto(`${demo.url}/map?chosen=hit.${id}`);
  await page.keyboard.press('Escape');
  await expect(popup(page).getByRole('button', { name: 'Pursue' })).toBeVisible();
  await page.keyboard.press('F7');
  await expect(page).toHaveURL(/\/pursuits\/[0-9A-Z]{26}$/);
  await page.goto(`${demo.url}/map`);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('pursuit');
  await items(page).first().click();
  await expect(popup(page).getByRole('link', { name: 'Open the pursuit' })).toBeVisible();
});

test('the past is stepped through and played, shows its hits, and is never taken for live', async ({
  watched: page,
  demo,
}) => {
  await open_map({ page, demo });
  await page.getByRole('combobox', { name: 'Show' }).selectOption('hit');
  await expect(hits(page).first()).toBeVisible({ timeout: 60_000 });
  const time = page.locator('[data-region=time]');
  await expect(time).toHaveAttribute('data-live', 'true');
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(time).toHaveAttribute('data-live', 'false');
  await expect(time.getByRole('button', { name: 'Back to now' })).toBeVisible();
  const said = await slider(page).getAttribute('aria-valuetext');
  expect(said).toMatch(/^\d\d:\d\d:\d\d$/);
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'live');

  // An hour ago the province did not drive yet: nothing is there, and playing brings it.
  await page.keyboard.press('Home');
  await expect(page.getByText('Nothing on the map answers to this.')).toBeVisible();
  await time.getByRole('combobox', { name: 'Speed' }).selectOption('60');
  await slider(page).focus();
  const before = await slider(page).getAttribute('aria-valuetext');
  await page.keyboard.press(' ');
  await expect(slider(page)).not.toHaveAttribute('aria-valuetext', before ?? '');
  await expect(time.getByRole('button', { name: 'Stop' })).toBeVisible();
  await page.keyboard.press(' ');
  await expect(time.getByRole('button', { name: 'Play' })).toBeVisible();

  // A young province has hits half a minute ago only after a while.
  await expect(async () => {
    await slider(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await hits(page).first().click({ timeout: 1_000 });
  }).toPass();
  await expect(popup(page)).toContainText('The map shows the past');
  await expect(popup(page).getByRole('button', { name: 'Claim' })).toHaveCount(0);
});

test('layers are remembered for the user, stand in the address, and take their items along', async ({
  watched: page,
  demo,
}) => {
  await open_map({ page, demo });
  const cameras = page.getByRole('button', { name: 'Cameras', exact: true });
  await cameras.click();
  await expect(cameras).toHaveAttribute('aria-pressed', 'false');
  expect(new URL(page.url()).searchParams.get('layers')).not.toContain('cameras');
  await expect(list(page).locator('[data-kind=camera]')).toHaveCount(0);
  await page.goto(`${demo.url}/map`);
  await expect(cameras).toHaveAttribute('aria-pressed', 'false');
  await cameras.click();
  await expect(cameras).toHaveAttribute('aria-pressed', 'true');
});

test('a distance is measured without a mouse', async ({ watched: page, demo }) => {
  await open_map({ page, demo });
  await page.locator('canvas').focus();
  await page.keyboard.press('m');
  const measured = page.getByRole('group', { name: 'Measured distance' });
  await expect(measured).toContainText('0 km');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => view_of(page)).not.toBeNull();
  await expect(page.locator('[data-still=true]')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(measured).toContainText('2 points');
  await expect(measured.getByRole('status')).toHaveText(/^[1-9][\d.,]* km$/);
  await page.keyboard.press('Escape');
  await expect(measured).toHaveCount(0);
});

test('a browser without WebGL says so and has the list', async ({ watched: page, demo }) => {
  await page.addInitScript(() => {
    const draw = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function context(
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl') ? null : Reflect.apply(draw, this, [kind, ...rest]);
    } as typeof draw;
  });
  await sign_in_on(page, demo, { place: '/map', choices: EN });
  await expect(page.getByText('This browser draws no maps')).toBeVisible();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('camera');
  await items(page).first().click();
  await expect(popup(page)).toBeVisible();
});

test('on Watch a mark that is clicked has the verbs of the card, whose keys act once', async ({
  watched: page,
  demo,
}) => {
  await sign_in_on(page, demo, { place: '/map?layers=hits', choices: EN });
  await choose_hit(page);
  const incident = new URL(page.url()).searchParams.get('chosen')?.split('.')[1] ?? '';
  await page.goto(`${demo.url}/watch?incident=${incident}`);
  await expect(page.locator('[data-loaded=true]')).toBeVisible();
  // The map goes to the chosen hit, which then lies in its middle.
  await expect(page.locator('article')).toBeVisible();
  const box = page.locator('[data-region=map] canvas');
  await expect(async () => {
    await expect(page.locator('[data-still=true]')).toBeVisible();
    await box.click();
    await expect(popup(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('F4');
  await expect(page.getByRole('button', { name: 'Misread' })).toHaveCount(1);
});

for (const palette of ['day', 'dusk', 'night'] as const) {
  test(`the map is accessible in ${palette}`, async ({ watched: page, demo }) => {
    await open_map({ page, demo }, '/map', { 'bas.palette': palette });
    expect(await violations(page)).toEqual([]);
    await choose_hit(page);
    expect(await violations(page)).toEqual([]);
    await page.locator('canvas').focus();
    await page.keyboard.press('m');
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await violations(page)).toEqual([]);
  });
}

test('reads at 320 CSS pixels without scrolling sideways', async ({ watched: page, demo }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const choices = { 'bas.language': 'de', 'bas.palette': 'day' };
  await sign_in_on(page, demo, { place: '/map', choices });
  await expect(page.getByRole('listbox', { name: 'Alles auf der Karte' })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});

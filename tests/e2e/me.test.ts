// One's own settings: look, sounds and keys of this device, and that they hold.
import type { Page } from '@playwright/test';
import { type Demo, expect, rows, sign_in_on, test } from './demo';
import { violations } from './served';

test.use({ province: 'me' });

const WORDS = {
  nl: 'Mijn instellingen',
  fr: 'Mes réglages',
  de: 'Meine Einstellungen',
  en: 'My settings',
} as const;

const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
const PALETTES = ['day', 'dusk', 'night'] as const;

async function open(page: Page, demo: Demo, choices: Record<string, string> = EN) {
  await sign_in_on(page, demo, { place: '/me', choices });
  await expect(page.locator('[data-region=keys]')).toBeVisible();
}

const root = (page: Page) => page.locator('html');
const choice = (page: Page, name: string, words: string) =>
  page.locator(`[data-choice=${name}]`).getByLabel(words, { exact: true });
const row = (page: Page, id: string) => page.locator(`[data-shortcut=${id}]`);

// Asks for another key of a shortcut, and presses it.
async function remap(page: Page, id: string, keys: string) {
  await row(page, id).getByRole('button').last().click();
  await expect(row(page, id)).toContainText('Press a key…');
  await page.keyboard.press(keys);
}

for (const palette of PALETTES) {
  test(`accessible by ${palette}, at both ends of the brilliance`, async ({
    watched: page,
    demo,
  }) => {
    await open(page, demo, { ...EN, 'bas.palette': palette });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('slider').fill('40');
    await expect(page.locator('output')).toHaveText('40 %');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Watch' }).click();
    await expect(rows(page).first()).toBeVisible({ timeout: 60_000 });
    expect(await violations(page)).toEqual([]);
  });
}

for (const [language, words] of Object.entries(WORDS)) {
  test(`${language}: named, and as wide as a small window`, async ({ watched: page, demo }) => {
    await open(page, demo, { ...EN, 'bas.language': language });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
}

test('the account stands here, and its old address leads here', async ({ watched: page, demo }) => {
  await sign_in_on(page, demo, { place: '/account', choices: EN });
  await expect(page).toHaveURL(/\/me$/);
  await expect(page.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await page.goto(`${demo.url}/watch`);
  await page.getByRole('link', { name: 'Nadia' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My settings');
});

test('density, layout and motion hold after a reload', async ({ watched: page, demo }) => {
  await open(page, demo);
  const height = async () =>
    (await page.getByRole('button', { name: 'Change the password' }).boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThan(40);
  await choice(page, 'density', 'For fingers').check();
  expect(await height()).toBeGreaterThanOrEqual(44);
  await choice(page, 'hand', 'Left-handed').check();
  await choice(page, 'motion', 'Reduced').check();
  await page.goto(`${demo.url}/watch`);
  await expect(root(page)).toHaveAttribute('data-density', 'touch');
  await expect(root(page)).toHaveAttribute('data-motion', 'reduced');
  const left = async (region: string) =>
    (await page.locator(`[data-region=${region}]`).boundingBox())?.x ?? 0;
  await expect(page.getByRole('listbox')).toBeVisible();
  expect(await left('queue')).toBeGreaterThan(await left('card'));
  expect(await left('card')).toBeGreaterThan(await left('map'));
});

test('by the clock the palette follows the sun of Brussels, until one is chosen', async ({
  watched: page,
  demo,
}) => {
  await page.clock.setFixedTime('2026-12-21T12:00:00Z');
  await open(page, demo, { ...EN, 'bas.palette': 'night' });
  await choice(page, 'palette', 'By the clock').check();
  await expect(root(page)).toHaveAttribute('data-palette', 'day');
  await page.clock.setFixedTime('2026-12-21T17:00:00Z');
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-palette', 'dusk');
  await page.clock.setFixedTime('2026-12-21T22:30:00Z');
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-palette', 'night');
  await expect(page.locator('header nav')).toBeVisible(); // the palette is there before the keys
  await page.keyboard.press('Control+Alt+n');
  await expect(root(page)).toHaveAttribute('data-palette', 'day');
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-palette', 'day');
});

test('a shortcut gets another key, and acts by it alone', async ({ watched: page, demo }) => {
  await open(page, demo);
  const help = page.getByRole('dialog', { name: 'Keys' });
  await row(page, 'help').getByRole('button', { name: /F1/ }).click();
  await page.keyboard.press('F3');
  await expect(row(page, 'help')).toContainText('F3');
  await page.reload();
  await expect(row(page, 'help')).toContainText('F3');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('F3');
  await expect(help).toBeVisible();
  await expect(help).toContainText('F3');
  await page.keyboard.press('Escape');
  await row(page, 'help').getByRole('button', { name: 'Reset' }).click();
  await expect(row(page, 'help')).toContainText('F1');
});

test('a key that another shortcut has, or that cannot be typed here, is refused', async ({
  watched: page,
  demo,
}) => {
  await open(page, demo);
  await remap(page, 'silence', 'F2');
  await expect(row(page, 'silence').getByRole('alert')).toContainText('Validate the hit');
  await page.keyboard.press('7');
  await expect(row(page, 'silence').getByRole('alert')).toContainText('digits');
  await page.keyboard.press('b');
  await expect(row(page, 'silence').getByRole('alert')).toContainText('acts everywhere');
  await page.keyboard.press('Escape');
  await expect(row(page, 'silence')).toContainText('F9');
  await expect(row(page, 'silence').getByRole('alert')).toBeHidden();
});

test('without single letters J moves nothing, and the arrow still does', async ({
  watched: page,
  demo,
}) => {
  await open(page, demo);
  await page.getByLabel('Single letters are shortcuts').uncheck();
  await page.getByRole('link', { name: 'Watch' }).click();
  await expect(rows(page).nth(1)).toBeVisible({ timeout: 60_000 });
  await rows(page).first().click();
  const chosen = () => new URL(page.url()).searchParams.get('incident');
  await expect.poll(chosen).not.toBeNull();
  const first = chosen();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect.poll(chosen).not.toBe(first);
  const second = chosen();
  await page.keyboard.press('ArrowUp');
  await expect.poll(chosen).toBe(first); // one step back: J had made none
  expect(second).not.toBe(first);
});

// Every tone that Web Audio is asked for, in Hz.
async function listen(page: Page) {
  await page.addInitScript(() => {
    const heard: number[] = [];
    Object.assign(globalThis, { heard });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function begin(when) {
      heard.push(this.frequency.value);
      start.call(this, when);
    };
  });
  return () => page.evaluate(() => [...(globalThis as unknown as { heard: number[] }).heard]);
}

test('each sound can be tried, also one that is off', async ({ watched: page, demo }) => {
  const heard = await listen(page);
  await open(page, demo);
  const sounds = page.locator('[data-region=sounds]');
  await expect(sounds.getByRole('button')).toHaveCount(6);
  await expect(sounds.getByLabel('Hits of class 3', { exact: true })).not.toBeChecked();
  await sounds.getByRole('button', { name: 'Test: Hits of class 3' }).click();
  await expect.poll(heard).toContain(587);
});

test('who silences class 1 is told so on every screen', async ({ watched: page, demo }) => {
  await open(page, demo);
  const sounds = page.locator('[data-region=sounds]');
  await sounds.getByRole('button', { name: 'Test: Hits of class 1' }).click();
  await expect(page.getByText('nothing sounds for class 1')).toBeHidden();
  await sounds.getByLabel('Hits of class 1', { exact: true }).uncheck();
  await expect(page.getByText('nothing sounds for class 1')).toBeVisible();
  await page.getByRole('link', { name: 'Lists' }).click();
  await expect(page.getByText('nothing sounds for class 1')).toBeVisible();
});

// What a person does with its own account: a second factor, and the sessions that are open. And the
// question that every grave act may ask before.
import { createHmac } from 'node:crypto';
import jsqr from 'jsqr';
import type { Locator, Page } from '@playwright/test';
import { sign_in_on } from './demo';
import {
  add_person,
  expect,
  PASSWORD,
  press_and_prove,
  PROOF_WORDS,
  proof_is_over,
  question,
  SHORT_PROOF,
  test,
  violations,
} from './served';

const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
const PALETTES = ['day', 'dusk', 'night'] as const;
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;
const CODE_WORDS = {
  nl: 'Het geheim als QR-code',
  fr: 'Le secret en code QR',
  de: 'Das Geheimnis als QR-Code',
  en: 'The secret as a QR code',
} as const;
test.use({ settings: SHORT_PROOF });

test('a grave act asks again who is there, by keys alone, and goes on by itself', async ({
  watched: page,
  demo,
  served,
}) => {
  await add_person(served, { name: 'ann' });
  await sign_in_on(page, { ...demo, name: 'ann' }, { place: '/account', choices: EN });
  const panel = page.getByRole('region', { name: 'Second factor' });
  const begin = panel.getByRole('button', { name: 'Set up an app' });
  await expect(begin).toBeEnabled();
  await proof_is_over(page);
  await begin.press('Enter');
  const asked = question(page);
  await expect(asked.getByLabel('Your password')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(panel.getByRole('alert')).toContainText('password or a code once more');
  await expect(begin).toBeFocused();

  await begin.press('Enter');
  await expect(asked.getByLabel('Your password')).toBeFocused();
  await page.keyboard.type('not this one');
  await page.keyboard.press('Enter');
  await expect(asked.getByRole('alert')).toHaveText(/password or the code is wrong/);
  await expect(panel.getByText('type the secret')).toHaveCount(0);
  await asked.getByLabel('Your password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(panel.getByText('type the secret')).toBeVisible();
});

// The way over a real provider and back is walked by tests/flow/test_provider_sign_in.py.
test('who signs in elsewhere is sent there to show it, and the act has waited', async ({
  watched: page,
  demo,
  served,
}) => {
  await add_person(served, { name: 'mia' });
  const provider = { issuer: 'https://login.zone.example', subject: 'u-17' };
  await page.route('**/api/v1/session', async (route) => {
    const answer = await route.fetch();
    if (!answer.ok()) return route.fulfill({ response: answer });
    const told = (await answer.json()) as { user?: object };
    return route.fulfill({ json: { ...told, user: { ...told.user, provider } } });
  });
  await sign_in_on(page, { ...demo, name: 'mia' }, { place: '/account', choices: EN });
  const panel = page.getByRole('region', { name: 'Second factor' });
  const begin = panel.getByRole('button', { name: 'Set up an app' });
  await expect(begin).toBeEnabled();
  await proof_is_over(page);
  await begin.press('Enter');
  const asked = question(page);
  const there = asked.getByRole('link', { name: 'Show who I am' });
  await expect(there).toHaveAttribute('href', '/api/v1/sign-in/provider/proof');
  await expect(there).toHaveAttribute('target', '_blank');
  await expect(asked.getByLabel('Your password')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.evaluate(async (password) => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ password });
    await fetch('/api/v1/session/proof', { method: 'POST', headers, body });
  }, PASSWORD);
  await asked.getByRole('button', { name: 'Go on' }).click();
  await expect(asked).toBeHidden();
  await expect(panel.getByText('type the secret')).toBeVisible();
});

for (const palette of PALETTES) {
  test(`the question is accessible in ${palette}, in four languages`, async ({
    watched: page,
    demo,
    served,
  }) => {
    await add_person(served, { name: `bea-${palette}` });
    const choices = { 'bas.language': 'en', 'bas.palette': palette };
    const who = { ...demo, name: `bea-${palette}` };
    await sign_in_on(page, who, { place: '/account', choices });
    const begin = page.locator('[data-region=second-factor] button[data-kind=main]');
    await expect(begin).toBeEnabled();
    for (const [language, words] of Object.entries(PROOF_WORDS)) {
      await page.locator('header select').selectOption(language);
      await proof_is_over(page);
      await begin.click();
      await expect(page.getByRole('dialog', { name: words })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await begin.click();
    const box = await page.getByRole('dialog').boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  });
}

test('a password is changed by who knows it, and the other sessions end', async ({
  watched: page,
  demo,
  served,
  browser,
}) => {
  await add_person(served, { name: 'eva' });
  const eva = { ...demo, name: 'eva' };
  await sign_in_on(page, eva, { place: '/account', choices: EN });
  const elsewhere = await browser.newPage();
  await sign_in_on(elsewhere, eva, { place: '/account', choices: EN });
  await expect(elsewhere.locator('header nav')).toBeVisible();

  const panel = page.getByRole('region', { name: 'Password', exact: true });
  const fill = async (old: string, first: string, again = first) => {
    await panel.getByLabel('Password until now').fill(old);
    await panel.getByLabel(/^New password(?! once)/).fill(first);
    await panel.getByLabel('New password once more').fill(again);
    await page.keyboard.press('Enter');
  };
  const wrong = panel.getByRole('alert');
  await fill(PASSWORD, 'other horse battery', 'other horse batery');
  await expect(wrong).toContainText('typed in two ways');
  await expect(wrong).toBeFocused();
  await fill('not this one', 'other horse battery');
  await expect(wrong).toContainText('until now is wrong');
  await wrong.getByRole('link').click();
  await expect(panel.getByLabel('Password until now')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await fill(PASSWORD, 'other horse battery');
  await expect(panel.getByRole('status')).toHaveText('Your password is changed.');
  await expect(page.getByRole('region', { name: 'Your sessions' }).locator('li')).toHaveCount(1);
  const status = (on: Page) => on.evaluate(async () => (await fetch('/api/v1/session')).status);
  expect(await status(page)).toBe(200);
  expect(await status(elsewhere)).toBe(401);
  await elsewhere.close();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.locator('input[name=password]')).toBeVisible();
  await sign_in_on(
    page,
    { ...eva, password: 'other horse battery' },
    { place: '/account', choices: EN },
  );
  await expect(panel).toBeVisible();
});

// What a phone sees: the pixels of the screen, dark on light alone.
async function read_code(page: Page, code: Locator): Promise<string | undefined> {
  const shot = [...(await code.screenshot())];
  const seen = await page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data;
    return { pixels: [...(pixels ?? [])], width: bitmap.width, height: bitmap.height };
  }, shot);
  const pixels = Uint8ClampedArray.from(seen.pixels);
  return jsqr(pixels, seen.width, seen.height, { inversionAttempts: 'dontInvert' })?.data;
}

for (const palette of PALETTES) {
  test(`a phone reads the secret off the screen in ${palette}, in four languages`, async ({
    watched: page,
    demo,
    served,
  }) => {
    await add_person(served, { name: `kim-${palette}` });
    const choices = { 'bas.language': 'en', 'bas.palette': palette };
    const who = { ...demo, name: `kim-${palette}` };
    await sign_in_on(page, who, { place: '/account', choices });
    const panel = page.locator('[data-region=second-factor]');
    const code = panel.getByRole('img', { name: 'The secret as a QR code' });
    await press_and_prove(page, panel.getByRole('button', { name: 'Set up an app' }), code);
    const link = await panel.getByRole('link', { name: 'Open the app' }).getAttribute('href');
    expect(await read_code(page, code)).toBe(link);
    for (const [language, words] of Object.entries(CODE_WORDS)) {
      await page.locator('header select').selectOption(language);
      await expect(panel.getByRole('img', { name: words })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
}

// What an authenticator app does (RFC 6238).
function code_of(secret: string, steps_on = 0): string {
  const bits = [...secret].map((c) => BASE_32.indexOf(c).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + steps_on));
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const offset = (mac[19] ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('an app is set up, its code signs in, and a lost one is made good once', async ({
  watched: page,
  demo,
  served,
}) => {
  await add_person(served, { name: 'tom' });
  await sign_in_on(page, { ...demo, name: 'tom' }, { place: '/account', choices: EN });
  const panel = page.getByRole('region', { name: 'Second factor' });
  const link = panel.getByRole('link', { name: 'Open the app' });
  await press_and_prove(page, panel.getByRole('button', { name: 'Set up an app' }), link);
  const secret = new URL((await link.getAttribute('href')) ?? '').searchParams.get('secret') ?? '';
  await expect(panel.locator('code')).toHaveText(secret.replace(/(.{4})(?=.)/g, '$1 '));
  await panel.getByLabel('Code that the app shows').fill(code_of(secret, -1));
  const codes = panel.locator('li');
  await press_and_prove(page, panel.getByRole('button', { name: 'Confirm' }), codes.first());
  await expect(codes).toHaveCount(10);
  const recovery = (await codes.first().textContent()) ?? '';
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: 'I have kept them' }).click();
  await expect(panel).toContainText('Recovery codes left: 10');

  const leave = () => page.getByRole('button', { name: 'Sign out' }).click();
  const enter = async (code: string) => {
    await page.getByLabel('Name').fill('tom');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  const refused = page.getByRole('alert').getByText('Name, password or code is not right');
  await leave();
  await enter('');
  await expect(refused).toBeVisible();
  await enter(code_of(secret));
  await expect(page.locator('header nav')).toBeVisible();
  await leave();
  await enter(recovery);
  await expect(page.locator('header nav')).toBeVisible();
  await leave();
  await enter(recovery);
  await expect(refused).toBeVisible();
});

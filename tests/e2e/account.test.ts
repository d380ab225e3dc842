// What a person does with its own account: a second factor, and the sessions that are open.
import { createHmac } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, sign_in_on, test } from './demo';

const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;

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
}) => {
  await sign_in_on(page, { ...demo, name: 'tom' }, { place: '/account', choices: EN });
  const panel = page.getByRole('region', { name: 'Second factor' });
  await panel.getByLabel('Your password').fill('not this one');
  await panel.getByRole('button', { name: 'Set up an app' }).click();
  await expect(panel.getByRole('alert')).toContainText('password');
  await panel.getByLabel('Your password').fill(demo.password);
  await panel.getByRole('button', { name: 'Set up an app' }).click();
  const link = panel.getByRole('link', { name: 'Open the app' });
  const secret = new URL((await link.getAttribute('href')) ?? '').searchParams.get('secret') ?? '';
  await expect(panel.locator('code')).toHaveText(secret.replace(/(.{4})(?=.)/g, '$1 '));
  await panel.getByLabel('Code that the app shows').fill(code_of(secret, -1));
  await panel.getByRole('button', { name: 'Confirm' }).click();
  await expect(panel.locator('li')).toHaveCount(10);
  const recovery = (await panel.locator('li').first().textContent()) ?? '';
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await panel.getByRole('button', { name: 'I have kept them' }).click();
  await expect(panel).toContainText('Recovery codes left: 10');

  const leave = () => page.getByRole('button', { name: 'Sign out' }).click();
  const enter = async (code: string) => {
    await page.getByLabel('Name').fill('tom');
    await page.getByLabel('Password').fill(demo.password);
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

// The tablet in a car: one hit, two acts, also where there is no coverage.
import type { BrowserContext, Page } from '@playwright/test';
import type { Hit } from '../../web/src/api/generated';
import { type Demo, expect, sign_in_on, test } from './demo';
import { cut, mend, watch_streams } from './line';
import { violations } from './served';

// What is judged here is not new to other tests.
test.use({ province: 'car' });

const WORDS = {
  nl: { seen: 'Gezien', not_it: 'Niet deze', alphabet: /Arthur|Brussel|Robert|Telefoon|\d/ },
  fr: { seen: 'Vu', not_it: 'Pas lui', alphabet: /Arthur|Bruxelles|Robert|Téléphone|\d/ },
  de: { seen: 'Gesehen', not_it: 'Nicht dieses', alphabet: /Aachen|Berlin|Rostock|Tübingen|\d/ },
  en: { seen: 'Seen', not_it: 'Not it', alphabet: /Alfa|Bravo|Romeo|Tango|\d/ },
} as const;

const EN = { 'bas.language': 'en', 'bas.palette': 'night' };

const card = (page: Page) => page.locator('article');
const painted = (page: Page) => page.locator('[data-kind=crop][data-painted=true]').first();
const seen = (page: Page) => page.locator('[data-act=seen]');
const not_it = (page: Page) => page.locator('[data-act=not-it]');
const shown = (page: Page) => card(page).getAttribute('data-hit');
const outbox = (page: Page) => page.locator('main > [role=status]').first();

async function drive(page: Page, demo: Demo, choices: Record<string, string> = EN) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await sign_in_on(page, demo, { place: '/car', choices });
  await expect(card(page)).toBeVisible({ timeout: 60_000 });
  await expect(painted(page)).toBeVisible();
}

// Shows a hit that nobody has judged yet, and says which.
async function at_a_question(page: Page): Promise<string> {
  await expect(async () => {
    if (!/candidate|claimed/.test((await card(page).getAttribute('data-state')) ?? '')) {
      await page.getByRole('button', { name: 'Next hit' }).click();
    }
    expect(await card(page).getAttribute('data-state')).toMatch(/candidate|claimed/);
  }).toPass();
  await expect(painted(page)).toBeVisible();
  return (await shown(page)) ?? '';
}

const asked = (page: Page, hit: string): Promise<Hit> =>
  page.evaluate(async (id) => (await fetch(`/api/v1/hits/${id}`)).json(), hit);

// What is asked of the server in another browser, which has coverage.
async function elsewhere(context: BrowserContext, demo: Demo): Promise<Page> {
  const other = await context.browser()?.newContext();
  if (!other) throw new Error('no browser');
  const page = await other.newPage();
  await sign_in_on(page, demo, { place: '/me', choices: EN });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

for (const palette of ['day', 'dusk', 'night'] as const) {
  test(`accessible by ${palette}, with targets for a thumb`, async ({ watched: page, demo }) => {
    const at = palette === 'day' ? '2026-06-21T12:00:00Z' : '2026-06-21T23:00:00Z';
    await page.clock.setFixedTime(at);
    await drive(page, demo, { ...EN, 'bas.palette': palette });
    await expect(page.locator('html')).toHaveAttribute('data-palette', palette);
    expect(await violations(page)).toEqual([]);
    for (const button of await page.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });
}

for (const [language, { seen: yes, not_it: no, alphabet }] of Object.entries(WORDS)) {
  test(`${language}: two acts, and the plate in the words of its alphabet`, async ({
    watched: page,
    demo,
  }) => {
    await drive(page, demo, { ...EN, 'bas.language': language });
    await expect(seen(page)).toContainText(yes);
    await expect(not_it(page)).toContainText(no);
    await expect(card(page)).toContainText(alphabet);
    const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(over).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
}

test('from the first look to the outcome by one button, as the server has it', async ({
  watched: page,
  demo,
}) => {
  await drive(page, demo);
  const hit = await at_a_question(page);
  const steps = [
    ['Seen', { state: 'validated' }],
    ['Seen', { follow_up: 'dispatched' }],
    ['Stopped', { follow_up: 'stopped' }],
    ['As listed', { follow_up: 'closed', outcome: 'confirmed' }],
  ] as const;
  for (const [words, wanted] of steps) {
    expect(await shown(page)).toBe(hit); // who has seen it goes on with this vehicle
    await expect(seen(page)).toContainText(words);
    await expect(seen(page)).toBeEnabled();
    await seen(page).click();
    await expect.poll(() => asked(page, hit)).toMatchObject(wanted);
  }
  await expect.poll(() => shown(page)).not.toBe(hit);
});

test('not it, by key: another vehicle; and taken back by one touch', async ({
  watched: page,
  demo,
}) => {
  await drive(page, demo);
  const hit = await at_a_question(page);
  await page.keyboard.press('F4');
  await expect
    .poll(() => asked(page, hit))
    .toMatchObject({ state: 'rejected', verdict: { reason: 'vehicle_differs' } });
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(async () => (await asked(page, hit)).state).toMatch(/candidate|claimed/);
});

test('without coverage an act waits on the device, by numbers only, and is sent once', async ({
  watched: page,
  demo,
  context,
}) => {
  test.slow();
  await watch_streams(page);
  await drive(page, demo);
  const hit = await at_a_question(page);
  const { plate } = await asked(page, hit);
  const keys: string[] = [];
  page.on('request', (request) => {
    const key = request.headers()['idempotency-key'];
    if (key && request.url().includes(hit)) keys.push(key);
  });
  await cut(page, context);
  await seen(page).click();
  await expect(outbox(page)).toContainText('Not sent: 1 act');
  await expect(seen(page)).toBeDisabled();
  const kept = await page.evaluate(() => localStorage.getItem('bas.car.outbox') ?? '');
  expect(kept).toContain(hit);
  expect(kept).not.toContain(plate);
  expect(Object.keys(JSON.parse(kept)[0]).toSorted()).toEqual([
    'at',
    'by',
    'hit',
    'key',
    'verb',
    'version',
  ]);
  await mend(context);
  await expect.poll(() => asked(page, hit)).toMatchObject({ state: 'validated' });
  await expect(page.getByText('Not sent')).toBeHidden();
  expect(keys.length).toBeGreaterThan(1); // tried in vain, then sent
  expect(new Set(keys).size).toBe(1);
});

test('what waits survives the page', async ({ watched: page, demo, context }) => {
  test.slow();
  const before = await context.newPage();
  await watch_streams(before);
  await drive(before, demo);
  const hit = await at_a_question(before);
  await cut(before, context);
  await not_it(before).click();
  await expect(outbox(before)).toContainText('Not sent: 1 act');
  await before.close(); // the tablet is put away before there is coverage again
  await mend(context);
  await page.goto(`${demo.url}/car`);
  await expect
    .poll(() => asked(page, hit), { timeout: 60_000 })
    .toMatchObject({
      state: 'rejected',
    });
});

// As a colleague does who looked at the hit just now. Answers the status.
async function reject(page: Page, hit: string): Promise<number> {
  const { version } = await asked(page, hit);
  return page.evaluate(
    async ([id, seen_version]) => {
      const headers = {
        'Content-Type': 'application/json',
        'If-Match': `"${seen_version}"`,
        'Idempotency-Key': crypto.randomUUID(),
      };
      const body = JSON.stringify({ state: 'rejected', reason: 'misread' });
      return (await fetch(`/api/v1/hits/${id}/verdict`, { method: 'POST', headers, body })).status;
    },
    [hit, version] as const,
  );
}

test('an act that came too late is given up, and the crew is told why', async ({
  watched: page,
  demo,
  context,
}) => {
  test.slow();
  await watch_streams(page);
  await drive(page, demo);
  const hit = await at_a_question(page);
  const other = await elsewhere(context, demo);
  await cut(page, context);
  await seen(page).click();
  await expect(outbox(page)).toContainText('Not sent: 1 act');
  await expect.poll(() => reject(other, hit)).toBe(200); // it may be called out meanwhile
  await mend(context);
  const told = page.locator('[data-dropped=changed]');
  await expect(told).toContainText('a colleague had already done something else', {
    timeout: 60_000,
  });
  expect(await asked(page, hit)).toMatchObject({ state: 'rejected' });
  await told.getByRole('button', { name: 'I know' }).click();
  await expect(told).toBeHidden();
  await other.context().close();
});

// What the voice of the device is asked to say. `local`: whether it lives on the device.
async function listen(page: Page, local: boolean) {
  await page.addInitScript((localService) => {
    const said: string[] = [];
    const voice = { lang: 'nl-BE', localService };
    class Utterance {
      voice = null;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: ({ text }: Utterance) => said.push(text),
      cancel: () => undefined,
    });
    Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
    Object.assign(globalThis, { said, SpeechSynthesisUtterance: Utterance });
  }, local);
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said.join('|'));
}

test('the plate is read aloud by the voice of the device, in the language of the screen', async ({
  watched: page,
  demo,
}) => {
  const said = await listen(page, true);
  await drive(page, demo, { ...EN, 'bas.language': 'nl' });
  const spelled = (await card(page).locator('p[aria-hidden]').first().textContent()) ?? '';
  await expect.poll(said).toContain(spelled);
  expect(await said()).toMatch(/^Klasse \d/);
  const before = (await said()).split('|').length;
  await page.keyboard.press('r');
  await expect.poll(async () => (await said()).split('|').length).toBeGreaterThan(before);
});

test('no plate is given to a voice that speaks from elsewhere', async ({ watched: page, demo }) => {
  const said = await listen(page, false);
  await drive(page, demo, { ...EN, 'bas.language': 'nl' });
  await expect(page.getByRole('button', { name: 'Geen stem' })).toBeDisabled();
  await page.keyboard.press('r');
  expect(await said()).toBe('');
});

test('it turns dark with the sun, and the desk gets its own palette back', async ({
  watched: page,
  demo,
}) => {
  await page.clock.setFixedTime('2026-12-21T18:00:00Z');
  await drive(page, demo, { ...EN, 'bas.palette': 'day' });
  await expect(page.locator('html')).toHaveAttribute('data-palette', 'dusk');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-palette', 'day');
});

// What goes wrong around a hit desk: the server, the line, the laptop, its clock. Nothing may be lost
// for it, and nothing may look calm or live that is not.
import type { Browser, Page } from '@playwright/test';
import { Between } from './between';
import {
  card,
  choose,
  count_of,
  live,
  next_plate,
  offline,
  one_passes,
  row_of,
  SETTINGS,
  sit_down,
} from './fault_desk';
import { expect, test } from './served';
import { picture_of } from './street';

const HEARTBEAT_MS = 1_000;
const LATE_MS = 30_000; // so long after its making a hit no longer calls as live
const TEN_MINUTES = 600_000;
test.use({ settings: SETTINGS });

// How many tones of hits sounded, counted where they are made; no loudspeaker is needed for it.
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { tones: number };
    counted.tones = 0;
    const of_class_2 = new Set([660, 784]);
    Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'running' });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function sound(when) {
      if (of_class_2.has(Math.round(this.frequency.value))) counted.tones += 1;
      start.call(this, when);
    };
  });
}

const tones = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { tones: number }).tones);

// The process that draws this page, stopped as a lid that is shut stops it.
async function renderer_of(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

test('the server restarts: the screen says so and loses no hit of before, between or after', async ({
  watched: page,
  served,
}) => {
  await listen(page);
  await sit_down(page, served);
  const before = await one_passes(page, served);
  await expect(row_of(page, before)).toBeVisible();
  await served.restart(async () => {
    await expect(offline(page)).toBeVisible();
  });
  const between = await one_passes(page, served); // before the screen is back
  const heard = await tones(page);
  await expect(live(page)).toBeVisible({ timeout: 40_000 });
  const after = await one_passes(page, served);
  for (const plate of [before, between, after]) await expect(row_of(page, plate)).toHaveCount(1);
  expect(await tones(page)).toBeGreaterThan(heard);
});

test('a proxy that ends every stream and refuses some loses no hit', async ({
  watched: page,
  served,
}) => {
  await sit_down(page, served);
  const between = await new Between(served.url).listen();
  between.ends_streams_after_ms = 1_500;
  const behind = await (await page.context().browser()!.newContext()).newPage();
  await sit_down(behind, served, { url: between.url, name: 'an' });
  const before = await count_of(behind);
  const passed: string[] = [];
  while (between.streams_opened < 4) {
    passed.push(await one_passes(page, served));
    await behind.waitForTimeout(1_200); // between two passages, so that some fall in a gap
  }
  between.answers = 502;
  between.cut_streams();
  await expect(offline(behind)).toBeVisible();
  passed.push(await one_passes(page, served));
  between.answers = null;
  between.ends_streams_after_ms = null;
  await expect(live(behind)).toBeVisible({ timeout: 40_000 });
  await expect.poll(() => count_of(behind)).toBe(before + passed.length); // none lost, none twice
  expect(await count_of(page)).toBe(before + passed.length);
  await expect(row_of(behind, passed.at(-1) ?? '')).toHaveCount(1);
  await behind.context().close();
  await between.close();
});

test('a laptop that slept says how old its picture is, and what it missed is late and silent', async ({
  browser,
  page,
  served,
}) => {
  test.setTimeout(180_000);
  const between = await new Between(served.url).listen();
  await listen(page);
  await sit_down(page, served, { url: between.url, name: 'an' });
  const drawing = await renderer_of(browser);
  expect(drawing.length).toBeGreaterThan(0);
  const heard = await tones(page);
  const picture = await picture_of(page, 'ASLEEP');

  const slept_at = Date.now();
  for (const pid of drawing) process.kill(pid, 'SIGSTOP');
  const missed = [next_plate(), next_plate()];
  between.answers = 502; // the lid opens before the network is back
  between.cut_streams();
  for (const plate of missed) await one_passes(page, served, { plate, picture });
  // Asleep for longer than a hit calls as live: nothing can be waited for while nobody is there.
  await new Promise((resolve) => setTimeout(resolve, LATE_MS + 3_000));
  for (const pid of drawing) process.kill(pid, 'SIGCONT');

  await expect(offline(page)).toBeVisible({ timeout: 3_000 });
  const since = (await offline(page).textContent())?.slice(-5) ?? '';
  const minutes = [slept_at - 60_000, slept_at].map((at) =>
    new Date(at).toLocaleTimeString('nl-BE', {
      timeZone: 'Europe/Brussels',
      hour: '2-digit',
      minute: '2-digit',
    }),
  );
  expect(minutes).toContain(since);

  between.answers = null;
  await expect(live(page)).toBeVisible({ timeout: 40_000 });
  for (const plate of missed) {
    await expect(row_of(page, plate)).toHaveCount(1);
    await expect(row_of(page, plate)).toContainText(/late ([345]\d\ss|[12]\smin)/);
  }
  expect(await tones(page)).toBe(heard);
  await choose(page, missed[0] ?? '');
  await expect(card(page)).toContainText(/Late: reached this screen .+ after the hit/);

  const awake = await one_passes(page, served);
  await expect(row_of(page, awake)).toHaveCount(1);
  await expect(row_of(page, awake)).not.toContainText('late');
  expect(await tones(page)).toBeGreaterThan(heard);
  await page.close();
  await between.close();
});

for (const [words, shift_ms] of [
  ['fast', TEN_MINUTES],
  ['slow', -TEN_MINUTES],
] as const) {
  test(`a clock that is 10 min ${words} is told, and ages are of the server`, async ({
    watched: page,
    served,
  }) => {
    await page.addInitScript((shift) => {
      const Whole = Date;
      class Shifted extends Whole {
        constructor(...told: [] | [number]) {
          super(...((told.length === 0 ? [Whole.now() + shift] : told) as [number]));
        }
        static override now() {
          return Whole.now() + shift;
        }
      }
      Object.assign(globalThis, { Date: Shifted });
    }, shift_ms);
    await sit_down(page, served);
    await expect(page.getByText(`The clock of this device is 10 min ${words}.`)).toBeVisible();
    const plate = await one_passes(page, served);
    const row = row_of(page, plate);
    await expect(row.locator('time')).toHaveText(/^\d{1,2}\ss$/);
    await expect(row).not.toContainText('late');
    await expect(live(page)).toBeVisible();
  });
}

test('a clock that is set while the screen is open is noticed by the next heartbeat', async ({
  watched: page,
  served,
}) => {
  await page.addInitScript(() => {
    const clock = globalThis as unknown as { shift: number };
    clock.shift = 0;
    const now = Date.now.bind(Date);
    Date.now = () => now() + clock.shift;
  });
  await sit_down(page, served);
  const told = page.getByText(/The clock of this device is/);
  await expect(told).toBeHidden();
  for (const shift of [-TEN_MINUTES, TEN_MINUTES]) {
    await page.evaluate((ms) => Object.assign(globalThis, { shift: ms }), shift);
    await expect(told).toContainText(shift > 0 ? '10 min fast' : '10 min slow', {
      timeout: HEARTBEAT_MS * 15,
    });
    const plate = await one_passes(page, served);
    await expect(row_of(page, plate).locator('time')).toHaveText(/^\d{1,2}\ss$/);
    await expect(live(page)).toBeVisible();
  }
});

// What goes wrong with hits: pictures that are missing or broken, two operators, too many at once.
import type { Page } from '@playwright/test';
import { rows } from './demo';
import {
  button,
  card,
  choose,
  live,
  next_plate,
  one_passes,
  row_of,
  SETTINGS,
  sit_down,
  street_of,
  URGENT,
} from './fault_desk';
import { expect, test } from './served';
import { pass, plates_of } from './street';

const STORM = 5_000;
const STORM_PLATES = plates_of('S', STORM);
test.use({ settings: SETTINGS });

// Rejecting asks for no picture; validating does, and says so.
async function is_only_rejectable(page: Page, plate: string, why: string): Promise<void> {
  await expect(card(page)).toContainText(why);
  await expect(button(page, 'Validate')).toBeDisabled();
  await page.keyboard.press('F2');
  await expect(card(page)).toHaveAttribute('data-state', /candidate|claimed/);
  await button(page, 'Reject…').click();
  await button(page, 'Misread').click();
  await expect(row_of(page, plate)).toContainText('rejected'); // the card goes on to the next
}

test('a hit without a picture cannot be validated, and can be rejected', async ({
  watched: page,
  served,
}) => {
  await sit_down(page, served);
  const { camera } = await street_of(served);
  const plate = next_plate();
  await pass(served, camera, [{ plate }]);
  await choose(page, plate);
  await expect(card(page)).toContainText('This read came without a picture.');
  await is_only_rejectable(page, plate, 'Without a picture it cannot be validated.');
});

const BROKEN = {
  'bytes that are no picture': { status: 200, contentType: 'image/jpeg', body: 'no picture' },
  'a picture that is gone': { status: 404, body: '' },
  'a server that cannot read it': { status: 500, body: '' },
} as const;

for (const [name, answer] of Object.entries(BROKEN)) {
  test(`${name}: the card says so, and a second try may succeed`, async ({
    watched: page,
    served,
  }) => {
    await page.route('**/pictures/*', (route) => route.fulfill(answer));
    await sit_down(page, served);
    const [first, second] = [await one_passes(page, served), await one_passes(page, served)];
    for (const plate of [first, second]) {
      await choose(page, plate);
      await expect(card(page).getByRole('alert')).toContainText('could not be shown');
      await expect(card(page)).toContainText('so it cannot be validated');
      await expect(button(page, 'Validate')).toBeDisabled();
    }
    await page.unroute('**/pictures/*');
    await button(page, 'Try again').click();
    await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
    await expect(button(page, 'Validate')).toBeEnabled();
    await page.route('**/pictures/*', (route) => route.fulfill(answer));
    await page.reload();
    await choose(page, first);
    await is_only_rejectable(
      page,
      first,
      'Its picture could not be shown, so it cannot be validated.',
    );
  });
}

test('two operators claim one hit at once: one has it, and the other sees who', async ({
  watched: page,
  browser,
  served,
}) => {
  await sit_down(page, served);
  const other = await (await browser.newContext()).newPage();
  await sit_down(other, served, { url: served.url, name: 'bo' });
  const plate = await one_passes(page, served);
  const desks = [page, other];
  for (const desk of desks) {
    await row_of(desk, plate).click();
    await expect(card(desk)).toHaveAttribute('data-state', 'candidate');
    await desk.getByRole('listbox').focus();
  }
  await Promise.all(desks.map((desk) => desk.keyboard.press('Enter')));
  for (const desk of desks) await expect(card(desk)).toHaveAttribute('data-state', 'claimed');
  const has_it = () => Promise.all(desks.map((desk) => desk.getByText('You have this').count()));
  await expect.poll(async () => (await has_it()).toSorted()).toEqual([0, 1]);
  const mine = await has_it();
  const [loser, winner] = mine[0] === 0 ? [page, 'Bo'] : [other, 'An'];
  await expect(card(loser)).toContainText(winner);
  await expect(button(loser, 'Validate')).toBeDisabled();
  await other.context().close();
});

test('a storm of 5,000 hits is counted whole, class 1 on top, and works by keys', async ({
  watched: page,
  served,
}) => {
  test.setTimeout(240_000);
  const { camera, list } = await street_of(served);
  await list('storm', { priority: 3, plates: STORM_PLATES });
  await sit_down(page, served);
  const alarms = page.getByRole('group', { name: 'Queues' }).getByRole('button').first();
  const count = async () => Number((await alarms.textContent())?.replaceAll(/\D/g, ''));
  const before = await count();
  const [urgent = '', later = ''] = URGENT;
  await one_passes(page, served, { plate: urgent });
  for (let at = 0; at < STORM; at += 500) {
    await pass(
      served,
      camera,
      STORM_PLATES.slice(at, at + 500).map((plate) => ({ plate })),
    );
    await expect(page.getByText('No hits')).toHaveCount(0);
  }
  await expect.poll(count, { timeout: 60_000 }).toBe(before + STORM + 1);
  await expect(rows(page).first()).toContainText(urgent.slice(-3));
  await expect(rows(page).first()).toHaveAttribute('data-level', '1');
  await one_passes(page, served, { plate: later });
  await expect.poll(count).toBe(before + STORM + 2);
  await expect(row_of(page, later)).toBeVisible(); // at the top, or it would not be drawn
  await expect(live(page)).toBeVisible();

  const began = Date.now();
  await page.keyboard.press('Shift+F6'); // back from the card
  await expect(page.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveAttribute('data-state', 'claimed');
  await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
  await page.keyboard.press('F2');
  await expect(card(page)).toHaveAttribute('data-state', 'validated');
  const took_ms = Date.now() - began;

  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const heap_mib = of('JSHeapUsedSize') / 2 ** 20;
  const [held_mib, nodes] = [Math.round(heap_mib), of('Nodes')];
  console.info(`storm: keys ${took_ms} ms, heap ${held_mib} MiB, ${nodes} nodes`);
  expect(heap_mib).toBeLessThan(150);
  expect(of('Nodes')).toBeLessThan(10_000);
});

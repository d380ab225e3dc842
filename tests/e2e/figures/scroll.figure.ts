// 10,000 hits in the queue, scrolled from end to end by the wheel, then walked through by keys.
import type { CDPSession, Page } from '@playwright/test';
import { sign_in_on } from '../demo';
import { add_person, expect, test } from '../served';
import { make_street, pass, plates_of } from '../street';
import { quantile, row } from './rows';

const HITS = 10_000;
const WHEEL = { px: 120_000, px_a_s: 8_000 }; // a wheel that is turned fast
const THUMB_PX_S = 40_000; // the bar that is dragged: the whole list in 22 s
const REPEAT_MS = 33; // a key that is held
const STEPS = 300;
test.use({ settings: { BAS_LOG__LEVEL: 'warning' } });

type Costs = { script: number; layout: number; style: number; task: number };

async function costs(session: CDPSession): Promise<Costs> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0);
  const [script, task] = [of('ScriptDuration'), of('TaskDuration')];
  return { script, layout: of('LayoutDuration'), style: of('RecalcStyleDuration'), task };
}

// The times of all frames from now until stop().
async function count_frames(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { frames: number[]; counts: boolean };
    counted.frames = [];
    counted.counts = true;
    const frame = (at: number) => {
      counted.frames.push(at);
      if (counted.counts) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return () =>
    page.evaluate(() => {
      const counted = globalThis as unknown as { frames: number[]; counts: boolean };
      counted.counts = false;
      return counted.frames;
    });
}

type Measured = { page: Page; session: CDPSession };

async function measure({ page, session }: Measured, name: string, act: () => Promise<unknown>) {
  const before = await costs(session);
  const stop = await count_frames(page);
  await act();
  const frames = await stop();
  const after = await costs(session);
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const length_s = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
  const a_frame = (of: keyof Costs) => `${((after[of] - before[of]) / gaps.length).toFixed(1)} ms`;
  row(name, {
    frames: gaps.length,
    'a second': (gaps.length / length_s).toFixed(1),
    'median gap': `${quantile(gaps, 0.5).toFixed(1)} ms`,
    'p95 gap': `${quantile(gaps, 0.95).toFixed(1)} ms`,
    'longest gap': `${quantile(gaps, 1).toFixed(0)} ms`,
    'script a frame': a_frame('script'),
    'style and layout': `${a_frame('style')} + ${a_frame('layout')}`,
    'whole task': a_frame('task'),
  });
}

test('scroll', async ({ page, demo, served }) => {
  const plates = plates_of('Q', HITS);
  const { camera, list } = await make_street(served);
  await list('many', { priority: 3, plates });
  for (let at = 0; at < HITS; at += 2_000) {
    await pass(
      served,
      camera,
      plates.slice(at, at + 2_000).map((plate) => ({ plate })),
    );
  }
  await add_person(served, { name: 'an', zone: '5364' });
  const choices = { 'bas.language': 'en', 'bas.palette': 'day' };
  const began = Date.now();
  await sign_in_on(page, { ...demo, name: 'an' }, { place: '/watch', choices });
  await expect(page.getByRole('heading', { name: '10,000 vehicles', level: 2 })).toBeVisible({
    timeout: 60_000,
  });
  row('sign-in to 10,000 rows', { took: `${Date.now() - began} ms` });

  const box = page.getByRole('listbox');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const measured = { page, session };
  await measure(measured, 'at rest', () => page.waitForTimeout(3_000)); // what this machine can draw
  const place = await box.boundingBox();
  const height = await box.evaluate((list_box) => list_box.scrollHeight);
  const scroll = (yDistance: number, speed: number) =>
    session.send('Input.synthesizeScrollGesture', {
      x: (place?.x ?? 0) + 100,
      y: (place?.y ?? 0) + 300,
      yDistance,
      speed,
      gestureSourceType: 'mouse',
    });
  await measure(measured, 'by wheel', () => scroll(-WHEEL.px, WHEEL.px_a_s));
  await measure(measured, 'from end to end', () => scroll(-height, THUMB_PX_S));
  await expect(page.locator(`[aria-posinset="${HITS}"]`)).toBeVisible();
  await box.focus();
  await page.keyboard.press('Home');
  await measure(measured, 'by keys', async () => {
    for (let step = 0; step < STEPS; ++step) {
      await page.keyboard.press('ArrowDown', { delay: REPEAT_MS });
    }
  });
  await expect(box.locator('[aria-selected=true]')).toHaveAttribute(
    'aria-posinset',
    String(STEPS + 1),
  );
});

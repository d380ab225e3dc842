// What a first visit costs, without a cache: three runs of each screen, medians.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { sign_in_on } from '../demo';
import { add_person, expect, type Served, test } from '../served';
import { make_street, pass, picture_of, plates_of } from '../street';
import { median, row } from './rows';

const RUNS = 3;
const SETTLES_MS = 5_000; // long tasks and shifts are counted until then
test.use({ settings: { BAS_LOG__LEVEL: 'warning' } });

type Visit = { kB: number; fcp: number; lcp: number; blocking: number; shift: number };

async function observe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { fcp: 0, lcp: 0, tasks: [] as { at: number; ms: number }[], shift: 0 };
    Object.assign(globalThis, { seen });
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
        type,
        buffered: true,
      });
    watch('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') seen.fcp = startTime;
    });
    watch('largest-contentful-paint', ({ startTime }) => {
      seen.lcp = startTime;
    });
    watch('longtask', ({ startTime, duration }) => {
      seen.tasks.push({ at: startTime, ms: duration });
    });
    watch('layout-shift', (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) seen.shift += value;
    });
  });
}

async function visit(context: BrowserContext, url: string, shown: string): Promise<Visit> {
  const page = await context.newPage();
  await observe(page);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url);
  await expect(page.locator(shown).first()).toBeVisible();
  await page.waitForTimeout(SETTLES_MS); // the time that is measured; nothing says it is over
  const seen = await page.evaluate(() => {
    type Seen = { fcp: number; lcp: number; tasks: { at: number; ms: number }[]; shift: number };
    const { fcp, lcp, tasks, shift } = (globalThis as unknown as { seen: Seen }).seen;
    const blocking = tasks.filter(({ at, ms }) => at + ms > fcp).map(({ ms }) => ms - 50);
    return { fcp, lcp, shift, blocking: blocking.reduce((sum, ms) => sum + ms, 0) };
  });
  await page.close();
  return { ...seen, kB: bytes / 1000 };
}

async function signed_in(browser: Browser, served: Served): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const who = { url: served.url, name: 'an', password: 'correct horse battery' };
  await sign_in_on(page, who, { place: '/watch', choices: { 'bas.language': 'en' } });
  await expect(page.getByText(/^Live \d+ ms$/)).toBeVisible();
  await page.close();
  return context;
}

const SCREENS = [
  { name: 'sign-in', place: '/', shown: 'input[name=password]' },
  { name: '/watch', place: '/watch', shown: '[role=option]' },
  { name: '/map', place: '/map', shown: '[data-loaded=true]' },
] as const;

test('first page', async ({ browser, page, served }) => {
  const plates = plates_of('P', 20);
  const { camera, list } = await make_street(served);
  await list('stolen', { priority: 2, plates });
  await add_person(served, { name: 'an', zone: '5364' });
  for (const plate of plates) {
    await pass(served, camera, [{ plate, picture: await picture_of(page, plate) }]);
  }
  for (const { name, place, shown } of SCREENS) {
    const visits: Visit[] = [];
    for (let at = 0; at < RUNS; ++at) {
      const context = place === '/' ? await browser.newContext() : await signed_in(browser, served);
      visits.push(await visit(context, `${served.url}${place}`, shown));
      await context.close();
    }
    const of = (measure: keyof Visit) => median(visits.map((one) => one[measure]));
    row(name, {
      transferred: `${of('kB').toFixed(0)} kB`,
      'first paint': `${of('fcp').toFixed(0)} ms`,
      'largest paint': `${of('lcp').toFixed(0)} ms`,
      blocking: `${of('blocking').toFixed(0)} ms`,
      shift: of('shift').toFixed(3),
    });
  }
});

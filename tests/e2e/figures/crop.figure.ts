// From the arrival of a hit's event in the browser to its crop on the screen: the row is clicked as
// soon as it is drawn, and the crop counts once it was decoded and a frame has passed.
import type { Page } from '@playwright/test';
import { sign_in_on } from '../demo';
import { add_person, expect, test } from '../served';
import { make_street, pass, plates_of } from '../street';
import { times } from './rows';

const HITS = 50;
const REST_MS = 2_000; // the map has come to rest, as at a desk
test.use({ settings: { BAS_LOG__LEVEL: 'warning' } });

type Seen = { row: number; crop: number };
type Watched = { seen: Seen[] };

async function watch_arrivals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched;
    watched.seen = [];
    const frame = () => new Promise(requestAnimationFrame);
    const follow = async (incident: string, hit: string, arrived: number) => {
      const until = async (selector: string) => {
        while (!document.querySelector(selector)) await frame();
        return performance.now() - arrived;
      };
      const row = await until(`#row-${incident}`);
      document.querySelector<HTMLElement>(`#row-${incident}`)?.click();
      const crop = await until(`article[data-hit="${hit}"] [data-kind=crop][data-painted=true]`);
      watched.seen.push({ row, crop });
    };
    const Whole = globalThis.EventSource;
    class Watching extends Whole {
      constructor(url: string | URL) {
        super(url);
        this.addEventListener('hit.created', (message) => {
          const arrived = performance.now();
          const { id, incident } = JSON.parse(message.data) as { id: string; incident: string };
          void follow(incident, id, arrived);
        });
      }
    }
    Object.assign(globalThis, { EventSource: Watching });
  });
}

// Of the size and the grain of a real cut-out, so that decoding it costs what it costs.
async function cut_out(page: Page, plate: string): Promise<string> {
  return page.evaluate((text) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [480, 160];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    const grain = context.createImageData(480, 160);
    for (let at = 0; at < grain.data.length; at += 4) {
      const grey = 90 + Math.floor(Math.random() * 60);
      grain.data.set([grey, grey, grey, 255], at);
    }
    context.putImageData(grain, 0, 0);
    context.fillStyle = 'darkred';
    context.font = 'bold 84px monospace';
    context.fillText(text, 24, 110);
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? '';
  }, plate);
}

test('crop', async ({ page, demo, served }) => {
  const plates = plates_of('C', HITS);
  const { camera, list } = await make_street(served);
  await list('stolen', { priority: 2, plates });
  await add_person(served, { name: 'an', zone: '5364' });
  await watch_arrivals(page);
  const choices = { 'bas.language': 'en', 'bas.palette': 'day' };
  await sign_in_on(page, { ...demo, name: 'an' }, { place: '/watch', choices });
  await expect(page.getByText(/^Live \d+ ms$/)).toBeVisible();
  const seen = () => page.evaluate(() => (globalThis as unknown as Watched).seen);
  for (const [at, plate] of plates.entries()) {
    await pass(served, camera, [{ plate, picture: await cut_out(page, plate) }]);
    await expect.poll(async () => (await seen()).length).toBe(at + 1);
    // A hand on the list would hold new rows back.
    await page.mouse.move(720, 4);
    await page.locator('[data-region=card]').focus();
    await page.waitForTimeout(REST_MS); // nothing says that the machine has come to rest too
  }
  const all = await seen();
  times(
    'event to row',
    all.map(({ row }) => row),
  );
  times(
    'event to painted crop',
    all.map(({ crop }) => crop),
  );
});

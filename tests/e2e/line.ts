// A line that can be cut. The browser's own switch stops what is asked from then on, and leaves the
// open stream alone; so the stream is ended with it, as a lost network does.
import type { BrowserContext, Page } from '@playwright/test';

// Before the page is opened.
export async function watch_streams(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open: EventSource[] = [];
    const Whole = globalThis.EventSource;
    class Cuttable extends Whole {
      constructor(url: string | URL) {
        super(url);
        open.push(this);
      }
    }
    const cut_streams = () => {
      for (const source of open) {
        source.close();
        source.dispatchEvent(new Event('error'));
      }
    };
    Object.assign(globalThis, { EventSource: Cuttable, cut_streams });
  });
}

export async function cut(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await page.evaluate(() => (globalThis as unknown as { cut_streams: () => void }).cut_streams());
}

export const mend = (context: BrowserContext): Promise<void> => context.setOffline(false);

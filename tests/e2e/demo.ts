// A simulated province for the tests, and a page that watches itself: every test fails on a broken
// policy, an uncaught error, a request that leaves, or an id that stands twice.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type Page } from '@playwright/test';

export const BINARY =
  process.env.BAS_BINARY ?? path.join(import.meta.dirname, '../../build/release/bas');
export const READY_MS = 60_000 * Number(process.env.BAS_PATIENCE ?? 1);

export type Demo = { url: string; name: string; password: string };

type Running = { demo: Demo; process: ChildProcess };

// Resolves once the demo has printed its address and a login.
async function start_demo(province: string): Promise<Running> {
  const process = spawn(BINARY, ['demo', '--listen', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const demo = new Promise<Demo>((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`bas demo (${province}) ${why}\n${said.join('\n')}`));
    const timer = setTimeout(() => fail(`was not ready in ${READY_MS} ms`), READY_MS);
    process.once('error', (error) => fail(`did not start: ${error.message}`));
    process.once('exit', (code) => fail(`ended with ${code}`));
    let url = '';
    const hear = (line: string) => {
      said.push(line);
      url ||= line.match(/BAS is ready on (http:\/\/\S+)/)?.[1] ?? '';
      const login = line.match(/sign in as (\S+) with password (\S+)/);
      if (!url || !login?.[1] || !login[2]) return;
      clearTimeout(timer);
      resolve({ url, name: login[1], password: login[2] });
    };
    createInterface({ input: process.stdout }).on('line', hear);
    createInterface({ input: process.stderr }).on('line', (line) => said.push(line));
  });
  return { demo: await demo, process };
}

async function stop_demo({ process }: Running): Promise<void> {
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGTERM');
  await ended;
}

const WRONG = /content security policy|refused to|violates/i;

function watch_page(page: Page, url: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (WRONG.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(url) && !to.startsWith(`blob:${url}`)) faults.push(`left to ${to}`);
  });
  return faults;
}

async function doubled_ids(page: Page): Promise<string[]> {
  if (page.isClosed()) return [];
  const ids = await page.locator('[id]').evaluateAll((all) => all.map((one) => one.id));
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

// Tests of one `province` share a demo; a file whose tests need a young one names its own.
export const test = base.extend<{ watched: Page }, { demo: Demo; province: string }>({
  province: ['shared', { option: true, scope: 'worker' }],
  demo: [
    async ({ province }, provide) => {
      const running = await start_demo(province);
      await provide(running.demo);
      await stop_demo(running);
    },
    { scope: 'worker', timeout: READY_MS + 10_000 },
  ],
  watched: async ({ page, demo }, provide) => {
    const faults = watch_page(page, demo.url);
    await provide(page);
    expect(faults).toEqual([]);
    expect(await doubled_ids(page)).toEqual([]);
  },
});

type Entering = { place: string; choices: Record<string, string> };

// Signs in on a screen of choice; the address is kept through it.
export async function sign_in_on(page: Page, demo: Demo, { place, choices }: Entering) {
  await page.addInitScript((stored) => {
    for (const [name, value] of Object.entries(stored)) {
      if (localStorage.getItem(name) === null) localStorage.setItem(name, value);
    }
  }, choices);
  await page.goto(`${demo.url}${place}`);
  await page.locator('input[name=name]').fill(demo.name);
  await page.locator('input[name=password]').fill(demo.password);
  await page.locator('button[type=submit]').click();
}

export async function sign_in(page: Page, demo: Demo, choices: Record<string, string> = {}) {
  await sign_in_on(page, demo, { place: '/', choices });
  await expect(page.getByRole('listbox')).toBeVisible();
}

// The vehicles of the queue; the languages are options too.
export function rows(page: Page) {
  return page.getByRole('listbox').getByRole('option');
}

// Opens the first vehicle of the queue and waits until its picture and the map have been painted.
export async function open_first_hit(page: Page) {
  await rows(page).first().click();
  await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
  await expect(page.locator('[data-loaded=true]')).toBeVisible();
}

export { expect };

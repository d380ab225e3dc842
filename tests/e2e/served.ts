// A real server without a province around it, for what a demo does not show: settings of its own,
// such as a proof that soon ends, and accounts that no other test uses.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { NewUser } from '../../web/src/api/generated';
import { BINARY, expect, READY_MS, test as watched_test } from './demo';

const run = promisify(execFile);

export const PASSWORD = 'correct horse battery';

// A proof that is soon over, so that the question comes.
export const SHORT_PROOF = { BAS_IDENTITY__PROOF_MAX: '3s' };

export const PROOF_WORDS = {
  nl: 'Bent u het nog?',
  fr: 'Est-ce toujours vous ?',
  de: 'Sind Sie es noch?',
  en: 'Is it still you?',
} as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Asks as the administrator of the machine itself; a GET without a body, else a POST.
export type Ask = (place: string, body?: unknown) => Promise<unknown>;

// `restart` lets `meanwhile` happen while no server is there; it comes back on the same address.
export type Served = {
  url: string;
  ask: Ask;
  restart: (meanwhile: () => Promise<void>) => Promise<void>;
};

type Settings = Readonly<Record<string, string>>;
type Running = { served: Served; folder: string; process: () => ChildProcess };

// Only what is given here: the server refuses variables it does not know.
function environment(settings: Settings): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('BAS_'));
  return {
    ...Object.fromEntries(kept),
    BAS_POLICY__IMPACT_ASSESSMENT: 'tests',
    ...settings,
  } as Record<string, string>;
}

async function ready(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`bas serve ${why}\n${said.join('\n')}`));
    const timer = setTimeout(() => fail(`was not ready in ${READY_MS} ms`), READY_MS);
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('exit', (code) => fail(`ended with ${code}`));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = line.match(/BAS is ready on (http:\/\/\S+)/)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

async function start(settings: Settings): Promise<Running> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bas-e2e-'));
  const data = path.join(folder, 'data');
  const env = environment(settings);
  const serve = (listen: string) =>
    spawn(BINARY, ['serve', '--data', data, '--listen', listen], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
  let child = serve('127.0.0.1:0');
  const url = await ready(child);
  const made = await run(
    BINARY,
    ['token', 'create', '--data', data, '--user', 'local-administrator', '--json'],
    { env },
  );
  const { token } = JSON.parse(made.stdout) as { token: string };
  const ask: Ask = async (place, body) => {
    const answer = await fetch(`${url}${place}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const restart = async (meanwhile: () => Promise<void>) => {
    await end(child);
    await meanwhile();
    child = serve(new URL(url).host);
    await ready(child);
  };
  return { served: { url, ask, restart }, process: () => child, folder };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function stop({ process: running, folder }: Running): Promise<void> {
  await end(running());
  await rm(folder, { recursive: true });
}

const in_a_year = () => new Date(Date.now() + 365 * 86_400_000).toISOString();

// Accounts in the zone 5364 or, of the province, without one.
export async function add_person({ ask }: Served, person: Partial<NewUser> & { name: string }) {
  const role = person.role ?? 'operator';
  const terms = { role_until: in_a_year(), trained_until: in_a_year() };
  return ask('/api/v1/users', { password: PASSWORD, language: 'en', role, ...terms, ...person });
}

// Files that name the same `settings` share a server. `demo` is what sign_in_on asks for.
export const test = watched_test.extend<object, { served: Served; settings: Settings }>({
  settings: [{}, { option: true, scope: 'worker' }],
  served: [
    async ({ settings }, provide) => {
      const running = await start(settings);
      await running.served.ask('/api/v1/zones', { code: '5364', name: 'Noorderkempen' });
      await running.served.ask('/api/v1/zones', { code: '5352', name: 'Grens' });
      await provide(running.served);
      await stop(running);
    },
    { scope: 'worker', timeout: READY_MS + 10_000 },
  ],
  demo: [
    async ({ served }, provide) => provide({ url: served.url, name: '', password: PASSWORD }),
    { scope: 'worker' },
  ],
});

export async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

// Asks for something grave that is wrong in itself, until the proof of signing in is over.
export async function proof_is_over(page: Page) {
  const status = () =>
    page.evaluate(async () => {
      const headers = { 'Content-Type': 'application/json' };
      const sent = { method: 'POST', headers, body: '{}' };
      return (await fetch('/api/v1/session/password', sent)).status;
    });
  await expect.poll(status).toBe(403);
}

export const question = (page: Page) => page.getByRole('dialog', { name: PROOF_WORDS.en });

// Presses a button and answers the question for as long as it is asked.
export async function press_and_prove(page: Page, button: Locator, after: Locator) {
  await button.click();
  const asked = question(page);
  await expect(asked.or(after).first()).toBeVisible();
  while (await asked.isVisible()) {
    await asked.getByLabel('Your password').fill(PASSWORD);
    await asked.getByRole('button', { name: 'Go on' }).click();
    await expect(asked).toBeHidden();
    await expect(asked.or(after).first()).toBeVisible();
  }
}

export { expect };

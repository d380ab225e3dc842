// From the start of a claim to its arrival at the last of 50 desks, and to what two browsers show,
// while the simulated province sends 300 reads a second with pictures.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { BINARY, sign_in_on } from '../demo';
import { add_person, expect, type Served, test } from '../served';
import { make_street, pass, plates_of } from '../street';
import { type Listener, open_desk } from './listeners';
import { row, times } from './rows';

const DESKS = 50;
const CLAIMS = 30;
const RATE = 300;
const LOAD_S = 60;
const ZONES = ['5364', '5352', '5355', '5369'] as const;
test.use({ settings: { BAS_LOG__LEVEL: 'warning' } });

const run = promisify(execFile);

type Report = {
  acknowledged: number;
  seconds: number;
  answer: Readonly<Record<string, number>>;
};

async function token_file(served: Served, folder: string, user: string): Promise<string> {
  const { token } = (await served.ask('/api/v1/tokens', { user })) as { token: string };
  const file = path.join(folder, user);
  await writeFile(file, token, { mode: 0o600 });
  return file;
}

async function load(served: Served, folder: string): Promise<Report> {
  await add_person(served, { name: 'setter', role: 'administrator' });
  await add_person(served, { name: 'lister', role: 'list_manager' });
  const setter = await token_file(served, folder, 'setter');
  const lister = await token_file(served, folder, 'lister');
  const where = ['--url', served.url, '--token-file', setter, '--desk-token-file', lister];
  const much = ['--rate', String(RATE), '--seconds', String(LOAD_S), '--json'];
  const ran = await run(BINARY, ['simulate', ...where, ...much]);
  return JSON.parse(ran.stdout) as Report;
}

// When the screen first shows who has it: the frame after the row says so.
async function shown_at(page: Page, incident: string, owner: string): Promise<number> {
  return page.evaluate(
    async ([row_id, name]) => {
      const says = () => document.getElementById(row_id)?.textContent?.includes(name);
      while (!says()) await new Promise(requestAnimationFrame);
      return performance.timeOrigin + performance.now();
    },
    [`row-${incident}`, owner] as const,
  );
}

async function open_browser(browser: Browser, served: Served, name: string): Promise<Page> {
  await add_person(served, { name, display_name: name, zone: '5352' });
  const page = await (await browser.newContext()).newPage();
  const who = { url: served.url, name, password: 'correct horse battery' };
  const choices = { 'bas.language': 'en', 'bas.palette': 'day' };
  await sign_in_on(page, who, { place: '/watch', choices });
  await expect(page.getByText(/^Live \d+ ms$/)).toBeVisible();
  return page;
}

type Claiming = { desks: readonly Listener[]; pages: readonly Page[] };

// One claim: how long after its start the answer, the last desk and the last browser had it.
async function claim(served: Served, id: string, { desks, pages }: Claiming, by: number) {
  const desk = desks[by % desks.length];
  const { incident, version } = await hit_of(served, desk, id);
  const screens = Promise.all(pages.map((page) => shown_at(page, incident, `desk${by}`)));
  const began = performance.now();
  const answer = await fetch(`${served.url}/api/v1/hits/${id}/claim`, {
    method: 'POST',
    headers: {
      Cookie: desk?.cookie ?? '',
      'Content-Type': 'application/json',
      'If-Match': version,
    },
    body: '{}',
  });
  expect(answer.status, await answer.text()).toBe(200);
  const answered = performance.now() - began;
  const at = (one: Listener) =>
    one.arrivals.find(({ hit }) => hit.id === id && hit.state === 'claimed')?.at;
  await expect.poll(() => desks.every((one) => at(one) !== undefined)).toBe(true);
  const last = Math.max(...desks.map((one) => at(one) ?? Number.NaN)) - began;
  const drawn = Math.max(...(await screens)) - (performance.timeOrigin + began);
  return { answered, last, drawn };
}

async function hit_of(served: Served, desk: Listener | undefined, id: string) {
  const answer = await fetch(`${served.url}/api/v1/hits/${id}`, {
    headers: { Cookie: desk?.cookie ?? '' },
  });
  const { incident } = (await answer.json()) as { incident: string };
  return { incident, version: answer.headers.get('ETag') ?? '' };
}

test('desks', async ({ browser, served }, told) => {
  for (const code of ZONES.slice(2)) await served.ask('/api/v1/zones', { code, name: code });
  const plates = plates_of('D', CLAIMS);
  const { camera, list } = await make_street(served);
  await list('claimed', { priority: 1, plates });
  const desks: Listener[] = [];
  for (let at = 0; at < DESKS; ++at) {
    desks.push(await open_desk(served, `desk${at}`, ZONES[at % ZONES.length] ?? '5364'));
  }
  const pages = [
    await open_browser(browser, served, 'an'),
    await open_browser(browser, served, 'bo'),
  ];
  const folder = told.outputPath();
  await mkdir(folder, { recursive: true });
  const loading = load(served, folder);
  // Between two claims, so that they fall all over the time of the load.
  const rest = () => new Promise((resolve) => setTimeout(resolve, (LOAD_S * 1000 * 0.7) / CLAIMS));
  await new Promise((resolve) => setTimeout(resolve, 8_000)); // until the load runs evenly
  const taken = [];
  for (const [at, plate] of plates.entries()) {
    const seen = new Set(desks[0]?.arrivals.map(({ hit }) => hit.id));
    await pass(served, camera, [{ plate }]);
    const fresh = () =>
      desks[0]?.arrivals.find((one) => !seen.has(one.hit.id) && is_of(one.hit, plate))?.hit.id;
    await expect.poll(fresh).toBeTruthy();
    taken.push(await claim(served, fresh() ?? '', { desks, pages }, at));
    await rest();
  }
  const report = await loading;
  row('reads acknowledged', {
    'a second': Math.round(report.acknowledged / report.seconds),
    p50: `${report.answer.p50_ms?.toFixed(1)} ms`,
    p99: `${report.answer.p99_ms?.toFixed(1)} ms`,
  });
  times(
    'claim to its answer',
    taken.map(({ answered }) => answered),
  );
  times(
    'claim to the last of 50 desks',
    taken.map(({ last }) => last),
  );
  times(
    'claim to the last of two screens',
    taken.map(({ drawn }) => drawn),
  );
  for (const desk of desks) desk.close();
});

const is_of = (hit: object, plate: string): boolean => 'plate' in hit && hit.plate === plate;

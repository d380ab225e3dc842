// A street for tests: a camera, lists of its zone, and vehicles that pass when a test says so.
import type { Page } from '@playwright/test';
import type { Revision } from '../../web/src/api/generated';
import { add_person, expect, type Served } from './served';

export type Camera = { ingest_path: string };
export type Street = { camera: Camera; list: (name: string, wanted: Wanted) => Promise<void> };
export type Wanted = { priority: number; plates: readonly string[] };
export type Passage = { plate: string; picture?: string; captured_at?: string };

const LIST_MANAGER = 'keeper';
const SETTLED = ['applied', 'failed', 'held', 'cancelled'];

export async function make_street(served: Served): Promise<Street> {
  const { ask, url } = served;
  await add_person(served, { name: LIST_MANAGER, role: 'list_manager', zone: '5364' });
  const place = { municipality: 'Rijkevorsel', road: 'N14', latitude: 51.3, longitude: 4.8 };
  const site = (await ask('/api/v1/sites', { zone: '5364', name: 'south', ...place })) as {
    id: string;
  };
  const camera = (await ask('/api/v1/cameras', {
    site: site.id,
    name: 'south',
    lanes: 1,
  })) as Camera;
  const { token } = (await ask('/api/v1/tokens', { user: LIST_MANAGER })) as { token: string };
  const as_keeper = async (address: string, type: string, body?: string) => {
    const answer = await fetch(`${url}${address}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': type },
      ...(body !== undefined && { body }),
    });
    expect(answer.ok, `${address}: ${answer.status}`).toBe(true);
    return (await answer.json()) as unknown;
  };
  const list = async (name: string, { priority, plates }: Wanted) => {
    const made = { name, owner_zone: '5364', priority };
    await as_keeper('/api/v1/lists', 'application/json', JSON.stringify(made));
    const lines = plates.map((plate) => `${plate},BE`).join('\n');
    const csv = `plate,country\n${lines}\n`;
    const imports = `/api/v1/lists/${name}/import`;
    const { number } = (await as_keeper(imports, 'text/csv', csv)) as Revision;
    const state = async () => {
      const now = await as_keeper(`/api/v1/lists/${name}/revisions/${number}`, 'text/csv');
      return (now as Revision).state;
    };
    await expect.poll(state, { timeout: 30_000 }).toMatch(new RegExp(SETTLED.join('|')));
    expect(await state()).toBe('applied');
  };
  return { camera, list };
}

// All of them in one delivery, as a camera sends what it kept; of now, unless a passage says when.
export async function pass(
  { url }: Pick<Served, 'url'>,
  { ingest_path }: Camera,
  passages: readonly Passage[],
): Promise<void> {
  const lines = passages.map(({ plate, picture, captured_at }) =>
    JSON.stringify({
      captured_at: captured_at ?? new Date().toISOString(),
      plate,
      country: 'BE',
      event_id: crypto.randomUUID(),
      ...(picture !== undefined && { images: [{ role: 'plate', base64: picture }] }),
    }),
  );
  const sent = await fetch(`${url}${ingest_path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: lines.join('\n'),
  });
  expect(sent.status, await sent.text()).toBe(200);
}

// What the camera would have taken, painted by the browser itself.
export async function picture_of(page: Page, plate: string): Promise<string> {
  return page.evaluate((text) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 80];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 320, 80);
    context.fillStyle = 'darkred';
    context.font = 'bold 56px monospace';
    context.fillText(text, 24, 60);
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  }, plate);
}

// `count` plates of the country that differ from each other.
export function plates_of(letter: string, count: number): string[] {
  const sign = (at: number) => String.fromCharCode(65 + (at % 26));
  return Array.from({ length: count }, (_, at) => {
    const [group, number] = [Math.floor(at / 1000), at % 1000];
    return `1${letter}${sign(group / 26)}${sign(group)}${String(number).padStart(3, '0')}`;
  });
}

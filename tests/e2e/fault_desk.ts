// A desk at a street, for the tests of what goes wrong at it.
import type { Page } from '@playwright/test';
import { expect, rows, sign_in_on } from './demo';
import { add_person, PASSWORD, type Served } from './served';
import { make_street, pass, picture_of, plates_of, type Street } from './street';

export const SETTINGS = { BAS_HITS__HEARTBEAT: '1s', BAS_LOG__LEVEL: 'warning' };

const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
const STOLEN = plates_of('F', 60);
export const URGENT = plates_of('U', 2);

let street: Promise<Street> | undefined;

// One for all tests of a file. Each plate passes once: its hit is the only one of its row.
export function street_of(served: Served): Promise<Street> {
  street ??= (async () => {
    const made = await make_street(served);
    await made.list('stolen', { priority: 2, plates: STOLEN });
    await made.list('urgent', { priority: 1, plates: URGENT });
    await add_person(served, { name: 'an', display_name: 'An', zone: '5364' });
    await add_person(served, { name: 'bo', display_name: 'Bo', zone: '5352' });
    return made;
  })();
  return street;
}

let used = 0;
export const next_plate = (): string => STOLEN[used++] ?? '';

type Passing = { plate?: string; picture?: string };

// A stolen car passes, with a good picture unless the test has another; its plate.
export async function one_passes(
  page: Page,
  served: Served,
  passing: Passing = {},
): Promise<string> {
  const { camera } = await street_of(served);
  const plate = passing.plate ?? next_plate();
  const picture = passing.picture ?? (await picture_of(page, plate));
  await pass(served, camera, [{ plate, picture }]);
  return plate;
}

// Read from the screen, where a plate is cut into its groups.
export const row_of = (page: Page, plate: string) =>
  rows(page).filter({ hasText: new RegExp(plate.split('').join('[^0-9A-Z]*')) });
export const card = (page: Page) => page.locator('article');
export const button = (page: Page, name: string) => page.getByRole('button', { name });
export const live = (page: Page) => page.getByText(/^Live \d+ ms$/);
export const offline = (page: Page) => page.getByText(/^Offline since \d\d:\d\d$/);

export async function sit_down(page: Page, served: Served, at = { url: served.url, name: 'an' }) {
  await street_of(served);
  const who = { ...at, password: PASSWORD };
  await sign_in_on(page, who, { place: '/watch', choices: EN });
  await expect(live(page)).toBeVisible();
  await take_hands_off(page);
}

// A pointer or a focus on the list would hold new rows back.
export async function take_hands_off(page: Page): Promise<void> {
  await page.mouse.move(720, 4);
  await page.locator('[data-region=card]').focus();
}

export async function choose(page: Page, plate: string): Promise<void> {
  await row_of(page, plate).click();
  await take_hands_off(page);
}

// How many vehicles stand in the queue, drawn or further down.
export async function count_of(page: Page): Promise<number> {
  const heading = page.getByRole('heading', { level: 2, name: /^(No|[\d,.]+) vehicles?$/ });
  return Number((await heading.textContent())?.replaceAll(/\D/g, '') ?? Number.NaN);
}

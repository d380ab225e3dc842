// What the tests of searches and of cases do alike: sign in, and ask for a plate that was seen.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Hit } from '../../web/src/api/generated';
import { type Demo, expect, sign_in_on } from './demo';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
export const CASE = 'AN.17.L1.004711/2026';
export const REASON = 'burglary, car seen by a neighbour';

type As = { as: string; place: string; choices?: Record<string, string> };

export async function sign_in(page: Page, demo: Demo, { as, place, choices = EN }: As) {
  await sign_in_on(page, { ...demo, name: as }, { place, choices });
  await expect(page.locator('header nav')).toBeVisible();
}

export async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

// A plate that a camera of the own zone has seen, as a desk of it tells: who searches sees no hits.
export async function seen_plate(page: Page, demo: Demo): Promise<string> {
  const desk = await page.context().browser()!.newContext();
  const watching = await desk.newPage();
  await sign_in(watching, demo, { as: 'nadia', place: '/watch' });
  const found = async () =>
    watching.evaluate(async () => {
      const { items } = (await (await fetch('/api/v1/hits')).json()) as { items: Hit[] };
      return items.find((hit) => hit.camera.zone.code === '5364')?.plate;
    });
  await expect.poll(found, { timeout: 30_000 }).toBeTruthy();
  const plate = (await found()) ?? '';
  await desk.close();
  return plate;
}

export async function ask(page: Page, plate: string) {
  await page.getByLabel('Case or report number').fill(CASE);
  await page.getByLabel('Reason').fill(REASON);
  await page.getByLabel('Plate', { exact: false }).last().fill(plate);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

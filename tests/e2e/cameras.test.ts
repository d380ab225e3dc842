// Cameras: the list by health, connecting one by keys alone until its first read, and its page.
import type { Page } from '@playwright/test';
import type { Camera, CameraWithKey, Site } from '../../web/src/api/generated';
import { type Demo, sign_in_on } from './demo';
import { add_person, expect, type Served, test, violations } from './served';

const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
const PALETTES = ['day', 'dusk', 'night'] as const;
const LANGUAGES = { nl: "Camera's", fr: 'Caméras', de: 'Kameras', en: 'Cameras' } as const;

// A server that no other file shares.
test.use({ settings: { BAS_POLICY__IMPACT_ASSESSMENT: 'tests of cameras' } });

let people = 0;

async function tend(
  page: Page,
  { demo, served }: { demo: Demo; served: Served },
  { place = '/cameras', choices = EN }: { place?: string; choices?: Record<string, string> } = {},
) {
  people += 1;
  const name = `tech${people}-${Date.now()}`;
  await add_person(served, { name, role: 'technician', zone: '5364' });
  await sign_in_on(page, { ...demo, name }, { place, choices });
  await expect(page.locator('header nav')).toBeVisible();
}

async function made(served: Served, name: string): Promise<CameraWithKey> {
  const site = (await served.ask('/api/v1/sites', {
    zone: '5364',
    name: `N12 ${name}`,
    road: 'N12',
    latitude: 51.3,
    longitude: 4.7,
  })) as Site;
  return (await served.ask('/api/v1/cameras', { site: site.id, name })) as CameraWithKey;
}

async function send(address: string, change: Record<string, unknown> = {}): Promise<number> {
  const read = { captured_at: new Date().toISOString(), plate: '1CAM001', device_id: 'paal-7' };
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...read, event_id: crypto.randomUUID(), ...change }),
  });
  return answer.status;
}

const shown = async ({ ask }: Served, name: string) => {
  const { items } = (await ask('/api/v1/cameras')) as { items: Camera[] };
  return items.find((camera) => camera.name === name);
};

test('a camera is connected by keys alone, until its first read', async ({
  watched: page,
  demo,
  served,
}) => {
  await tend(page, { demo, served }, { place: '/cameras/new' });
  const type = async (label: string, text: string) => {
    await page.getByLabel(label).focus();
    await page.keyboard.type(text);
  };
  await page.getByRole('combobox', { name: 'Site', exact: true }).focus();
  await page.keyboard.press('End');
  await type('Name of the site', 'N14 Vlimmeren');
  await type('Latitude, in degrees', '51.3');
  await type('Longitude, in degrees', '4.78');
  await type('Name of the camera', 'Vlimmeren in');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connect Vlimmeren in');
  const address = (await page.locator('[data-address]').textContent()) ?? '';
  expect(address).toMatch(/\/ingest\/[\w-]{32}$/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'It is set on the device' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Waiting for the first read')).toBeVisible();
  expect(await send(address)).toBe(200);
  await expect(page.getByText('The first read is here.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('paal-7');
  expect(await page.content()).not.toContain('1CAM001');
  await page.getByRole('button', { name: 'Go on' }).focus();
  await page.keyboard.press('Enter');
  await type('Direction it looks in, in degrees', '90');
  await page.keyboard.press('Enter');
  await type('Number or date of the decision', 'GR 2026-14');
  await type('Area of the decision', 'Centre of Malle');
  await page.getByRole('button', { name: 'Save and go on' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Connected' })).toBeVisible();
  expect(await shown(served, 'Vlimmeren in')).toMatchObject({
    heading_deg: 90,
    decision: { reference: 'GR 2026-14', area: 'Centre of Malle' },
  });
  await page.goBack();
  await page.reload();
  await expect(page.getByLabel('Area of the decision')).toHaveValue('Centre of Malle');
  await page.getByRole('link', { name: 'Where it sends' }).click();
  await expect(page.locator('[data-address]')).toHaveCount(0);
  expect(await page.content()).not.toContain(address.split('/').at(-1));
});

test('the page of a camera tells what was refused and put aside, and changes it', async ({
  watched: page,
  demo,
  served,
}) => {
  const camera = await made(served, 'Rijkevorsel');
  const address = `${served.url}${camera.ingest_path}`;
  expect(await send(address, { captured_at: 'never' })).toBe(422);
  expect(await send(address)).toBe(200);
  await tend(page, { demo, served }, { place: `/cameras/${camera.id}` });
  const panel = (name: string) => page.getByRole('region', { name });
  await expect(panel('Put aside').locator('li')).toHaveCount(1);
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(panel('How it fares')).toContainText('switched off');
  expect(await send(address)).toBe(403);
  await page.reload();
  await expect(panel('Refused last')).toContainText('sent while the camera was disabled');
  await page.getByLabel('Name', { exact: true }).fill('Rijkevorsel 2');
  await panel('Name and direction').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rijkevorsel 2');
  await page.getByRole('button', { name: 'Maintenance' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Say so' }).click();
  await expect(page.getByRole('button', { name: 'End the maintenance' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('who works at a desk sees the cameras and changes none', async ({
  watched: page,
  demo,
  served,
}) => {
  const camera = await made(served, 'Merksplas');
  await add_person(served, { name: 'olga', zone: '5364' });
  await sign_in_on(page, { ...demo, name: 'olga' }, { place: '/cameras', choices: EN });
  await expect(page.getByRole('link', { name: 'Merksplas' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Connect a camera' })).toHaveCount(0);
  await page.goto(`${demo.url}/cameras/${camera.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merksplas');
  await expect(page.getByRole('button', { name: 'Disable' })).toHaveCount(0);
});

for (const palette of PALETTES) {
  test(`cameras are found by keys, accessible in ${palette}, in four languages`, async ({
    watched: page,
    demo,
    served,
  }) => {
    const camera = await made(served, `Arendonk ${palette}`);
    await send(`${served.url}${camera.ingest_path}`);
    await made(served, `Ravels ${palette}`);
    await tend(page, { demo, served }, { choices: { ...EN, 'bas.palette': palette } });
    const table = page.locator('[data-region=cameras]');
    await expect(table.getByRole('row').nth(2)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    for (const [language, words] of Object.entries(LANGUAGES)) {
      await page.locator('header select').selectOption(language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, `${language} is wider than the window`).toBe(false);
    }
    await page.getByLabel('Find').focus();
    await page.keyboard.type(`arendonk ${palette}`);
    await expect(table.locator('tbody tr')).toHaveCount(1);
    await expect(page).toHaveURL(/text=arendonk/);
    await table.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Arendonk ${palette}`);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const place of ['/cameras', '/cameras/new', `/cameras/${camera.id}`]) {
      await page.goto(`${demo.url}${place}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, place).toBeLessThanOrEqual(320);
    }
  });
}

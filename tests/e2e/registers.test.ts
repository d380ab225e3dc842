// What oversight keeps beside the log: the registers with their versions, and the package for
// whom a plate belongs to.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Demo, sign_in_on } from './demo';
import { add_person, expect, type Served, test, violations } from './served';

const EN = { 'bas.language': 'en', 'bas.palette': 'day' };
const PALETTES = ['day', 'dusk', 'night'] as const;
const REGISTERS = {
  nl: ['Verwerkingsregister', 'Cameraregister'],
  fr: ['Registre des traitements', 'Registre des caméras'],
  de: ['Verarbeitungsverzeichnis', 'Kameraverzeichnis'],
  en: ['Register of processing', 'Register of cameras'],
} as const;

type Place = { place: string; choices?: Record<string, string> };

let people = 0;

async function oversee(
  page: Page,
  { demo, served }: { demo: Demo; served: Served },
  { place, choices = EN }: Place,
) {
  people += 1;
  const name = `officer${people}-${Date.now()}`;
  await add_person(served, { name, role: 'data_protection_officer', zone: '5364' });
  await sign_in_on(page, { ...demo, name }, { place, choices });
  await expect(page.locator('header nav')).toBeVisible();
}

async function add_camera({ ask }: Served, name: string) {
  const { items } = (await ask('/api/v1/sites')) as { items: { id: string }[] };
  const site =
    items[0] ??
    ((await ask('/api/v1/sites', {
      zone: '5364',
      name: 'Plein',
      latitude: 51.24,
      longitude: 4.91,
      municipality: 'Turnhout',
      road: 'N140',
    })) as { id: string });
  await ask('/api/v1/cameras', { site: site.id, name, lanes: 2 });
}

function public_key(): string {
  const { publicKey } = generateKeyPairSync('x25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('base64');
}

test('a register says what is configured, and what has changed since', async ({
  watched: page,
  demo,
  served,
}) => {
  await oversee(page, { demo, served }, { place: '/oversight/registers/processing' });
  const controllers = page.getByRole('region', { name: 'Controllers' });
  await expect(controllers).toContainText('Noorderkempen');
  await expect(page.getByRole('region', { name: 'Purposes' })).toContainText(
    'Crime: investigate and prosecute',
  );
  const number = async () =>
    Number(await page.locator('[data-region=version] dd').first().textContent());
  const before = await number();
  await served.ask('/api/v1/zones', { code: '5369', name: `Zone ${before}` });
  await page.reload();
  await expect(controllers).toContainText(`Zone ${before}`);
  expect(await number()).toBe(before + 1);
  const changes = page.getByRole('region', { name: 'Differences' });
  const added = changes.getByRole('row').filter({ hasText: '5369' });
  await expect(added).toContainText('Controllers › 5369');
  await expect(added.locator('ins')).toHaveText(`Zone ${before}`);
  expect(await violations(page)).toEqual([]);

  await page.getByLabel('From version').selectOption(String(before + 1));
  await expect(page.getByText('The two say the same')).toBeVisible();
  await page.getByLabel('To version').selectOption(String(before));
  await expect(changes.locator('del')).toHaveText(`Zone ${before}`);
  await expect(page).toHaveURL(new RegExp(`from=${before + 1}&to=${before}$`));
  await page.reload();
  await expect(changes.locator('del')).toHaveText(`Zone ${before}`);
});

test('the register of cameras has a line for each, with its place', async ({
  watched: page,
  demo,
  served,
}) => {
  await add_camera(served, 'Plein noord');
  await oversee(page, { demo, served }, { place: '/oversight' });
  await page.getByRole('link', { name: 'Register of cameras' }).click();
  const lines = page.getByRole('region', { name: 'What the register holds' });
  const line = lines.getByRole('row').filter({ hasText: 'Plein noord' });
  await expect(line).toContainText('5364');
  await expect(line).toContainText('Turnhout');
  await expect(line).toContainText('51.24000');
  await page.getByRole('link', { name: 'Uses', exact: true }).click();
  const use = page.getByRole('region', { name: 'Uses' }).getByRole('row');
  await expect(use.filter({ hasText: /register of cameras/i }).first()).toBeVisible();
});

test('a package is made for a holder, and its file is what the ledger says', async ({
  watched: page,
  demo,
  served,
}) => {
  await oversee(page, { demo, served }, { place: '/oversight/subjects' });
  await page.getByLabel('Plate').fill('1-HLD-111');
  await page.getByLabel('Proof of holdership').fill('certificate 4711, seen on 20 November');
  await page.getByLabel('For whom').fill('holder, COC/2026/17');
  const key = page.getByLabel('Public key of the holder');
  await key.fill('no key');
  const make = page.getByRole('button', { name: 'Make the package' });
  await make.click();
  await expect(page.getByRole('alert')).toContainText('not 32 bytes');
  await expect(page.getByRole('alert')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await key.fill(public_key());
  await make.click();
  const made = page.getByRole('status').filter({ hasText: 'disclosed to holder, COC/2026/17' });
  await expect(made).toBeFocused();
  expect(await violations(page)).toEqual([]);
  const digest = (await made.locator('code').textContent()) ?? '';
  const saving = page.waitForEvent('download');
  await made.getByRole('button', { name: 'Save the package' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^package-\d+\.sealed$/);
  const bytes = await readFile(await file.path());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
  expect(page.url()).toMatch(/\/oversight\/subjects$/);

  await page.getByRole('link', { name: 'Uses', exact: true }).click();
  const use = page.getByRole('region', { name: 'Uses' }).getByRole('row');
  await expect(use.filter({ hasText: 'certificate 4711' }).first()).toBeVisible();
});

test('only the officer for data protection answers a data subject', async ({
  watched: page,
  demo,
  served,
}) => {
  await add_person(served, { name: 'coc', role: 'overseer' });
  const coc = { ...demo, name: 'coc' };
  await sign_in_on(page, coc, { place: '/oversight/registers/processing', choices: EN });
  await expect(page.getByRole('region', { name: 'Controllers' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Data subjects' })).toHaveCount(0);
});

for (const palette of PALETTES) {
  test(`registers and packages are accessible in ${palette}, in four languages`, async ({
    watched: page,
    demo,
    served,
  }) => {
    await add_camera(served, `Plein ${palette}`);
    const choices = { 'bas.language': 'en', 'bas.palette': palette };
    await oversee(page, { demo, served }, { place: '/oversight/registers/processing', choices });
    for (const [language, [processing, cameras]] of Object.entries(REGISTERS)) {
      await page.locator('header select').selectOption(language);
      const title = page.getByRole('heading', { level: 1 });
      await page.getByRole('link', { name: processing }).click();
      await expect(title).toHaveText(processing);
      await expect(page.locator('[data-region=purposes]')).toBeVisible();
      await page.getByRole('link', { name: cameras }).click();
      await expect(title).toHaveText(cameras);
      await expect(page.locator('[data-region=cameras] table')).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, `${language} is wider than the window`).toBe(false);
    }
    const places = [
      ['/oversight/registers/processing', '[data-region=purposes]'],
      ['/oversight/registers/cameras', '[data-region=cameras]'],
      ['/oversight/subjects', '[data-region=package] form'],
    ] as const;
    for (const [place, part] of places) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${demo.url}${place}`);
      await expect(page.locator(part)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, place).toBeLessThanOrEqual(320);
    }
    await page.keyboard.press('F6');
    await expect(page.locator('[data-region=package]')).toBeFocused();
  });
}

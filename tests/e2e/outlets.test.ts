// Where events go for those who are not at a desk: made, tested, out of use, and taken into use again.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Demo, expect, sign_in_on } from './demo';
import { add_person, type Served, test, violations } from './served';

const LOOKS_IN = path.join(import.meta.dirname, '../../build/looks');
// Only a test lets a server send to its own machine.
test.use({ settings: { BAS_OUTWARD__NETWORKS: '127.0.0.1', BAS_OUTWARD__HOSTS: 'localhost' } });

const LOOKS = [
  {
    language: 'nl',
    palette: 'day',
    title: 'Meldkanalen',
    banner: '1 meldkanaal is buiten gebruik',
  },
  { language: 'fr', palette: 'dusk', title: 'Canaux', banner: '1 canal est hors service' },
  { language: 'de', palette: 'night', title: 'Meldewege', banner: '1 Meldeweg ist außer Betrieb' },
  { language: 'en', palette: 'day', title: 'Outlets', banner: '1 outlet is out of use' },
] as const;

type Receiver = { url: string; got: string[]; answer: (status: number) => void; server: Server };

// What a dispatch room would run: it notes the types of what comes.
async function receiver(): Promise<Receiver> {
  const got: string[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      got.push((JSON.parse(body) as { type: string }).type);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = (wanted: number) => {
    status = wanted;
  };
  return { url: `http://localhost:${port}/bas`, got, answer, server };
}

type Seat = { served: Served; demo: Demo };

async function enter(page: Page, { served, demo }: Seat, name: string, choices: object) {
  await add_person(served, { name, role: 'administrator' });
  const chosen = choices as Record<string, string>;
  await sign_in_on(page, { ...demo, name }, { place: '/outlets', choices: chosen });
}

test('an outlet is made, tested, lost and taken into use again, by keys alone', async ({
  watched: page,
  demo,
  served,
}) => {
  const { url, got, answer, server } = await receiver();
  await enter(page, { served, demo }, 'ann', { 'bas.language': 'en', 'bas.palette': 'day' });
  await page.getByRole('link', { name: 'Make an outlet' }).press('Enter');
  await page.getByLabel('Name').fill('Dispatch');
  await page.getByLabel(/^Address/).fill(url);
  await page.getByRole('button', { name: 'Make the outlet' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Dispatch' })).toBeVisible();
  await expect(page.locator('[data-key]')).toHaveText(/^whpk_/);
  await page.getByRole('button', { name: 'Send a test' }).press('Enter');
  const lines = page.getByRole('region', { name: 'Deliveries' }).locator('tbody tr');
  await expect(lines.first()).toContainText('delivered');
  expect(got).toEqual(['outlet.test']);

  answer(410);
  await page.getByRole('button', { name: 'Send a test' }).press('Enter');
  await expect(lines.first()).toContainText('given up');
  await page.reload();
  await expect(page.locator('[data-key]')).toHaveText(/^whpk_/);
  await expect(page.getByRole('region', { name: 'Outlets' }).first()).toContainText(
    '1 outlet is out of use',
  );
  answer(204);
  await page.getByRole('button', { name: 'Take into use again' }).press('Enter');
  await expect(page.getByText('1 outlet is out of use')).toBeHidden();
  await lines.first().getByRole('button', { name: 'Send again' }).press('Enter');
  await expect(lines.first()).toContainText('delivered');
  expect(got).toHaveLength(3);

  await page.getByRole('button', { name: 'Remove' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(page.getByText('There is no outlet')).toBeVisible();
  server.close();
});

test('what it may not reach is refused with what to do', async ({
  watched: page,
  demo,
  served,
}) => {
  await enter(page, { served, demo }, 'eve', { 'bas.language': 'en', 'bas.palette': 'day' });
  await page.getByRole('link', { name: 'Make an outlet' }).click();
  await page.getByLabel('Name').fill('Elsewhere');
  await page.getByLabel(/^Address/).fill('http://10.0.0.1/bas');
  await page.getByRole('button', { name: 'Make the outlet' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make the outlet' })).toBeEnabled();
});

for (const { language, palette, title, banner } of LOOKS) {
  test(`${language}, by ${palette}: outlets are told and accessible`, async ({
    watched: page,
    demo,
    served,
  }) => {
    const { url, answer, server } = await receiver();
    const made = (await served.ask('/api/v1/outlets', {
      title: 'Dispatch',
      target: url,
      zone: '5364',
      events: ['hit.validated', 'pursuit.joined'],
    })) as { id: string };
    answer(410);
    await served.ask(`/api/v1/outlets/${made.id}/test`, {});
    const choices = { 'bas.language': language, 'bas.palette': palette };
    await enter(page, { served, demo }, `an-${language}`, choices);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(banner)).toBeVisible({ timeout: 70_000 });
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-row-link]').first().click();
    await expect(page.locator('[data-region=deliveries] tbody tr')).toHaveCount(1);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: path.join(LOOKS_IN, `outlet-${language}-${palette}.png`) });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide, 'wider than the window').toBe(false);
    await page.goto(`${demo.url}/outlets/new`);
    await expect(page.locator('input[name=target]')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await remove(served, made.id);
    server.close();
  });
}

// The next test begins without it.
async function remove({ url, ask }: Served, id: string): Promise<void> {
  const { token } = (await ask('/api/v1/tokens', { user: 'local-administrator' })) as {
    token: string;
  };
  const headers = { Authorization: `Bearer ${token}` };
  const gone = await fetch(`${url}/api/v1/outlets/${id}`, { method: 'DELETE', headers });
  expect(gone.status).toBe(204);
}

// The screen of those who oversee: the monthly sample, what stands out, the public page.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Use } from '../../web/src/api/generated';
import { expect, sign_in_on, test } from './demo';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LANGUAGES = {
  nl: 'Wat opvalt',
  fr: 'Ce qui ressort',
  de: 'Was auffällt',
  en: 'What stands out',
} as const;

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

// Asked without a purpose, five times: each is refused.
async function be_refused(page: Page) {
  const statuses = await page.evaluate(async () => {
    const body = JSON.stringify({
      plate: '1ABC234',
      from: new Date(Date.now() - 3_600_000).toISOString(),
      until: new Date().toISOString(),
    });
    const headers = { 'Content-Type': 'application/json' };
    const told: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      told.push((await fetch('/api/v1/searches', { method: 'POST', body, headers })).status);
    }
    return told;
  });
  expect(statuses).toEqual([403, 403, 403, 403, 403]);
}

// A month of one use, as the server would tell it: no demo lives for a month.
async function with_sample(page: Page, judged: unknown[]) {
  const { items } = (await page.evaluate(async () =>
    (await fetch('/api/v1/ledger/uses?limit=100')).json(),
  )) as { items: Use[] };
  const use = items.find((one) => one.what === 'search');
  const month = {
    month: '2026-10',
    size: 4711,
    seed: 'ab'.repeat(32),
    drawn_at: '2026-11-01T00:05:00Z',
    fine: 3,
    questioned: 0,
    wrong: 0,
  };
  const item = { number: use?.number, zone: '5364', verdict: 'open', month: '2026-10' };
  await page.route('**/api/v1/audits', async (route) => {
    const is_done = judged.length > 0;
    if (route.request().method() === 'POST') {
      judged.push(route.request().postDataJSON());
      return route.fulfill({ json: { ...item, verdict: 'wrong' } });
    }
    const items_left = is_done ? [] : [{ ...item, mine: true, overdue: true, use }];
    return route.fulfill({
      json: {
        months: [{ ...month, open: is_done ? 0 : 1, wrong: is_done ? 1 : 0 }],
        items: items_left,
      },
    });
  });
}

test('what stands out is told by person and number, and a sample is judged', async ({
  watched: page,
  demo,
}) => {
  const choices = { 'bas.language': 'en', 'bas.palette': 'day' };
  await sign_in_on(page, { ...demo, name: 'els' }, { place: '/search', choices });
  await expect(page.locator('header nav')).toBeVisible();
  await be_refused(page);
  await page.context().clearCookies();
  await sign_in_on(page, { ...demo, name: 'coc' }, { place: '/oversight', choices });
  const row = page
    .getByRole('region', { name: 'What stands out' })
    .getByRole('row')
    .filter({ hasText: 'Refused many times in a row' });
  await expect(row.first()).toContainText('Els');
  await expect(page.getByText('No sample was drawn yet')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const judged: unknown[] = [];
  await with_sample(page, judged);
  await page.reload();
  const sample = page.getByRole('region', { name: 'To judge' });
  await expect(sample).toContainText('open for more than 30 days');
  expect(await violations(page)).toEqual([]);
  await sample.getByRole('button', { name: 'Wrong' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is not fine').fill('no such case');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Wrong' }).click();
  await expect(page.getByText('Nothing is left for you to judge')).toBeVisible();
  expect(judged).toEqual([{ number: expect.any(Number), verdict: 'wrong', word: 'no such case' }]);
  for (const [language, word] of Object.entries(LANGUAGES)) {
    await page.locator('header select').selectOption(language);
    await expect(page.locator('[data-region=patterns] h2')).toHaveText(word);
  }
});

test('the public page needs no account, is accessible and speaks four languages', async ({
  watched: page,
  demo,
}) => {
  for (const language of ['nl', 'fr', 'de', 'en']) {
    await page.goto(`${demo.url}/transparency?lang=${language}`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

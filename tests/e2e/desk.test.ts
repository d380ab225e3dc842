// A hit goes from its arrival to its outcome at two desks, by keys alone, in every language.
import type { Browser, Page } from '@playwright/test';
import type { Hit } from '../../web/src/api/generated';
import { expect, rows, sign_in, test } from './demo';
import { type Demo, sign_in_on } from './demo';

// What is claimed and judged here is not new to other tests.
test.use({ province: 'desks' });

const WORDS = {
  nl: {
    validated: 'Gevalideerd. Wat gebeurt ermee?',
    sent: 'Ploeg gestuurd',
    undo: 'Ongedaan maken',
  },
  fr: { validated: 'Validé. Quelle suite ?', sent: 'Équipe envoyée', undo: 'Annuler' },
  de: { validated: 'Bestätigt. Was geschieht?', sent: 'Streife entsandt', undo: 'Rückgängig' },
  en: { validated: 'Validated. What is done about it?', sent: 'Unit sent', undo: 'Undo' },
} as const;

const desk_of = (language: string, palette = 'day') => ({
  'bas.language': language,
  'bas.palette': palette,
});

// A second desk, of another zone, in a browser of its own.
async function other_desk(browser: Browser, demo: Demo, language: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await sign_in_on(
    page,
    { ...demo, name: 'koen' },
    { place: '/watch', choices: desk_of(language) },
  );
  await expect(page.getByRole('listbox')).toBeVisible();
  return page;
}

const card = (page: Page) => page.locator('article');
const painted = (page: Page) => page.locator('[data-kind=crop][data-painted=true]').first();

// Opens by key the first hit that nobody has, and says which vehicle it is.
async function claim_one(page: Page): Promise<string> {
  const waiting = rows(page)
    .filter({ has: page.locator('[data-state=candidate]') })
    .first();
  await expect(waiting).toBeVisible({ timeout: 60_000 });
  await waiting.click();
  await expect(painted(page)).toBeVisible();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveAttribute('data-state', 'claimed');
  return new URL(page.url()).searchParams.get('incident') ?? '';
}

const row_of = (page: Page, incident: string) => page.locator(`#row-${incident}`);

for (const [language, words] of Object.entries(WORDS)) {
  test(`${language}: claimed, validated, sent, closed, and seen at the other desk`, async ({
    watched: page,
    demo,
    browser,
  }) => {
    await sign_in(page, demo, desk_of(language));
    const other = await other_desk(browser, demo, language);
    const incident = await claim_one(page);
    await expect(row_of(other, incident)).toContainText('Nadia');

    await page.keyboard.press('F2');
    await expect(card(page).getByRole('heading', { name: words.validated })).toBeVisible();
    await page.getByRole('button', { name: words.sent }).click();
    await expect(row_of(other, incident)).toContainText(words.sent.toLowerCase(), {
      ignoreCase: true,
    });
    await other.context().close();
  });
}

test('a rejection is undone by key within ten seconds, and the other desk follows', async ({
  watched: page,
  demo,
  browser,
}) => {
  await sign_in(page, demo, desk_of('en', 'night'));
  const other = await other_desk(browser, demo, 'en');
  const incident = await claim_one(page);
  await row_of(other, incident).click();
  await page.keyboard.press('F4');
  await page.keyboard.press('m');
  await expect(card(other)).toHaveAttribute('data-state', 'rejected');
  await page.keyboard.press('u');
  await expect(card(other)).toHaveAttribute('data-state', 'claimed');
  await expect(row_of(other, incident)).toContainText('Nadia');
  await expect(card(page)).toHaveAttribute('data-state', 'claimed');
  expect(new URL(page.url()).searchParams.get('incident')).toBe(incident);
  await other.context().close();
});

test('two operators on one hit: the second is told who was first', async ({
  watched: page,
  demo,
  browser,
}) => {
  await sign_in(page, demo, desk_of('en'));
  const other = await other_desk(browser, demo, 'en');
  const incident = await claim_one(page);
  await row_of(other, incident).click();
  await expect(painted(other)).toBeVisible();
  await expect(card(page)).toContainText('Also open at Koen');
  await expect(other.getByRole('button', { name: 'Validate' })).toBeDisabled();
  await other.getByRole('button', { name: 'Take over' }).click();
  await expect(card(other).getByText('You have this')).toBeVisible();
  await expect(card(page)).toContainText('Koen');
  await other.context().close();
});

test('several of the less urgent are marked by key and rejected together', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, demo, desk_of('en'));
  const less_urgent = rows(page)
    .and(page.locator('[data-level="4"]'))
    .filter({ has: page.locator('[data-state=candidate]') });
  await expect(less_urgent.nth(1)).toBeVisible({ timeout: 60_000 });
  for (const at of [0, 1]) {
    await less_urgent.nth(at).click();
    await page.keyboard.press('x');
  }
  const bar = page.getByRole('group', { name: '2 vehicles marked' });
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: 'Duplicate' }).click();
  await expect(bar).toHaveCount(0);
});

test('where a vehicle is likely next stands on its card, with when', async ({
  watched: page,
  demo,
}) => {
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  await page.route('**/api/v1/hits/*/next', async (route) => {
    const id = route.request().url().split('/').at(-2) ?? '';
    const { camera } = (await (
      await route.fetch({ url: `${demo.url}/api/v1/hits/${id}` })
    ).json()) as Hit;
    const times = { earliest: at(-5), likely: at(60), latest: at(300), passages: 90 };
    const later = { earliest: at(600), likely: at(700), latest: at(900), passages: 40 };
    const items = [
      { camera, probability: 0.8, ...times },
      { camera: { ...camera, id: `${camera.id}2` }, probability: 0.1, ...later },
    ];
    await route.fulfill({ json: { items } });
  });
  await sign_in(page, demo, desk_of('en'));
  await claim_one(page);
  const next = page.getByRole('region', { name: 'Likely next' });
  await expect(next.getByRole('listitem')).toHaveCount(2);
  await expect(next.getByRole('listitem').first()).toContainText(/80% *now, until \d\d:\d\d/);
  await expect(next.getByRole('listitem').last()).toContainText(/\d\d:\d\d – \d\d:\d\d/);
});

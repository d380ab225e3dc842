import { expect, open_first_hit, rows, sign_in, test } from './demo';

// A province that has been driven for a while makes few new hits: its wanted cars are known by then.
test.use({ province: 'young' });

const NL = { 'bas.language': 'nl', 'bas.palette': 'day' };

test('hits arrive live within 15 s', async ({ watched: page, demo }) => {
  await sign_in(page, demo, NL);
  const heading = page.getByRole('heading', { level: 2 }).first();
  const count = async () => Number((await heading.textContent())?.match(/\d+/)?.[0] ?? 0);
  const before = await count();
  await expect.poll(count, { timeout: 15_000 }).toBeGreaterThan(before);
  await expect(page.getByText(/^Live \d+ ms$/)).toBeVisible();
});

test('the card shows the picture, the compared plates and the state', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, demo, NL);
  await open_first_hit(page);
  const card = page.locator('article');
  const crop = card.locator('[data-kind=crop] img');
  const size = await crop.evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(size).toBeGreaterThan(40);
  await expect(card.getByText('Kandidaat: nog door niemand nagekeken')).toBeVisible();
  const [read, entry] = await card.getByRole('row').all();
  const characters = async (row: typeof read) =>
    (await row?.getByRole('cell').allInnerTexts())?.length;
  expect(await characters(read)).toBe(await characters(entry));
  const why = card.getByRole('region', { name: 'Waarom deze treffer' });
  await expect(why.getByRole('listitem').first()).toContainText(
    /Elk teken is gelijk|werd niet gelezen|werd te veel gelezen|werd gelezen in plaats van/,
  );
  await expect(why.getByRole('listitem').last()).toContainText(/Land|camera|lijstregel/);
});

test('the crop is painted soon after the click, and says how soon', async ({
  watched: page,
  demo,
}) => {
  await sign_in(page, demo, NL);
  await expect.poll(() => rows(page).count(), { timeout: 40_000 }).toBeGreaterThan(3);
  await open_first_hit(page);
  const ms = await page.evaluate(async () => {
    const row = document.querySelectorAll<HTMLElement>('[role=option]')[2];
    const before = document.querySelector('article')?.dataset.hit;
    const start = performance.now();
    row?.click();
    while (performance.now() - start < 5_000) {
      const card = document.querySelector<HTMLElement>('article');
      const is_other = card?.dataset.hit !== before;
      if (is_other && card?.querySelector('[data-kind=crop][data-painted=true]')) break;
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - start;
  });
  console.info(`click to painted crop: ${Math.round(ms)} ms`);
  // The figure belongs to the benches: here another program may have the cores. It is painted.
  expect(ms).toBeLessThan(5_000);
});

test('rows do not move under the pointer, and new ones wait', async ({ watched: page, demo }) => {
  await sign_in(page, demo, NL);
  await expect.poll(() => rows(page).count(), { timeout: 40_000 }).toBeGreaterThan(3);
  const row = rows(page).nth(2);
  await row.hover();
  const id = await row.getAttribute('id');
  const box = await row.boundingBox();
  const pill = page.getByRole('button', { name: /^\d+ nieuw$/ });
  await expect(pill).toBeVisible({ timeout: 30_000 });
  expect(await page.locator(`#${id}`).boundingBox()).toEqual(box);
  await pill.click();
  await expect(pill).toBeHidden();
});

test('the whole screen works by keyboard', async ({ watched: page, demo }) => {
  await sign_in(page, demo, NL);
  await page.keyboard.press('F6');
  await expect(page.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.locator('article')).toBeVisible();
  const first = await page.locator('article').getAttribute('data-hit');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('article')).not.toHaveAttribute('data-hit', first ?? '');
  await page.keyboard.press(' ');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('p');
  await expect(page.getByText('Gepauzeerd: de lijst staat stil.')).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-region=card]')).toBeFocused();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Toetsen' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+n');
  await expect(page.locator('html')).toHaveAttribute('data-palette', 'dusk');
});

test('the address holds the place and never a plate', async ({ watched: page, demo }) => {
  await sign_in(page, demo, NL);
  await open_first_hit(page);
  const plate = await page.locator('article').getAttribute('aria-label');
  expect(plate).toBeTruthy();
  expect(page.url()).toMatch(/\/watch\?incident=[0-9A-Z]{26}$/);
  expect(page.url()).not.toContain(plate ?? '');
  const hit = await page.locator('article').getAttribute('aria-label');
  await page.reload();
  await expect(page.locator('article')).toHaveAttribute('aria-label', hit ?? '');
});

test('everything on the map also stands in a list', async ({ watched: page, demo }) => {
  await sign_in(page, demo, NL);
  await page.getByRole('tab', { name: 'Als lijst' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByRole('heading', { name: /voertuigen/ })).toBeVisible();
  await expect(panel.getByRole('heading', { name: /^Neteland: \d+ camera/ })).toBeVisible();
  await panel.getByRole('listitem').getByRole('button').first().click();
  await expect(page.locator('article')).toBeVisible();
});

test('a second tab follows the first one’s stream, and takes over when it closes', async ({
  watched: page,
  demo,
  context,
}) => {
  await sign_in(page, demo, NL);
  const second = await context.newPage();
  const streams: string[] = [];
  second.on('request', (request) => {
    if (request.url().includes('/stream')) streams.push(request.url());
  });
  await second.goto(`${demo.url}/watch`);
  await expect(second.getByText(/^Live \d+ ms$/)).toBeVisible({ timeout: 20_000 });
  expect(streams).toEqual([]);
  await page.close();
  await expect.poll(() => streams.length).toBe(1);
  await expect(second.getByText(/^Live \d+ ms$/)).toBeVisible();
  await second.close();
});

test('a session that ends asks to sign in on the spot and keeps the screen', async ({
  watched: page,
  demo,
  context,
}) => {
  await sign_in(page, demo, NL);
  await open_first_hit(page);
  await context.clearCookies();
  await page.evaluate(() =>
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  await expect(page.getByRole('dialog', { name: 'Uw sessie is afgelopen' })).toBeVisible();
  await page.getByLabel('Wachtwoord').fill(demo.password);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('article')).toBeVisible();
  await expect(page.getByText(/^Live \d+ ms$/)).toBeVisible();
});

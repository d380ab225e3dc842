// Two zones pursue one vehicle, each at its own browser, by keys alone: from the hit to its outcome.
import type { Browser, Locator, Page } from '@playwright/test';
import { type Demo, expect, rows, sign_in_on } from './demo';
import { add_person, PASSWORD, type Served, test, violations } from './served';
import { picture_of } from './street';

// What passes here is not in the province of other files.
test.use({ settings: { BAS_LOG__LEVEL: 'warning' } });

const DESKS = [
  {
    language: 'nl',
    palette: 'day',
    join: 'Deelnemen',
    passages: 'Alle doorgangen',
    stopped: 'Voertuig staande gehouden',
    end: 'Achtervolging beëindigen…',
    outcome: 'Staande gehouden, klopt',
  },
  {
    language: 'fr',
    palette: 'dusk',
    join: 'Participer',
    passages: 'Tous les passages',
    stopped: 'Véhicule intercepté',
    end: 'Terminer la poursuite…',
    outcome: 'Intercepté, confirmé',
  },
  {
    language: 'de',
    palette: 'night',
    join: 'Teilnehmen',
    passages: 'Alle Durchfahrten',
    stopped: 'Fahrzeug angehalten',
    end: 'Verfolgung beenden…',
    outcome: 'Angehalten, bestätigt',
  },
  {
    language: 'en',
    palette: 'day',
    join: 'Take part',
    passages: 'All passages',
    stopped: 'Vehicle stopped',
    end: 'End the pursuit…',
    outcome: 'Stopped, as listed',
  },
] as const;

type Camera = { ingest_path: string };
type Province = { south: Camera; north: Camera };

let province: Promise<Province> | undefined;

// A camera in each zone and a list of the first; once for all tests of this file.
function province_of(served: Served): Promise<Province> {
  province ??= make_province(served);
  return province;
}

async function make_province({ ask }: Served): Promise<Province> {
  await ask('/api/v1/users', {
    name: 'keeper',
    role: 'list_manager',
    zone: '5364',
    password: PASSWORD,
    role_until: next_year(),
    trained_until: next_year(),
  });
  const camera = async (zone: string, name: string, municipality: string) => {
    const site = (await ask('/api/v1/sites', {
      zone,
      name,
      municipality,
      road: 'N14',
      latitude: 51.3,
      longitude: 4.8,
    })) as { id: string };
    return (await ask('/api/v1/cameras', { site: site.id, name, lanes: 1 })) as Camera;
  };
  const south = await camera('5364', 'south', 'Rijkevorsel');
  const north = await camera('5352', 'north', 'Hoogstraten');
  return { south, north };
}

const next_year = () => new Date(Date.now() + 365 * 86_400_000).toISOString();

async function list_plate({ ask, url }: Served, plate: string): Promise<void> {
  const { token } = (await ask('/api/v1/tokens', { user: 'keeper' })) as { token: string };
  const as_keeper = (place: string, body: unknown) =>
    fetch(`${url}${place}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const made = await as_keeper('/api/v1/lists', {
    name: 'stolen',
    owner_zone: '5364',
    priority: 2,
  });
  expect([201, 409]).toContain(made.status);
  const entry = await as_keeper('/api/v1/lists/stolen/entries', {
    plate,
    country: 'BE',
    reason: 'stolen',
    source_id: plate,
    valid_until: next_year(),
  });
  expect(entry.status, await entry.text()).toBe(201);
}

async function passes(page: Page, { url }: Served, camera: Camera, plate: string): Promise<void> {
  const read = {
    captured_at: new Date().toISOString(),
    plate,
    country: 'BE',
    event_id: crypto.randomUUID(),
    images: [{ role: 'plate', base64: await picture_of(page, plate) }],
  };
  const sent = await fetch(`${url}${camera.ingest_path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(read),
  });
  expect(sent.status, await sent.text()).toBe(200);
}

type Seat = { name: string; zone: string; place: string };

async function sit_down(
  page: Page,
  { served, demo }: { served: Served; demo: Demo },
  { name, zone, place, ...choices }: Seat & { language: string; palette: string },
): Promise<void> {
  await add_person(served, { name, display_name: name, zone });
  await sign_in_on(
    page,
    { ...demo, name },
    { place, choices: { 'bas.language': choices.language, 'bas.palette': choices.palette } },
  );
  await expect(page.locator('header nav')).toBeVisible();
}

// As somebody without a mouse goes there.
async function tab_to(page: Page, to: Locator): Promise<void> {
  await expect(to).toBeVisible();
  const is_there = () => to.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 150 && !(await is_there()); ++step) await page.keyboard.press('Tab');
  await expect(to).toBeFocused();
}

async function press(page: Page, button: Locator): Promise<void> {
  await tab_to(page, button);
  await page.keyboard.press('Enter');
}

const log = (page: Page) => page.locator('[data-region=log]');
const button = (page: Page, name: string) => page.getByRole('button', { name });

async function second_browser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

// Claims and validates the hit of that plate and begins its pursuit.
async function pursue(page: Page): Promise<void> {
  const waiting = rows(page).filter({ has: page.locator('[data-state=candidate]') });
  await expect(waiting).toHaveCount(1); // what earlier tests ended stands behind it
  await tab_to(page, page.getByRole('listbox'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('article')).toHaveAttribute('data-state', 'claimed');
  await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.locator('article')).toHaveAttribute('data-state', 'validated');
  await page.keyboard.press('F7');
  await expect(page).toHaveURL(/\/pursuits\/[0-9A-Z]{26}$/);
}

for (const [at, words] of DESKS.entries()) {
  const { language, palette } = words;
  test(`${language}, ${palette}: two zones pursue a vehicle to its outcome`, async ({
    watched: page,
    demo,
    served,
    browser,
  }) => {
    test.slow();
    const plate = `1PUR${at}0${at}`;
    const { south, north } = await province_of(served);
    await list_plate(served, plate);
    const other = await second_browser(browser);
    const seat = { language, palette, place: '/watch' };
    await sit_down(page, { served, demo }, { name: `An-${language}`, zone: '5364', ...seat });
    await sit_down(
      other,
      { served, demo },
      {
        name: `Bo-${language}`,
        zone: '5352',
        ...seat,
        place: '/pursuits',
      },
    );
    await passes(page, served, south, plate);
    await pursue(page);

    await press(other, other.getByRole('row').nth(1).getByRole('link'));
    await expect(button(other, words.join)).toBeVisible();
    await other.keyboard.press('F7');
    await expect(log(other).getByRole('listitem')).toHaveCount(2);
    await expect(log(page).getByRole('listitem')).toHaveCount(2);

    await passes(page, served, north, plate);
    for (const desk of [page, other]) {
      await expect(log(desk).locator('[data-event=sight]')).toContainText('Hoogstraten');
      await expect(desk.locator('[data-region=where]')).toContainText('Hoogstraten');
    }
    expect(await violations(page)).toEqual([]);

    await press_note(other, 'Behind it at the church');
    await expect(log(page)).toContainText('Behind it at the church');

    await press(page, page.getByRole('link', { name: words.passages }));
    await expect(page.locator('[data-kind=crop][data-painted=true]').first()).toBeVisible();
    await page.keyboard.press('F2');
    await press(page, button(page, words.stopped));
    await expect(button(page, words.stopped)).toHaveCount(0);
    await page.keyboard.press('F7');
    await press(page, button(page, words.end));
    await press(page, button(page, words.outcome));
    for (const desk of [page, other]) {
      await expect(desk.locator('header').filter({ hasText: words.outcome })).toBeVisible();
    }
    await other.context().close();
  });
}

async function press_note(page: Page, text: string): Promise<void> {
  await tab_to(page, log(page).getByRole('textbox'));
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
}

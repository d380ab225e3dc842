// The screen of the system: what the server tells of itself, and what everyone is told of a witness.
import { sign_in_on } from './demo';
import { add_person, expect, test, violations } from './served';

const PALETTES = ['day', 'dusk', 'night'] as const;
const LANGUAGES = { nl: 'Systeem', fr: 'Système', de: 'System', en: 'System' } as const;

// A server that no other file shares.
test.use({ settings: { BAS_POLICY__IMPACT_ASSESSMENT: 'tests of the system' } });

for (const palette of PALETTES) {
  test(`the system is told and accessible in ${palette}, in four languages`, async ({
    watched: page,
    demo,
    served,
  }) => {
    const name = `admin-${palette}`;
    await add_person(served, { name, role: 'administrator' });
    const choices = { 'bas.language': 'en', 'bas.palette': palette };
    await sign_in_on(page, { ...demo, name }, { place: '/system', choices });
    const panel = (title: string) => page.getByRole('region', { name: title, exact: true });
    await expect(panel('Checks').locator('li[data-ok=true]')).toHaveCount(4);
    await expect(panel('Free disk')).toContainText('the server has run for less than an hour');
    await expect(panel('What is kept')).toContainText('Pictures');
    await expect(panel('Expiry')).toContainText('nothing waits');
    await expect(panel('Witness').first()).toContainText('No witness is named');
    expect(await violations(page)).toEqual([]);
    for (const [language, words] of Object.entries(LANGUAGES)) {
      await page.locator('header select').selectOption(language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, `${language} is wider than the window`).toBe(false);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
}

test('who can name a witness is told that there is none, and only who may sees the system', async ({
  watched: page,
  demo,
  served,
}) => {
  await add_person(served, { name: 'olga', zone: '5364' });
  const choices = { 'bas.language': 'en', 'bas.palette': 'day' };
  await sign_in_on(page, { ...demo, name: 'olga' }, { place: '/watch', choices });
  await expect(page.getByRole('button', { name: /^Alarms/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Witness' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'System' })).toHaveCount(0);
  await page.goto(`${demo.url}/system`);
  await expect(page.getByRole('alert')).toContainText('Ask someone whose role allows it');
});

import { expect, it } from 'vitest';
import { settings_from } from './settings';

it.each([null, '', '[]', '7', '{"brilliance":"bright"}', '{"sounds":3,"keys":[1]}', '{'])(
  'reads %s as nothing set',
  (text) => {
    const settings = settings_from(text);
    expect(settings.brilliance).toBe(100);
    expect(settings.sounds).toMatchObject({ p1: true, p3: false });
    expect(settings.keys).toEqual({});
  },
);

it('keeps what it can read beside what it cannot', () => {
  const text = '{"hand":"left","brilliance":5,"sounds":{"p1":false},"keys":{"help":["F3"]}}';
  const settings = settings_from(text);
  expect(settings).toMatchObject({ hand: 'left', brilliance: 100, keys: { help: ['F3'] } });
  expect(settings.sounds).toMatchObject({ p1: false, p2: true, p4: false });
});

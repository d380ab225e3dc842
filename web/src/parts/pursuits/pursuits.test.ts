import { describe, expect, it } from 'vitest';
import { with_read } from './last_read';
import { ranked } from './ranked';

const zone = (code: string, name: string) => ({ code, name });
const next = (code: string, probability: number) =>
  ({ camera: { zone: zone(code, '') }, probability }) as Parameters<typeof ranked>[1][number];

describe('zones to invite', () => {
  it('come in the order in which the vehicle may reach them', () => {
    const zones = [zone('1', 'Noord'), zone('2', 'Voorkempen'), zone('3', 'Zuid')];
    const order = ranked(zones, [next('2', 0.3), next('3', 0.4), next('2', 0.2), next('9', 0.1)]);
    expect(order.map(({ name }) => name)).toEqual(['Voorkempen', 'Zuid', 'Noord']);
    expect(order[0]?.probability).toBeCloseTo(0.5);
  });

  it('come by name where nothing is foretold', () => {
    expect(ranked([zone('3', 'Zuid'), zone('1', 'Noord')], []).map(({ code }) => code)).toEqual([
      '1',
      '3',
    ]);
  });
});

describe('how far a log was read', () => {
  it('keeps the latest of each pursuit, and fifty in all', () => {
    let read: ReturnType<typeof with_read> = [];
    for (let number = 1; number <= 60; ++number) read = with_read(read, `p${number}`, number);
    read = with_read(read, 'p60', 99);
    expect(read).toHaveLength(50);
    expect(read[0]).toEqual(['p60', 99]);
    expect(read.filter(([id]) => id === 'p60')).toHaveLength(1);
  });
});

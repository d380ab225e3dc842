import { expect, it } from 'vitest';
import { purposes_of } from './gate_queries';
import type { Regime, User } from './generated';

const law = {
  purposes: [
    { code: 'ap', capacity: 'admin_police', needs_danger: false },
    { code: 'jp', capacity: 'jud_police', needs_danger: false },
    { code: 'other', capacity: 'other', needs_danger: false },
  ],
} as unknown as Regime;

const codes = (capacity: User['capacity']) =>
  purposes_of(law, { capacity } as User).map(({ code }) => code);

it('offers the purposes of the capacity somebody has', () => {
  expect(codes('judicial')).toEqual(['jp']);
  expect(codes('administrative')).toEqual(['ap']);
  expect(codes('both')).toEqual(['ap', 'jp', 'other']);
});

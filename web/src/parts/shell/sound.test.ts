import { expect, it } from 'vitest';
import { settings_from } from '../device/settings';
import { cue_for } from './sound';

const { sounds } = settings_from(null);

it('rings for the gravest that came, and not for what nobody wants to hear', () => {
  expect(cue_for([3, 2, 1], sounds)).toBe('p1');
  expect(cue_for([4, 3, 2], sounds)).toBe('p2');
  expect(cue_for([3, 4], sounds)).toBeNull();
  expect(cue_for([], sounds)).toBeNull();
});

it('rings for P3 when it is wanted, and for what stays when P1 is not', () => {
  expect(cue_for([3], { ...sounds, p3: true })).toBe('p3');
  expect(cue_for([1, 2], { ...sounds, p1: false })).toBe('p2');
});

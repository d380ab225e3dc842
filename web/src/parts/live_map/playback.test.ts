import { describe, expect, it } from 'vitest';
import { sample_hit } from '../../testing/samples';
import {
  bars,
  hits_at,
  LIVE,
  MINUTE_MS,
  step_ms,
  stepped,
  sought,
  ticked,
  toggled,
} from './playback';

const NOW = Date.parse('2026-11-23T21:00:00.000Z');
const ago = (minutes: number) => new Date(NOW - minutes * MINUTE_MS).toISOString();

describe('the time slider', () => {
  it('goes one step into the past, and back to live', () => {
    const past = stepped(LIVE, -1, NOW);
    expect(past.at).toBe(NOW - step_ms(LIVE));
    expect(stepped(past, 1, NOW)).toEqual(LIVE);
    expect(stepped(past, 1, NOW + 3_000)).toEqual(LIVE);
    expect(stepped(past, 1, NOW + MINUTE_MS).at).toBe(NOW);
  });

  it('never leaves its length', () => {
    expect(sought(LIVE, NOW - 90 * MINUTE_MS, NOW).at).toBe(NOW - 60 * MINUTE_MS);
    expect(sought(LIVE, NOW + MINUTE_MS, NOW).at).toBeNull();
  });

  it('plays from the beginning when it was live, and from where it stood when it was not', () => {
    expect(toggled(LIVE, NOW)).toMatchObject({ at: NOW - 60 * MINUTE_MS, is_playing: true });
    const stood = sought(LIVE, NOW - 20 * MINUTE_MS, NOW);
    expect(toggled(stood, NOW)).toMatchObject({ at: stood.at, is_playing: true });
    expect(toggled(toggled(stood, NOW), NOW)).toEqual(stood);
  });

  it('runs at its speed, is live at the end and stands still when paused', () => {
    const playing = { ...toggled(LIVE, NOW), speed: 60 as const };
    expect(ticked(playing, 1000, NOW).at).toBe(NOW - 59 * MINUTE_MS);
    expect(ticked(playing, 60_000, NOW)).toEqual({ ...LIVE, speed: 60 });
    const paused = toggled(playing, NOW);
    expect(ticked(paused, 1000, NOW)).toBe(paused);
  });

  it('stops playing when somebody steps by hand', () => {
    expect(stepped(toggled(LIVE, NOW), 1, NOW).is_playing).toBe(false);
  });
});

describe('the hits of a moment', () => {
  const hits = [
    sample_hit({ id: 'a', incident: 'one', captured_at: ago(30) }),
    sample_hit({ id: 'b', incident: 'one', captured_at: ago(22) }),
    sample_hit({ id: 'c', incident: 'one', captured_at: ago(10) }),
    sample_hit({ id: 'd', incident: 'two', captured_at: ago(50) }),
  ];
  const ids_at = (minutes: number) => hits_at(hits, NOW - minutes * MINUTE_MS).map(({ id }) => id);

  it('are the last of each vehicle up to then, none of later', () => {
    expect(ids_at(20)).toEqual(['b']);
    expect(ids_at(22)).toEqual(['b']);
    expect(ids_at(23)).toEqual(['a']);
  });

  it('leave the map when they are old', () => {
    expect(ids_at(40)).toEqual(['d']);
    expect(ids_at(35)).toEqual([]);
  });

  it('are counted by part, with the gravest of each', () => {
    const all = [
      ...hits,
      sample_hit({ priority: 1, captured_at: ago(29) }),
      sample_hit({ captured_at: ago(61) }),
    ];
    const span = { from: NOW - 60 * MINUTE_MS, until: NOW, parts: 6 };
    expect(bars(all, span).map(({ count }) => count)).toEqual([0, 1, 0, 3, 0, 1]);
    expect(bars(all, span)[3]?.priority).toBe(1);
  });
});

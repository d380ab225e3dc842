import { describe, expect, it } from 'vitest';
import { change_event, hit_event, sample_hit, sample_incident } from '../testing/samples';
import {
  apply_event,
  apply_events,
  desk_from,
  EMPTY_DESK,
  incident_of,
  queue_of,
  trail_with,
  with_batch,
  with_snapshot,
} from './desk';

const held = desk_from({ seq: 100, items: [sample_incident({ version: 3, hits: 3 })] });
const at = (minute: number) => `2026-11-23T20:${String(minute).padStart(2, '0')}:00.000Z`;

describe('the desk', () => {
  it('makes an incident of a first hit', () => {
    const desk = apply_event(EMPTY_DESK, hit_event(7));
    expect(desk.seq).toBe(7);
    expect(desk.incidents['incident-1']).toMatchObject({ version: 1, hits: 1, plate: '1QRS234' });
  });

  it('takes what the server says of the incident, and shows the later hit', () => {
    const event = hit_event(
      101,
      { id: 'hit-4', captured_at: at(9) },
      { version: 9, hits: 9, priority: 1, last_at: at(9) },
    );
    const incident = apply_event(held, event).incidents['incident-1'];
    expect(incident).toMatchObject({ version: 9, hits: 9, priority: 1, opened_at: at(0) });
    expect(incident?.last_hit.id).toBe('hit-4');
  });

  it('changes nothing when an event comes twice', () => {
    const event = hit_event(101, { id: 'hit-4', captured_at: at(9) }, { version: 4 });
    const once = apply_event(held, event);
    expect(apply_event(once, event)).toBe(once);
  });

  it('keeps the newer of two events that arrive in the wrong order', () => {
    const newer = hit_event(103, { id: 'new', captured_at: at(9) }, { version: 5, hits: 5 });
    const older = hit_event(101, { id: 'old', captured_at: at(5) }, { version: 4, hits: 4 });
    const desk = apply_events(held, [newer, older]);
    expect(desk.seq).toBe(103);
    expect(desk.incidents['incident-1']).toMatchObject({ version: 5, hits: 5 });
    expect(desk.incidents['incident-1']?.last_hit.id).toBe('new');
  });

  it('still takes an object it has never seen from an event that arrives too late', () => {
    const other = { id: 'other', incident: 'incident-2' };
    const desk = apply_events(held, [hit_event(105, {}, { version: 4 }), hit_event(104, other)]);
    expect(desk.seq).toBe(105);
    expect(Object.keys(desk.incidents)).toEqual(['incident-1', 'incident-2']);
  });

  it('shows a late hit without calling it the latest', () => {
    const live = sample_hit({ id: 'live', captured_at: at(5) });
    const desk = desk_from({ seq: 1, items: [sample_incident({ last_hit: live })] });
    const late = hit_event(
      2,
      { id: 'late', late: true, captured_at: at(1) },
      { version: 2, hits: 2, opened_at: at(1) },
    );
    const incident = apply_event(desk, late).incidents['incident-1'];
    expect(incident).toMatchObject({ hits: 2, opened_at: at(1) });
    expect(incident?.last_hit.id).toBe('live');
  });

  it('remembers why it needs a new snapshot, and forgets it with the snapshot', () => {
    const lost = apply_event(held, { name: 'reset', seq: null, data: { reason: 'gap' } });
    expect(lost.reset).toBe('gap');
    const again = desk_from({ seq: 400, items: [] });
    expect(again).toEqual({ ...EMPTY_DESK, seq: 400 });
  });

  it('is not moved by signs of life', () => {
    const beat = { name: 'heartbeat', seq: null, data: { seq: 900, server_time: at(1) } } as const;
    expect(apply_event(held, beat)).toBe(held);
  });
});

describe('a hit that changes', () => {
  const one = desk_from({ seq: 100, items: [sample_incident()] });

  it('takes its incident along as the server says', () => {
    const claim = { by: { id: 'an', name: 'An' }, at: at(1) };
    const event = change_event(101, { state: 'claimed', claim }, { version: 2, claim });
    const desk = apply_event(one, event);
    expect(desk.seq).toBe(101);
    expect(desk.incidents['incident-1']).toMatchObject({
      claim,
      last_hit: { version: 2, state: 'claimed' },
    });
  });

  it('is shown at once when it answers an own step, and its incident with the event behind', () => {
    const data = sample_hit({ version: 2, state: 'rejected' });
    const desk = apply_event(one, { name: 'hit.changed', seq: 100, data });
    expect(desk.incidents['incident-1']).toMatchObject({
      state: 'candidate',
      last_hit: { state: 'rejected' },
    });
  });

  it('changes nothing when it comes twice or too late', () => {
    const event = change_event(101, { state: 'validated', version: 3 }, { version: 3 });
    const desk = apply_event(one, event);
    expect(apply_event(desk, event)).toBe(desk);
    const late = apply_event(desk, change_event(101, { state: 'candidate' }, { version: 2 }));
    expect(late.incidents['incident-1']?.last_hit.state).toBe('validated');
  });

  it('does not replace a later hit of the incident', () => {
    const earlier = change_event(101, { id: 'earlier', state: 'withdrawn' }, { version: 2 });
    expect(apply_event(one, earlier).incidents['incident-1']?.last_hit.id).toBe('hit-1');
  });

  it('is the newest in its trail', () => {
    const trail = [sample_hit(), sample_hit({ id: 'b' })];
    const now = trail_with(trail, sample_hit({ version: 2, state: 'rejected' }));
    expect(now.map(({ state }) => state)).toEqual(['rejected', 'candidate']);
    expect(trail_with(now, sample_hit())).toEqual(now);
  });
});

it('takes of a later snapshot what it knows as well or better', () => {
  const page = (version: number) => ({
    seq: 99,
    items: [sample_incident({ version, state: 'rejected' })],
  });
  const told = with_snapshot(held, page(4));
  expect(told.incidents['incident-1']?.state).toBe('rejected');
  expect(told.seq).toBe(100);
  expect(with_snapshot(held, page(0)).incidents['incident-1']?.state).toBe('candidate');
});

it('has two queues: what rings, and what never does', () => {
  const desk = desk_from({
    seq: 1,
    items: [sample_incident(), sample_incident({ id: 'quiet', quiet: true })],
  });
  expect(Object.keys(queue_of(desk, { queue: 'review', day: undefined }))).toEqual(['quiet']);
  expect(Object.keys(queue_of(desk, { queue: 'alarms', day: undefined }))).toEqual(['incident-1']);
});

describe('a daily batch', () => {
  const day = '2026-11-22';
  const batched = sample_incident({ id: 'batched', batch: day, version: 2 });
  const at_day = with_batch(held, [batched]);

  it('is a queue of its own, a day at a time', () => {
    expect(Object.keys(queue_of(at_day, { queue: 'daily', day }))).toEqual(['batched']);
    expect(queue_of(at_day, { queue: 'daily', day: '2026-11-21' })).toEqual({});
    expect(incident_of(at_day, 'batched')).toBe(batched);
    expect(Object.keys(at_day.incidents)).toEqual(Object.keys(held.incidents));
  });

  it('is kept current by events once somebody looks at it, and not taken for an alarm before', () => {
    const { last_hit: _, ...facts } = { ...batched, version: 3, state: 'claimed' as const };
    const hit = sample_hit({ incident: 'batched', batch: day, of_incident: facts });
    const event = { name: 'hit.changed' as const, seq: 101, data: hit };
    expect(apply_event(at_day, event).batched.batched?.state).toBe('claimed');
    const unseen = apply_event(held, event);
    expect(unseen.batched).toEqual({});
    expect(unseen.incidents).toEqual(held.incidents);
  });

  it('does not go back behind what an event said', () => {
    expect(with_batch(at_day, [{ ...batched, version: 1, hits: 9 }]).batched.batched).toBe(batched);
  });
});

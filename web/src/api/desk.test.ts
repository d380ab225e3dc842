import { describe, expect, it } from 'vitest';
import { change_event, hit_event, sample_hit, sample_incident } from '../testing/samples';
import {
  apply_event,
  apply_events,
  desk_from,
  EMPTY_DESK,
  in_order,
  is_unsure,
  queue_of,
  trail_with,
  with_snapshot,
} from './desk';

const held = desk_from({ seq: 100, items: [sample_incident({ version: 3, hits: 3 })] });
const at = (minute: number) => `2026-11-23T20:${String(minute).padStart(2, '0')}:00.000Z`;

describe('the desk', () => {
  it('makes an incident of a first hit', () => {
    const desk = apply_event(EMPTY_DESK, hit_event(7, { incident_version: 1, incident_hits: 1 }));
    expect(desk.seq).toBe(7);
    expect(desk.incidents['incident-1']).toMatchObject({ version: 1, hits: 1, plate: '1QRS234' });
  });

  it('extends the incident with a repeated read of the vehicle', () => {
    const event = hit_event(101, {
      id: 'hit-4',
      incident_version: 4,
      incident_hits: 4,
      priority: 1,
      captured_at: at(9),
    });
    const incident = apply_event(held, event).incidents['incident-1'];
    expect(incident).toMatchObject({
      version: 4,
      hits: 4,
      priority: 1,
      opened_at: at(0),
      last_at: at(9),
    });
    expect(incident?.last_hit.id).toBe('hit-4');
  });

  it('takes the server’s count over its own when hits were never sent to this desk', () => {
    const desk = apply_event(held, hit_event(180, { incident_version: 9, incident_hits: 9 }));
    expect(desk.incidents['incident-1']?.hits).toBe(9);
    expect(desk.seq).toBe(180);
  });

  it('changes nothing when an event comes twice', () => {
    const event = hit_event(101, { incident_version: 4, incident_hits: 4, captured_at: at(9) });
    const once = apply_event(held, event);
    expect(apply_event(once, event)).toBe(once);
  });

  it('keeps the newer of two events that arrive in the wrong order', () => {
    const newer = hit_event(103, {
      id: 'new',
      incident_version: 5,
      incident_hits: 5,
      captured_at: at(9),
    });
    const older = hit_event(101, {
      id: 'old',
      incident_version: 4,
      incident_hits: 4,
      captured_at: at(5),
    });
    const desk = apply_events(held, [newer, older]);
    expect(desk.seq).toBe(103);
    expect(desk.incidents['incident-1']).toMatchObject({ version: 5, hits: 5, last_at: at(9) });
    expect(desk.incidents['incident-1']?.last_hit.id).toBe('new');
  });

  it('still takes an object it has never seen from an event that arrives too late', () => {
    const desk = apply_events(held, [
      hit_event(105, { incident_version: 4 }),
      hit_event(104, {
        id: 'other',
        incident: 'incident-2',
        incident_version: 1,
        plate: '2TUV567',
      }),
    ]);
    expect(desk.seq).toBe(105);
    expect(Object.keys(desk.incidents)).toEqual(['incident-1', 'incident-2']);
  });

  it('shows a late hit without calling it the latest', () => {
    const desk = desk_from({
      seq: 1,
      items: [
        sample_incident({ opened_at: at(5), last_at: at(5), last_hit: sample_hit({ id: 'live' }) }),
      ],
    });
    const late = hit_event(2, {
      id: 'late',
      late: true,
      incident_version: 2,
      incident_hits: 2,
      captured_at: at(1),
    });
    const incident = apply_event(desk, late).incidents['incident-1'];
    expect(incident).toMatchObject({ hits: 2, opened_at: at(1), last_at: at(5) });
    expect(incident?.last_hit.id).toBe('live');
  });

  it('remembers why it needs a new snapshot, and forgets it with the snapshot', () => {
    const lost = apply_event(held, { name: 'reset', seq: null, data: { reason: 'gap' } });
    expect(lost.reset).toBe('gap');
    const again = desk_from({ seq: 400, items: [] });
    expect(again).toEqual({ seq: 400, incidents: {}, quiet: {}, reset: null });
  });

  it('is not moved by signs of life', () => {
    const beat = { name: 'heartbeat', seq: null, data: { seq: 900, server_time: at(1) } } as const;
    expect(apply_event(held, beat)).toBe(held);
  });

  it('puts the strongest class first, then the vehicle seen last', () => {
    const { incidents } = desk_from({
      seq: 1,
      items: [
        sample_incident({ id: 'weak', priority: 4, last_at: at(9) }),
        sample_incident({ id: 'strong-old', priority: 1, last_at: at(1) }),
        sample_incident({ id: 'strong-new', priority: 1, last_at: at(2) }),
      ],
    });
    expect(in_order(incidents).map(({ id }) => id)).toEqual(['strong-new', 'strong-old', 'weak']);
  });
});

describe('a hit that changes', () => {
  const one = desk_from({ seq: 100, items: [sample_incident()] });
  const several = desk_from({ seq: 100, items: [sample_incident({ hits: 3 })] });

  it('takes its incident along when it is the only one', () => {
    const desk = apply_event(one, change_event(101, { state: 'withdrawn' }));
    expect(desk.seq).toBe(101);
    expect(desk.incidents['incident-1']).toMatchObject({
      state: 'withdrawn',
      last_hit: { version: 2, state: 'withdrawn' },
    });
    expect(is_unsure(desk, [sample_hit()])).toBe(false);
  });

  it('leaves the incident open while others of it may be, and asks', () => {
    const desk = apply_event(several, change_event(101, { state: 'rejected' }));
    expect(desk.incidents['incident-1']).toMatchObject({
      state: 'candidate',
      last_hit: { state: 'rejected' },
    });
    expect(is_unsure(desk, [sample_hit()])).toBe(true);
  });

  it('takes what the server answers, unless it is older', () => {
    const page = (version: number) => ({
      seq: 99,
      items: [sample_incident({ hits: 3, version, state: 'rejected' })],
    });
    const told = with_snapshot(several, page(4));
    expect(told.incidents['incident-1']?.state).toBe('rejected');
    expect(told.seq).toBe(100);
    expect(with_snapshot(several, page(0)).incidents['incident-1']?.state).toBe('candidate');
  });

  it('changes nothing when it comes twice or too late', () => {
    const event = change_event(101, { state: 'validated', version: 3 });
    const desk = apply_event(one, event);
    expect(apply_event(desk, event)).toBe(desk);
    const late = apply_event(desk, change_event(101, { state: 'candidate', version: 2 }));
    expect(late.incidents['incident-1']?.last_hit.state).toBe('validated');
  });

  it('does not replace a later hit of the incident', () => {
    const desk = apply_event(several, change_event(101, { id: 'earlier', state: 'withdrawn' }));
    expect(desk.incidents['incident-1']?.last_hit).toMatchObject({ id: 'hit-1' });
  });

  it('is the newest in its trail', () => {
    const trail = [sample_hit(), sample_hit({ id: 'b' })];
    const now = trail_with(trail, sample_hit({ version: 2, state: 'rejected' }));
    expect(now.map(({ state }) => state)).toEqual(['rejected', 'candidate']);
    expect(trail_with(now, sample_hit())).toEqual(now);
  });
});

describe('the quiet queue', () => {
  const quiet = hit_event(1, { quiet: true, incident_version: 1, incident_hits: 1 });
  const ids = (desk: Parameters<typeof queue_of>[0], queue: 'alarms' | 'review') =>
    Object.keys(queue_of(desk, queue));

  it('holds what is quiet and nothing else', () => {
    const desk = apply_event(EMPTY_DESK, quiet);
    expect(ids(desk, 'review')).toEqual(['incident-1']);
    expect(ids(desk, 'alarms')).toEqual([]);
  });

  it('loses a vehicle for good once a hit of it rings', () => {
    const loud = hit_event(2, { id: 'b', incident_version: 2, incident_hits: 2 });
    const later = hit_event(3, { id: 'c', quiet: true, incident_version: 3, incident_hits: 3 });
    const desk = apply_events(EMPTY_DESK, [quiet, loud, later]);
    expect(ids(desk, 'alarms')).toEqual(['incident-1']);
  });

  it('never hides an incident of which an earlier hit may have rung', () => {
    const last_hit = sample_hit({ quiet: true });
    const desk = desk_from({ seq: 1, items: [sample_incident({ hits: 2, last_hit })] });
    expect(ids(desk, 'alarms')).toEqual(['incident-1']);
  });

  it('remembers through a snapshot what it knew, while no hit was added', () => {
    const again = hit_event(2, { id: 'b', quiet: true, incident_version: 2, incident_hits: 2 });
    const desk = apply_events(EMPTY_DESK, [quiet, again]);
    const last_hit = sample_hit({ id: 'b', quiet: true });
    const page = (hits: number) => ({
      seq: 9,
      items: [sample_incident({ version: 9, hits, last_hit })],
    });
    expect(ids(with_snapshot(desk, page(2)), 'review')).toEqual(['incident-1']);
    expect(ids(with_snapshot(desk, page(3)), 'alarms')).toEqual(['incident-1']);
  });
});

it('puts what was withdrawn behind everything else', () => {
  const { incidents } = desk_from({
    seq: 1,
    items: [
      sample_incident({ id: 'gone', priority: 1, state: 'withdrawn' }),
      sample_incident({ id: 'open', priority: 3 }),
    ],
  });
  expect(in_order(incidents).map(({ id }) => id)).toEqual(['open', 'gone']);
});

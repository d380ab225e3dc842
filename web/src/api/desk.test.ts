import { describe, expect, it } from 'vitest';
import { hit_event, sample_hit, sample_incident } from '../testing/samples';
import { apply_event, apply_events, desk_from, EMPTY_DESK, in_order } from './desk';

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
    expect(again).toEqual({ seq: 400, incidents: {}, reset: null });
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

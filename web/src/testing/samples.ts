// Hits and incidents for tests; only what a test speaks of has to be said.
import type { Hit, Incident, IncidentFacts } from '../api/generated';
import type { StreamEvent } from '../api/stream_events';

const zone = { code: '5355', name: 'Voorkempen' };

export function sample_hit(change: Partial<Hit> = {}): Hit {
  return {
    id: 'hit-1',
    version: 1,
    incident: 'incident-1',
    read: 'read-1',
    entry: 'entry-1',
    list: { id: 'list-1', name: 'stolen', title: 'Stolen', category: 'stolen', owner_zone: zone },
    camera: {
      id: 'camera-1',
      name: 'Malle 1',
      zone,
      site: {
        id: 'site-1',
        name: 'N12 Malle',
        latitude: 51.3,
        longitude: 4.736,
        municipality: 'Malle',
        road: 'N12',
      },
    },
    state: 'candidate',
    open: true,
    priority: 2,
    late: false,
    captured_at: '2026-11-23T20:00:00.000Z',
    created_at: '2026-11-23T20:00:00.050Z',
    plate: '1QRS234',
    plate_raw: '1-QRS-234',
    country: 'BE',
    entry_plate: '1QRS234',
    category: 'stolen',
    reason: 'Stolen in Lille',
    probability: 0.99,
    explanation: 'The plates are equal.',
    kind: 'exact',
    quiet: false,
    urgency: { weight: 0.1, half_life_s: 600 },
    pictures: [],
    ...change,
  };
}

export function sample_incident(change: Partial<Incident> = {}): Incident {
  return {
    id: 'incident-1',
    version: 1,
    plate: '1QRS234',
    country: 'BE',
    hits: 1,
    priority: 2,
    quiet: false,
    state: 'candidate',
    open: true,
    opened_at: '2026-11-23T20:00:00.000Z',
    last_at: '2026-11-23T20:00:00.000Z',
    last_hit: sample_hit(),
    ...change,
  };
}

// `of`: what the server says of its incident with it.
export function hit_event(
  seq: number,
  change: Partial<Hit> = {},
  of: Partial<IncidentFacts> = {},
): StreamEvent {
  return {
    name: 'hit.created',
    seq,
    data: sample_hit({ of_incident: facts(change, of), ...change }),
  };
}

export function change_event(
  seq: number,
  change: Partial<Hit> = {},
  of: Partial<IncidentFacts> = {},
): StreamEvent {
  const data = sample_hit({ version: 2, of_incident: facts(change, of), ...change });
  return { name: 'hit.changed', seq, data };
}

function facts(hit: Partial<Hit>, change: Partial<IncidentFacts>): IncidentFacts {
  const { last_hit: _, ...incident } = sample_incident();
  return { ...incident, id: hit.incident ?? incident.id, ...change };
}

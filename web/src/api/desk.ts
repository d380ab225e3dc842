// What a desk shows of the stream: a pure function from state and event to state. An object is
// replaced only by a newer version of itself, so repeated and reordered events do no harm.
import type { Hit, Incident, IncidentPage } from './generated';
import type { StreamEvent } from './stream_events';

export type Desk = {
  seq: number; // everything up to here is in
  incidents: Readonly<Record<string, Incident>>;
  reset: string | null; // why a new snapshot is needed, null when none is
};

export const EMPTY_DESK: Desk = { seq: 0, incidents: {}, reset: null };

export function desk_from(page: IncidentPage): Desk {
  const incidents = Object.fromEntries(page.items.map((incident) => [incident.id, incident]));
  return { seq: page.seq, incidents, reset: null };
}

export function apply_events(desk: Desk, events: readonly StreamEvent[]): Desk {
  return events.reduce(apply_event, desk);
}

export function apply_event(desk: Desk, event: StreamEvent): Desk {
  switch (event.name) {
    case 'hit.created':
      return with_incident(
        desk,
        event.seq,
        extended(desk.incidents[event.data.incident], event.data),
      );
    case 'reset':
      return { ...desk, reset: event.data.reason };
    case 'camera.health':
      return { ...desk, seq: Math.max(desk.seq, event.seq) };
    default:
      return desk;
  }
}

function with_incident(desk: Desk, event_seq: number, incident: Incident): Desk {
  const seq = Math.max(desk.seq, event_seq);
  const held = desk.incidents[incident.id];
  if (held && held.version >= incident.version) return seq === desk.seq ? desk : { ...desk, seq };
  return { ...desk, seq, incidents: { ...desk.incidents, [incident.id]: incident } };
}

// The incident as a new hit leaves it. The server's own count is the truth: a hit this desk never
// received (it may belong to a zone that is not ours) must not make the numbers drift.
function extended(held: Incident | undefined, hit: Hit): Incident {
  const is_latest = !held || hit.captured_at >= held.last_at;
  const incident: Incident = {
    id: hit.incident,
    version: hit.incident_version ?? (held?.version ?? 0) + 1,
    plate: held?.plate ?? hit.plate,
    hits: hit.incident_hits ?? (held?.hits ?? 0) + 1,
    priority: held ? Math.min(held.priority, hit.priority) : hit.priority,
    state: held?.state ?? hit.state,
    opened_at: hit.incident_opened_at ?? earliest(held?.opened_at, hit.captured_at),
    last_at: is_latest ? hit.captured_at : held.last_at,
    last_hit: is_latest ? hit : held.last_hit,
  };
  const country = held?.country ?? hit.country;
  return country === undefined ? incident : { ...incident, country };
}

function earliest(held: string | undefined, at: string): string {
  return held !== undefined && held < at ? held : at;
}

// Strongest class first, then the vehicle that moved last.
export function in_order(incidents: Desk['incidents']): Incident[] {
  return Object.values(incidents).toSorted(
    (a, b) =>
      a.priority - b.priority || b.last_at.localeCompare(a.last_at) || (a.id < b.id ? 1 : -1),
  );
}

// What a desk shows of the stream: a pure function from state and event to state. An object is
// replaced only by a newer version of itself, so repeated and reordered events do no harm.
import type { Hit, Incident, IncidentPage } from './generated';
import type { StreamEvent } from './stream_events';

export type Desk = {
  seq: number; // everything up to here is in
  incidents: Readonly<Record<string, Incident>>;
  // Incidents of which every hit is known to be quiet. Of one that is not here a hit may ring.
  quiet: Readonly<Record<string, true>>;
  reset: string | null; // why a new snapshot is needed, null when none is
};

export const EMPTY_DESK: Desk = { seq: 0, incidents: {}, quiet: {}, reset: null };

export function desk_from(page: IncidentPage): Desk {
  return with_snapshot({ ...EMPTY_DESK, seq: page.seq }, page);
}

export function apply_events(desk: Desk, events: readonly StreamEvent[]): Desk {
  return events.reduce(apply_event, desk);
}

export function apply_event(desk: Desk, event: StreamEvent): Desk {
  switch (event.name) {
    case 'hit.created':
      return with_hit(desk, event.seq, event.data);
    case 'hit.changed':
      return with_change(desk, event.seq, event.data);
    case 'reset':
      return { ...desk, reset: event.data.reason };
    case 'camera.health':
    case 'list.changed':
      return { ...desk, seq: Math.max(desk.seq, event.seq) };
    default:
      return desk;
  }
}

function with_hit(desk: Desk, event_seq: number, hit: Hit): Desk {
  const seq = Math.max(desk.seq, event_seq);
  const held = desk.incidents[hit.incident];
  const incident = extended(held, hit);
  if (held && held.version >= incident.version) return seq === desk.seq ? desk : { ...desk, seq };
  const is_quiet = hit.quiet && (held ? desk.quiet[incident.id] === true : incident.hits === 1);
  return {
    ...desk,
    seq,
    incidents: { ...desk.incidents, [incident.id]: incident },
    quiet: quiet_with(desk.quiet, incident.id, is_quiet),
  };
}

function quiet_with(quiet: Desk['quiet'], id: string, is_quiet: boolean): Desk['quiet'] {
  if (is_quiet === (quiet[id] === true)) return quiet;
  const { [id]: _, ...rest } = quiet;
  return is_quiet ? { ...rest, [id]: true } : rest;
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

// A hit that was judged or withdrawn. What its incident has become with it is known only when the
// incident has no other hit; see is_unsure() for the others.
function with_change(desk: Desk, event_seq: number, hit: Hit): Desk {
  const held = desk.incidents[hit.incident];
  if (!held) return with_hit(desk, event_seq, hit);
  const seq = Math.max(desk.seq, event_seq);
  const is_shown = held.last_hit.id === hit.id && held.last_hit.version < hit.version;
  const version = Math.max(held.version, hit.incident_version ?? 0);
  if (!is_shown && version === held.version) return seq === desk.seq ? desk : { ...desk, seq };
  const incident: Incident = {
    ...held,
    version,
    last_hit: is_shown ? hit : held.last_hit,
    state: is_shown && held.hits === 1 ? hit.state : held.state,
  };
  return { ...desk, seq, incidents: { ...desk.incidents, [held.id]: incident } };
}

// Whether only the server can tell what an incident has become: of its several hits one changed.
export function is_unsure(desk: Desk, changed: readonly Hit[]): boolean {
  return changed.some(({ incident }) => (desk.incidents[incident]?.hits ?? 0) > 1);
}

// A snapshot that was fetched while events went on: it corrects what it knows as well or better.
export function with_snapshot(desk: Desk, page: IncidentPage): Desk {
  const newer = page.items.filter(
    ({ id, version }) => version >= (desk.incidents[id]?.version ?? 0),
  );
  const quiet = { ...desk.quiet };
  for (const { id, hits, last_hit } of newer) {
    const was_quiet = desk.quiet[id] === true && desk.incidents[id]?.hits === hits;
    if (last_hit.quiet && (hits === 1 || was_quiet)) quiet[id] = true;
    else delete quiet[id];
  }
  const incidents = { ...desk.incidents, ...by_id(newer) };
  return { ...desk, incidents, quiet };
}

const by_id = (incidents: readonly Incident[]) =>
  Object.fromEntries(incidents.map((incident) => [incident.id, incident]));

// The trail with the hit as it is now.
export function trail_with(trail: readonly Hit[], hit: Hit): Hit[] {
  return trail.map((held) => (held.id === hit.id && held.version < hit.version ? hit : held));
}

function earliest(held: string | undefined, at: string): string {
  return held !== undefined && held < at ? held : at;
}

// Strongest class first, then the vehicle that moved last. What was withdrawn comes last.
export function in_order(incidents: Desk['incidents']): Incident[] {
  return Object.values(incidents).toSorted(
    (a, b) =>
      Number(a.state === 'withdrawn') - Number(b.state === 'withdrawn') ||
      a.priority - b.priority ||
      b.last_at.localeCompare(a.last_at) ||
      (a.id < b.id ? 1 : -1),
  );
}

// The two queues: what rings, and what is only looked through when there is time.
export function queue_of(desk: Desk, queue: 'alarms' | 'review'): Desk['incidents'] {
  const wanted = queue === 'review';
  return Object.fromEntries(
    Object.entries(desk.incidents).filter(([id]) => (desk.quiet[id] === true) === wanted),
  );
}

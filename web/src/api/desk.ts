// What a desk shows of the stream: a pure function from state and event to state. An object is
// replaced only by a newer version of itself, so repeated and reordered events do no harm.
import type { Hit, Incident, IncidentFacts, IncidentPage } from './generated';
import type { StreamEvent } from './stream_events';

export type Desk = {
  seq: number; // everything up to here is in
  incidents: Readonly<Record<string, Incident>>;
  batched: Readonly<Record<string, Incident>>; // of the daily batches that were looked at
  reset: string | null; // why a new snapshot is needed, null when none is
};

export const EMPTY_DESK: Desk = { seq: 0, incidents: {}, batched: {}, reset: null };

export function desk_from(page: IncidentPage): Desk {
  return with_snapshot({ ...EMPTY_DESK, seq: page.seq }, page);
}

export const apply_event = (desk: Desk, event: StreamEvent): Desk => apply_events(desk, [event]);

// A storm is thousands of hits in one step: the incidents are copied once, not for each.
export function apply_events(desk: Desk, events: readonly StreamEvent[]): Desk {
  const draft: Draft = { copy: null };
  return events.reduce((before, event) => stepped(before, event, draft), desk);
}

type Draft = { copy: Record<string, Incident> | null }; // of the incidents, once one is changed

function stepped(desk: Desk, event: StreamEvent, draft: Draft): Desk {
  switch (event.name) {
    case 'hit.created':
    case 'hit.changed':
      return with_hit(desk, event, draft);
    case 'reset':
      return { ...desk, reset: event.data.reason };
    case 'camera.health':
    case 'hit.viewed':
    case 'pursuit.changed':
    case 'list.changed':
      return { ...desk, seq: Math.max(desk.seq, event.seq) };
    default:
      return desk;
  }
}

type HitEvent = Extract<StreamEvent, { name: 'hit.created' | 'hit.changed' }>;

// What the server says of the incident is the truth: a hit this desk never received (it may belong
// to a zone that is not ours) must not make the numbers drift.
function with_hit(desk: Desk, event: HitEvent, draft: Draft): Desk {
  const { data: hit } = event;
  const seq = Math.max(desk.seq, event.seq);
  const place = hit.batch === undefined ? 'incidents' : 'batched';
  const held = desk[place][hit.incident];
  if (place === 'batched' && !held) return { ...desk, seq };
  const last_hit = latest(held?.last_hit, hit, event.name === 'hit.created');
  const facts = newer_facts(held, hit);
  if (held && facts === held && last_hit === held.last_hit) {
    return seq === desk.seq ? desk : { ...desk, seq };
  }
  const incident: Incident = { ...facts, last_hit };
  if (place === 'batched') {
    return { ...desk, seq, batched: { ...desk.batched, [incident.id]: incident } };
  }
  draft.copy ??= { ...desk.incidents };
  draft.copy[incident.id] = incident;
  return { ...desk, seq, incidents: draft.copy };
}

// The answer to one's own step says nothing of the incident: its event, which comes behind, does.
function newer_facts(held: Incident | undefined, hit: Hit): IncidentFacts {
  const said = hit.of_incident;
  if (held && (!said || said.version <= held.version)) return held;
  return said ?? alone(hit);
}

function alone(hit: Hit): IncidentFacts {
  const { incident: id, version, plate, priority, quiet, state, open, captured_at } = hit;
  const country = hit.country === undefined ? {} : { country: hit.country };
  const times = { opened_at: captured_at, last_at: captured_at };
  return { id, version, plate, ...country, hits: 1, priority, quiet, state, open, ...times };
}

// The hit that the row shows: a newer version of itself, or a new one of a later passage.
function latest(held: Hit | undefined, hit: Hit, is_new: boolean): Hit {
  if (!held) return hit;
  if (held.id === hit.id) return hit.version > held.version ? hit : held;
  return is_new && hit.captured_at >= held.captured_at ? hit : held;
}

// A snapshot that was fetched while events went on: it corrects what it knows as well or better.
export function with_snapshot(desk: Desk, page: IncidentPage): Desk {
  const newer = page.items.filter(
    ({ id, version }) => version >= (desk.incidents[id]?.version ?? 0),
  );
  return { ...desk, incidents: { ...desk.incidents, ...by_id(newer) } };
}

// The vehicles of a daily batch; what events said of them meanwhile stays.
export function with_batch(desk: Desk, incidents: readonly Incident[]): Desk {
  const newer = incidents.filter(({ id, version }) => version >= (desk.batched[id]?.version ?? 0));
  return { ...desk, batched: { ...desk.batched, ...by_id(newer) } };
}

const by_id = (incidents: readonly Incident[]) =>
  Object.fromEntries(incidents.map((incident) => [incident.id, incident]));

// The trail with the hit as it is now.
export function trail_with(trail: readonly Hit[], hit: Hit): Hit[] {
  return trail.map((held) => (held.id === hit.id && held.version < hit.version ? hit : held));
}

export type QueueName = 'alarms' | 'review' | 'daily';
export type Place = { queue: QueueName; day: string | undefined };

// What rings; what is only looked through when there is time; and a day of what never rings.
export function queue_of(desk: Desk, { queue, day }: Place): Desk['incidents'] {
  if (queue === 'daily') return only(desk.batched, ({ batch }) => batch === day);
  return only(desk.incidents, ({ quiet }) => quiet === (queue === 'review'));
}

const only = (incidents: Desk['incidents'], is_wanted: (incident: Incident) => boolean) =>
  Object.fromEntries(Object.entries(incidents).filter(([, incident]) => is_wanted(incident)));

export const incident_of = (desk: Desk, id: string): Incident | undefined =>
  desk.incidents[id] ?? desk.batched[id];

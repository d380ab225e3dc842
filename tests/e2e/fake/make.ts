// Makes ids, plates, entries and hits from a seed, so that two runs show the same.
import type {
  CameraPlace,
  Entry,
  Hit,
  Incident,
  IncidentFacts,
  List,
  Revision,
  RevisionCounts,
} from '../../../web/src/api/generated';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let drawn = 0;
let seed = 20_261_123;

export function draw(below: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return (seed >> 8) % below;
}

export function pick<T>(all: readonly T[]): T {
  return all[draw(all.length)] as T;
}

// Sorts by the order of making, as the ids of the server sort by time.
export function make_id(): string {
  drawn += 1;
  let rest = drawn;
  let text = '';
  for (let place = 0; place < 16; place += 1) {
    text = DIGITS[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return `01KAZZ0000${text}`;
}

const LETTERS = 'ABCDEFGHJKLNPQRSTVXYZ';

export function make_plate(): string {
  const letters = Array.from({ length: 3 }, () => pick([...LETTERS])).join('');
  return `${1 + draw(2)}${letters}${String(draw(1000)).padStart(3, '0')}`;
}

export const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const NO_COUNTS: RevisionCounts = {
  lines: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  rejected: 0,
  skipped: 0,
  repeated: 0,
  contradicting: 0,
  standard_ends: 0,
  kept_out: 0,
};

const VEHICLES = [
  { make: 'Volkswagen', model: 'Golf', colour: 'grey', class: 'car' },
  { make: 'Renault', model: 'Kangoo', colour: 'white', class: 'van' },
  { make: 'BMW', model: 'X3', colour: 'black', class: 'car' },
];

export function make_entry(list: List, reasons: readonly string[]): Entry {
  return {
    id: make_id(),
    list: list.id,
    plate: make_plate(),
    country: 'BE',
    priority: list.priority,
    category: list.category,
    reason: pick(reasons),
    source_id: `R-${10_000 + draw(90_000)}`,
    valid_from: ago(draw(60) * DAY),
    valid_until: ago(-(10 + draw(80)) * DAY),
    owner: pick(['Local police Neteland', 'Federal road police', 'Voorkempen investigations']),
    basis: 'Police Function Act, article 44/11/3',
    case_number: `AN.${10 + draw(20)}.${1000 + draw(9000)}/2026`,
    vehicle: pick(VEHICLES),
    procedure: {
      nl: 'Niet alleen benaderen. Verwittig de dispatching.',
      fr: 'Ne pas approcher seul. Avertir le dispatching.',
      de: 'Nicht allein annähern. Leitstelle verständigen.',
      en: 'Do not approach alone. Tell the control room.',
    },
  };
}

export function make_revision(number: number, change: Partial<Revision> = {}): Revision {
  return {
    number,
    mode: 'full',
    state: 'applied',
    origin: 'source',
    started_at: ago(number * HOUR),
    ended_at: ago(number * HOUR - 2_000),
    counts: { ...NO_COUNTS },
    ...change,
  };
}

const MISREAD: Readonly<Record<string, string>> = {
  0: 'O',
  O: '0',
  1: 'I',
  8: 'B',
  B: '8',
  S: '5',
};

export function misread(plate: string): string {
  const at = [...plate].findIndex((character) => MISREAD[character] !== undefined);
  if (at < 0) return plate.slice(0, 3) + plate.slice(4);
  return plate.slice(0, at) + MISREAD[plate[at] as string] + plate.slice(at + 1);
}

type HitWish = { list: List; entry: Entry; camera: CameraPlace; read: string; quiet: boolean };

export function make_hit({ list, entry, camera, read, quiet }: HitWish): Hit {
  const is_exact = read === entry.plate;
  const is_missing = read.length < entry.plate.length;
  const id = make_id();
  return {
    id,
    version: 1,
    incident: make_id(),
    read: make_id(),
    entry: entry.id,
    list: {
      id: list.id,
      name: list.name,
      title: list.title,
      category: list.category,
      owner_zone: list.owner_zone,
    },
    camera,
    state: 'candidate',
    open: true,
    priority: entry.priority,
    late: false,
    captured_at: ago(180),
    created_at: ago(0),
    plate: read,
    plate_raw: read,
    country: 'BE',
    entry_plate: entry.plate,
    entry_country: 'BE',
    category: entry.category,
    reason: entry.reason,
    probability: is_exact ? 0.992 : 0.871,
    explanation: is_exact
      ? 'The plates are equal.'
      : 'One character differs, and is easily misread.',
    kind: is_exact ? 'exact' : is_missing ? 'missing' : 'look_alike',
    quiet,
    urgency: { weight: quiet ? 0.001 : 0.1 ** (entry.priority - 1), half_life_s: 600 },
    ...(entry.procedure && { procedure: entry.procedure }),
    confidence: 0.94,
    glyph_confidences: [...read].map((_, at) => (at === 2 ? 0.71 : 0.98)),
    vehicle: entry.vehicle ?? {},
    direction: 'approaching',
    lane: 1 + draw(2),
    speed_kmh: 60 + draw(60),
    pictures: [
      { role: 'plate', url: `/api/v1/reads/${id}/pictures/1?plate=${read}`, bytes: 900 },
      { role: 'overview', url: `/api/v1/reads/${id}/pictures/2?plate=${read}`, bytes: 900 },
    ],
  };
}

// Here every hit has an incident of its own, which has gone as many steps as it.
export function facts_of(hit: Hit): IncidentFacts {
  const { incident: id, version, plate, priority, quiet, state, open, captured_at } = hit;
  return {
    id,
    version,
    plate,
    country: 'BE',
    hits: 1,
    priority,
    quiet,
    state,
    open,
    ...(hit.claim && { claim: hit.claim }),
    ...(hit.follow_up && { follow_up: hit.follow_up }),
    opened_at: captured_at,
    last_at: captured_at,
  };
}

export const incident_of = (hit: Hit): Incident => ({ ...facts_of(hit), last_hit: hit });

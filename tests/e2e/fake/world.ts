// What exists when the fake starts: five lists in different health, their entries and revisions.
import type {
  Camera,
  CameraPlace,
  Entry,
  EntryDifference,
  Hit,
  List,
  Reject,
  Revision,
  WrongEntry,
} from '../../../web/src/api/generated';
import { ago, DAY, HOUR, make_entry, make_id, make_revision, MINUTE, NO_COUNTS } from './make.ts';

// How the hits of a list ended.
const noise = ([hits, validated, rejected, misread, withdrawn]: [
  number,
  number,
  number,
  number,
  number,
]) => ({
  hits,
  validated,
  rejected,
  misread,
  withdrawn,
  expired: 0,
  rejected_share: rejected / (validated + rejected),
});

export type Kept = {
  list: List;
  entries: Entry[];
  past: Map<string, { how: 'replaced'; revision: number; ended_at: string; entry: Entry }[]>;
  revisions: Revision[];
  written: Map<number, EntryDifference[]>;
  ended: Map<number, EntryDifference[]>;
  rejects: Map<number, Reject[]>;
  wrong: WrongEntry[];
};

export const zones = {
  neteland: { code: '5364', name: 'Neteland' },
  voorkempen: { code: '5355', name: 'Voorkempen' },
  kempen: { code: '5369', name: 'Kempen Noord-Oost' },
  turnhout: { code: '5352', name: 'Regio Turnhout' },
};

const ENTRIES = [
  { name: 'wanted-persons', count: 64 },
  { name: 'missing-persons', count: 9 },
  { name: 'stolen-vehicles', count: 230 },
  { name: 'uninsured', count: 410 },
  { name: 'uninspected', count: 350 },
];

type Start = Partial<List> & Pick<List, 'name' | 'title' | 'priority' | 'category' | 'owner_zone'>;

const STARTS: readonly Start[] = [
  {
    name: 'wanted-persons',
    title: 'Vehicles of wanted persons',
    priority: 1,
    category: 'wanted',
    owner_zone: zones.turnhout,
    match: { inexact: 'alarm', threshold: 0.9, uses_veto: true },
    unit: 'Dispatching Turnhout',
    confirmed_at: ago(22 * MINUTE),
    max_age_s: 3_600,
    source: { kind: 'https', url: 'https://lists.example/wanted.json' },
    noise: noise([48, 31, 9, 4, 2]),
  },
  {
    name: 'missing-persons',
    title: 'Missing persons',
    priority: 1,
    category: 'missing',
    owner_zone: zones.voorkempen,
    match: { inexact: 'alarm', threshold: 0.6, uses_veto: false },
    unit: 'Dispatching Voorkempen',
    unit_until: ago(-9 * HOUR),
    noise: noise([3, 2, 0, 0, 1]),
  },
  {
    name: 'stolen-vehicles',
    title: 'Stolen vehicles',
    priority: 2,
    category: 'stolen',
    owner_zone: zones.neteland,
    match: { inexact: 'review', threshold: 0.85, uses_veto: true },
    confirmed_at: ago(11 * HOUR),
    max_age_s: 86_400,
    profile: 'stolen-csv',
    source: { kind: 'sftp', host: 'exchange.example', folder: '/stolen' },
    source_revision: '2026-11-23T08:00',
    noise: noise([210, 122, 41, 30, 6]),
  },
  {
    name: 'uninsured',
    title: 'Uninsured vehicles',
    priority: 3,
    category: 'uninsured',
    owner_zone: zones.kempen,
    confirmed_at: ago(20 * HOUR),
    max_age_s: 86_400,
    noise: noise([640, 70, 171, 22, 88]),
  },
  {
    name: 'uninspected',
    title: 'Vehicles without inspection',
    priority: 4,
    category: 'uninspected',
    owner_zone: zones.neteland,
    confirmed_at: ago(3 * DAY),
    max_age_s: 86_400,
    suspended: true,
    suspended_because: 'Its source has not confirmed it for 3 days; 24 hours are allowed.',
    fetch: {
      attempted_at: ago(4 * MINUTE),
      failures: 212,
      failure: 'The source did not answer in 30 seconds.',
    },
    source: { kind: 'folder', path: '/srv/lists/inspection' },
  },
];

const REASONS: Readonly<Record<string, string[]>> = {
  wanted: ['Driver wanted for armed robbery', 'Vehicle seen at a hit-and-run'],
  missing: ['Elderly person, may be confused', 'Minor, left home in the night'],
  stolen: ['Reported stolen from a driveway', 'Taken with its keys after a burglary'],
  uninsured: ['No valid insurance in the register', 'Insurer cancelled the contract'],
  uninspected: ['Inspection overdue', 'Rejected and not presented again'],
};

export function reasons_of(category: string): string[] {
  return REASONS[category] ?? ['Put on by hand'];
}

export function kept_list(start: Start): Kept {
  const list: List = {
    id: make_id(),
    suspended: false,
    entries: 0,
    match: { inexact: 'review', threshold: 0.85, uses_veto: true },
    valid_days: 90,
    revision: 0,
    ...start,
  };
  return {
    list,
    entries: [],
    past: new Map(),
    revisions: [],
    written: new Map(),
    ended: new Map(),
    rejects: new Map(),
    wrong: [],
  };
}

function filled(start: Start): Kept {
  const kept = kept_list(start);
  const count = ENTRIES.find(({ name }) => name === start.name)?.count ?? 0;
  const reasons = reasons_of(start.category);
  kept.entries = Array.from({ length: count }, () => make_entry(kept.list, reasons));
  first_revisions(kept);
  return kept;
}

function first_revisions(kept: Kept): void {
  const count = kept.entries.length;
  const first = { ...NO_COUNTS, lines: count, added: count };
  kept.revisions = [make_revision(1, { counts: first, file_name: `${kept.list.name}-1.csv` })];
  changed_revision(kept);
  if (kept.list.name === 'uninsured') held_revision(kept);
  kept.list.revision = kept.revisions.length;
}

function changed_revision(kept: Kept): void {
  const [one, two, three] = kept.entries.slice(-3) as [Entry, Entry, Entry];
  const before = { ...two, reason: 'Reported to the police', priority: 3 };
  const gone = make_entry(kept.list, reasons_of(kept.list.category));
  const counts = {
    ...NO_COUNTS,
    lines: kept.entries.length + 2,
    added: 2,
    changed: 1,
    removed: 1,
    unchanged: kept.entries.length - 3,
    rejected: 2,
    repeated: 1,
    standard_ends: 4,
  };
  kept.revisions.unshift(
    make_revision(2, { counts, started_at: ago(HOUR), file_name: `${kept.list.name}-2.csv` }),
  );
  kept.written.set(2, [
    { how: 'added', entry: one },
    { how: 'changed', entry: two },
    { how: 'added', entry: three },
  ]);
  kept.ended.set(2, [
    { how: 'replaced', entry: before },
    { how: 'dropped', entry: gone },
  ]);
  kept.rejects.set(2, [
    { line: 17, raw: ';BE;stolen;2026-13-41;', error: 'there is no plate' },
    { line: 204, raw: '1ABC234;BE;stolen;32/13/2026', error: '`valid_until` is no date' },
  ]);
  kept.past.set(two.id, [{ how: 'replaced', revision: 2, ended_at: ago(HOUR), entry: before }]);
}

function held_revision(kept: Kept): void {
  const lost = kept.entries.slice(20);
  const counts = {
    ...NO_COUNTS,
    lines: 21,
    unchanged: 20,
    added: 1,
    removed: lost.length,
  };
  kept.revisions.unshift(
    make_revision(3, {
      state: 'held',
      started_at: ago(12 * MINUTE),
      counts,
      file_name: 'uninsured-3.csv',
      note: 'The file lacks 95 % of the entries in force; more than 20 % asks for a person.',
    }),
  );
  kept.ended.set(
    3,
    lost.map((entry) => ({ how: 'dropped', entry })),
  );
  kept.written.set(3, [{ how: 'added', entry: make_entry(kept.list, ['Insurance ended']) }]);
}

const SITES = [
  {
    name: 'E34 Vosselaar',
    latitude: 51.303,
    longitude: 4.889,
    municipality: 'Vosselaar',
    road: 'E34',
  },
  { name: 'N12 Malle', latitude: 51.3, longitude: 4.736, municipality: 'Malle', road: 'N12' },
  {
    name: 'N19 Kasterlee',
    latitude: 51.24,
    longitude: 4.967,
    municipality: 'Kasterlee',
    road: 'N19',
  },
];

export type World = {
  lists: Map<string, Kept>;
  cameras: Camera[];
  places: CameraPlace[];
  hits: Map<string, Hit>;
  withdrawn: Map<string, Hit>; // seen, then withdrawn, not yet confirmed
  opened: Set<string>;
  roles: Map<string, string>; // who is signed in, by cookie
};

export function make_world(): World {
  const zone = zones.neteland;
  const places = SITES.map((site, at) => ({
    id: make_id(),
    name: `${site.municipality} ${at + 1}`,
    zone,
    site: { id: make_id(), ...site },
  }));
  const cameras = places.map((place) => ({
    ...place,
    site: { ...place.site, zone, municipality_nis: '13000' },
    lanes: 2,
    disabled: false,
    legal_source: 'police_act' as const,
    reads: 1200,
    quarantined: 0,
    refused: 0,
    last_read_at: ago(2_000),
  }));
  return {
    lists: new Map(STARTS.map((start) => [start.name, filled(start)])),
    cameras,
    places,
    hits: new Map(),
    withdrawn: new Map(),
    opened: new Set(),
    roles: new Map(),
  };
}

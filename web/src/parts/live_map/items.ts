// Everything on the map as items of one list. Pure.
import type { Camera, Hit, Incident, NextCamera, Pursuit } from '../../api/generated';
import { HEALTHS, type Health, health_of } from '../map/health';
import { at_of, grouped } from '../map/marks';
import type { Point } from '../map/province';
import type { Group } from '../map/object_layers';

export const KINDS = ['hit', 'pursuit', 'next', 'camera', 'zone'] as const;
export type Kind = (typeof KINDS)[number];
export const SORTS = ['urgency', 'time', 'place'] as const;
export type Sort = (typeof SORTS)[number];

export type Expected = { hit: Hit; next: NextCamera; rank: number };
export type Chased = { pursuit: Pursuit; hit: Hit };

type Common = { id: string; name: string; place: string; at: Point | null; time: string };
export type MapItem = Common &
  (
    | { kind: 'hit'; hit: Hit; incident: Incident | undefined }
    | { kind: 'pursuit'; pursuit: Pursuit; hit: Hit }
    | { kind: 'next'; hit: Hit; next: NextCamera; rank: number }
    | { kind: 'camera'; camera: Camera; health: Health }
    | { kind: 'zone'; cameras: number; unwell: number; hits: number }
  );

export type Scene = {
  hits: readonly { hit: Hit; incident: Incident | undefined }[]; // by urgency
  pursuits: readonly Chased[];
  expected: readonly Expected[];
  cameras: readonly Camera[];
  now: number;
};

const GROUP_OF: Readonly<Record<Kind, Group>> = {
  hit: 'hits',
  pursuit: 'pursuits',
  next: 'next',
  camera: 'cameras',
  zone: 'zones',
};

type Site = { name: string; road: string; municipality: string };
export const place_of = ({ name, road, municipality }: Site) =>
  [road, municipality || name].filter(Boolean).join(' · ');

// By urgency: what is pursued, the hits as they came, where they are awaited, then the cameras with
// the worst first, and the zones. A layer that is off has no items, as it has no marks.
export function items_of(scene: Scene, layers: readonly Group[]): MapItem[] {
  const all: MapItem[] = [
    ...scene.pursuits.map(pursuit_item),
    ...scene.hits.map(hit_item),
    ...scene.expected.map(expected_item),
    ...camera_items(scene),
    ...zone_items(scene),
  ];
  return all.filter(({ kind }) => layers.includes(GROUP_OF[kind]));
}

function hit_item({ hit, incident }: Scene['hits'][number]): MapItem {
  const { site } = hit.camera;
  const common = { name: hit.plate, place: place_of(site), at: at_of(site), time: hit.captured_at };
  return { kind: 'hit', id: hit.incident, ...common, hit, incident };
}

function pursuit_item({ pursuit, hit }: Chased): MapItem {
  const { site } = hit.camera;
  const common = { name: pursuit.plate, place: place_of(site), at: at_of(site) };
  return { kind: 'pursuit', id: pursuit.id, ...common, time: hit.captured_at, pursuit, hit };
}

function expected_item({ hit, next, rank }: Expected): MapItem {
  const { site } = next.camera;
  const id = `${hit.incident}-${next.camera.id}`;
  const common = { name: hit.plate, place: place_of(site), at: at_of(site), time: next.likely };
  return { kind: 'next', id, ...common, hit, next, rank };
}

function camera_items({ cameras, now }: Scene): MapItem[] {
  const items = cameras.map((camera) => ({
    kind: 'camera' as const,
    id: camera.id,
    name: camera.name,
    place: place_of(camera.site),
    at: at_of(camera.site),
    time: camera.last_read_at ?? '',
    camera,
    health: health_of(camera, now),
  }));
  return items.toSorted(
    (a, b) => HEALTHS.indexOf(b.health) - HEALTHS.indexOf(a.health) || a.name.localeCompare(b.name),
  );
}

function zone_items({ cameras, hits, now }: Scene): MapItem[] {
  const zones = grouped(cameras, ({ zone }) => zone.code).map(
    (members) => [members[0]?.zone.code ?? '', members] as const,
  );
  const items = [...zones].map(
    ([id, members]): MapItem => ({
      kind: 'zone',
      id,
      name: members[0]?.zone.name ?? id,
      place: '',
      at: null,
      time: '',
      cameras: members.length,
      unwell: members.filter((camera) => health_of(camera, now) !== 'well').length,
      hits: hits.filter(({ hit }) => hit.camera.zone.code === id).length,
    }),
  );
  return items.toSorted((a, b) => a.name.localeCompare(b.name));
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\s.-]/g, '')
    .toLowerCase();

// By plate, name, place and zone; spaces, dashes and accents count for nothing.
export function filtered(items: readonly MapItem[], text: string, kind: Kind | null): MapItem[] {
  const wanted = plain(text);
  return items.filter((item) => {
    if (kind !== null && item.kind !== kind) return false;
    return wanted === '' || plain(`${item.name} ${item.place} ${zone_of(item)}`).includes(wanted);
  });
}

function zone_of(item: MapItem): string {
  if (item.kind === 'camera') return item.camera.zone.name;
  if (item.kind === 'zone') return '';
  return item.hit.camera.zone.name;
}

// Urgency is the order in which the items are made.
export function sorted(items: readonly MapItem[], sort: Sort): MapItem[] {
  if (sort === 'urgency') return [...items];
  if (sort === 'time') return items.toSorted((a, b) => b.time.localeCompare(a.time));
  return items.toSorted(
    (a, b) =>
      Number(a.place === '') - Number(b.place === '') ||
      a.place.localeCompare(b.place) ||
      a.name.localeCompare(b.name),
  );
}

// What is chosen, as it stands in the address: never a plate.
export type Chosen = { kind: Kind; id: string };
export const is_chosen = (item: MapItem, chosen: Chosen | null) =>
  chosen !== null && item.kind === chosen.kind && item.id === chosen.id;

export function chosen_in(text: string | undefined): Chosen | null {
  const [kind, id] = text?.split('.') ?? [];
  const known = KINDS.find((one) => one === kind);
  return known && id ? { kind: known, id } : null;
}
export const text_of_chosen = ({ kind, id }: Chosen) => `${kind}.${id}`;

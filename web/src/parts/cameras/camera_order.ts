// Which cameras are shown, and in which order. Pure.
import type { Camera } from '../../api/generated';
import { HEALTHS, type Health, health_of } from '../map/health';
import { type Direction, next_order as next, type Order as OrderOf } from '../page/order';

export const COLUMNS = ['health', 'name', 'zone', 'seen', 'reads', 'aside'] as const;
export type Column = (typeof COLUMNS)[number];
export type Order = OrderOf<Column>;

export const FIRST_ORDER: Order = { column: 'health', direction: 'down' }; // the worst first

const FIRST_DIRECTION: Readonly<Record<Column, Direction>> = {
  health: 'down',
  name: 'up',
  zone: 'up',
  seen: 'up',
  reads: 'down',
  aside: 'down',
};

export const next_order = (now: Order, column: Column): Order => next(now, column, FIRST_DIRECTION);

export type Wanted = {
  text: string;
  zone: string | undefined; // its code
  health: Health | undefined;
};

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\s.-]/g, '')
    .toLowerCase();

// By name, site, road, municipality and zone; spaces, dashes and accents count for nothing.
export function wanted_of(cameras: readonly Camera[], wanted: Wanted, now: number): Camera[] {
  const text = plain(wanted.text);
  return cameras.filter((camera) => {
    const { name, site, zone } = camera;
    if (wanted.zone !== undefined && zone.code !== wanted.zone) return false;
    if (wanted.health !== undefined && health_of(camera, now) !== wanted.health) return false;
    const words = [name, site.name, site.road, site.municipality, zone.name, zone.code];
    return text === '' || plain(words.join(' ')).includes(text);
  });
}

const seen = ({ last_read_at }: Camera) =>
  last_read_at === undefined ? 0 : Date.parse(last_read_at);

function compare(a: Camera, b: Camera, { column, now }: { column: Column; now: number }): number {
  const rank = (camera: Camera) => HEALTHS.indexOf(health_of(camera, now));
  switch (column) {
    case 'health':
      return rank(a) - rank(b);
    case 'zone':
      return a.zone.name.localeCompare(b.zone.name);
    case 'seen':
      return seen(a) - seen(b);
    case 'reads':
      return a.reads - b.reads;
    case 'aside':
      return a.quarantined - b.quarantined;
    default:
      return 0;
  }
}

const place = ({ zone, site, name }: Camera) => [zone.name, site.name, name].join('\n');

// Equal cameras stand by zone, site and name, whichever way the column is sorted.
export function sorted(cameras: readonly Camera[], order: Order, now: number): Camera[] {
  const sign = order.direction === 'up' ? 1 : -1;
  return cameras.toSorted((a, b) => {
    if (order.column === 'name') return sign * a.name.localeCompare(b.name);
    const by_column = compare(a, b, { column: order.column, now });
    return sign * by_column || place(a).localeCompare(place(b));
  });
}

export function count_healths(cameras: readonly Camera[], now: number): Record<Health, number> {
  const counts = Object.fromEntries(HEALTHS.map((one) => [one, 0])) as Record<Health, number>;
  for (const camera of cameras) counts[health_of(camera, now)] += 1;
  return counts;
}

// How the lists are sorted. Pure.
import type { List } from '../../api/generated';
import { type Direction, next_order as next, type Order as OrderOf } from '../page/order';

export const COLUMNS = ['title', 'priority', 'state', 'entries', 'freshness', 'noise'] as const;
export type Column = (typeof COLUMNS)[number];
export type Order = OrderOf<Column>;

export const FIRST_ORDER: Order = { column: 'priority', direction: 'up' };

// Which way a column is read first: names from A, amounts from the largest.
const FIRST_DIRECTION: Readonly<Record<Column, Direction>> = {
  title: 'up',
  priority: 'up',
  state: 'down',
  entries: 'down',
  freshness: 'down',
  noise: 'down',
};

export const next_order = (now: Order, column: Column): Order => next(now, column, FIRST_DIRECTION);

// 0: just confirmed, 1: as old as it may be. Null: no source confirms it, or no age is set.
export function age_share(list: List, now: number): number | null {
  if (list.confirmed_at === undefined || list.max_age_s === undefined) return null;
  return Math.max(0, now - Date.parse(list.confirmed_at)) / (list.max_age_s * 1000);
}

function rank(list: List, column: Column, now: number): number {
  switch (column) {
    case 'priority':
      return list.priority;
    case 'state':
      return Number(list.suspended);
    case 'entries':
      return list.entries;
    case 'freshness':
      return age_share(list, now) ?? -1;
    case 'noise':
      return list.noise?.rejected_share ?? -1;
    default:
      return 0;
  }
}

// Equal lists stand by their title, whichever way the column is sorted.
export function sorted(lists: readonly List[], { column, direction }: Order, now: number): List[] {
  const sign = direction === 'up' ? 1 : -1;
  return lists.toSorted((a, b) => {
    const by_title = title_of(a).localeCompare(title_of(b));
    if (column === 'title') return sign * by_title;
    return sign * (rank(a, column, now) - rank(b, column, now)) || by_title;
  });
}

export function title_of(list: { title: string; name: string }): string {
  return list.title || list.name;
}

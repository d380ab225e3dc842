// The two acts of the car, as the steps of the server that they are. Pure.
//   what the hit is            Seen                     Not it
//   not verified yet           it is validated          rejected: another vehicle
//   validated                  a unit is with it        closed: not found
//   a unit is with it          it was stopped           closed: not found
//   stopped                    closed: as listed        closed: nothing to it
import type { Hit, Incident } from '../../api/generated';
import { is_question } from '../signs/state';

export const VERBS = [
  'validate',
  'reject',
  'dispatch',
  'stop',
  'confirm',
  'clear',
  'not_found',
] as const;
export type Verb = (typeof VERBS)[number];

// Those after which nothing is left to do.
export const ENDS: ReadonlySet<Verb> = new Set(['reject', 'confirm', 'clear', 'not_found']);

export type Acts = { seen: Verb; not_it: Verb };

// Null where nothing is left to do.
export function acts_of(hit: Pick<Hit, 'state' | 'open' | 'follow_up'>): Acts | null {
  if (!hit.open) return null;
  if (is_question(hit.state)) return { seen: 'validate', not_it: 'reject' };
  if (hit.state !== 'validated') return null;
  if (hit.follow_up === undefined) return { seen: 'dispatch', not_it: 'not_found' };
  if (hit.follow_up === 'dispatched') return { seen: 'stop', not_it: 'not_found' };
  return hit.follow_up === 'stopped' ? { seen: 'confirm', not_it: 'clear' } : null;
}

// What a crew can do something about: open, for somebody to act on, and with no colleague who is
// just comparing it.
export function is_for_car(incident: Incident, me: string | undefined): boolean {
  const { quiet, state, claim, last_hit } = incident;
  if (quiet || acts_of(last_hit) === null) return false;
  return !is_question(state) || claim === undefined || claim.by.id === me;
}

// The one beside the shown, around the ends; the first when that is gone.
export function beside<T extends { id: string }>(
  all: readonly T[],
  shown: string | undefined,
  step: 1 | -1,
): T | undefined {
  const at = all.findIndex(({ id }) => id === shown);
  return at < 0 ? all[0] : all[(at + step + all.length) % all.length];
}

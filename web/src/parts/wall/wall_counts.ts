// What a wall tells from afar: how many wait, what came last, how the cameras are. No plate.
import type { Camera, Incident } from '../../api/generated';
import { type Health, health_of } from '../map/health';
import { level_of, type PriorityLevel } from '../signs/priority';

export const LEVELS: readonly PriorityLevel[] = [1, 2, 3, 4];

export type LevelCount = { level: PriorityLevel; open: number; unclaimed: number };

const has_nobody = ({ open, claim, state }: Incident) =>
  open && claim === undefined && state === 'candidate';

// Of what calls for somebody; what is only looked through when there is time stands apart.
export function count_levels(incidents: readonly Incident[]): LevelCount[] {
  const loud = incidents.filter(({ open, quiet }) => open && !quiet);
  return LEVELS.map((level) => {
    const of_level = loud.filter(({ priority }) => level_of(priority) === level);
    return { level, open: of_level.length, unclaimed: of_level.filter(has_nobody).length };
  });
}

export const count_review = (incidents: readonly Incident[]): number =>
  incidents.filter(({ open, quiet }) => open && quiet).length;

// Those that began last, open or not.
export function newest(incidents: readonly Incident[], count: number): Incident[] {
  return incidents
    .filter(({ quiet }) => !quiet)
    .toSorted((a, b) => b.opened_at.localeCompare(a.opened_at) || (a.id < b.id ? 1 : -1))
    .slice(0, count);
}

export type CameraCount = { delivering: number; silent: number; disabled: number };

export function count_cameras(cameras: readonly Camera[], now: number): CameraCount {
  const counts = { delivering: 0, silent: 0, disabled: 0 };
  for (const camera of cameras) counts[STANDING[health_of(camera, now)]] += 1;
  return counts;
}

const STANDING = {
  well: 'delivering',
  doubtful: 'delivering',
  clock: 'delivering',
  maintenance: 'disabled',
  outside: 'disabled',
  never: 'silent',
  silent: 'silent',
  off: 'disabled',
} as const satisfies Record<Health, keyof CameraCount>;

// How a camera fares, from what is known of it here. Pure.
import type { Camera } from '../../api/generated';

// From the best to the worst, so that a site shows its worst camera.
export const HEALTHS = [
  'well',
  'doubtful',
  'clock',
  'maintenance',
  'off',
  'outside',
  'never',
  'silent',
] as const;
export type Health = (typeof HEALTHS)[number];

// What somebody has to do something about.
export const FAULTS: ReadonlySet<Health> = new Set(['doubtful', 'clock', 'outside', 'silent']);

export const SILENT_AFTER_MS = 15 * 60_000; // a quiet road at night still gives a read or two
export const CLOCK_OFF_MS = 60_000; // as far ahead as the server takes a read
const DOUBTFUL_SHARE = 0.2; // of what it sent that had to be put aside

export function is_outside({ decision }: Camera, now: number): boolean {
  if (decision === undefined) return false;
  return now < Date.parse(decision.from) || now >= Date.parse(decision.until);
}

const is_tended = ({ maintenance_until }: Camera, now: number) =>
  maintenance_until !== undefined && now < Date.parse(maintenance_until);

export function health_of(camera: Camera, now: number): Health {
  if (camera.disabled) return 'off';
  if (is_outside(camera, now)) return 'outside';
  if (is_tended(camera, now)) return 'maintenance';
  if (camera.last_read_at === undefined) return 'never';
  if (now - Date.parse(camera.last_read_at) > SILENT_AFTER_MS) return 'silent';
  if (Math.abs(camera.clock_behind_ms ?? 0) > CLOCK_OFF_MS) return 'clock';
  const received = camera.reads + camera.quarantined;
  return camera.quarantined > received * DOUBTFUL_SHARE ? 'doubtful' : 'well';
}

export function worst(healths: readonly Health[]): Health {
  return HEALTHS[Math.max(0, ...healths.map((one) => HEALTHS.indexOf(one)))] ?? 'well';
}

// How a camera fares, from what is known of it here. Pure.
import type { Camera } from '../../api/generated';

// From the best to the worst, so that a site shows its worst camera.
export const HEALTHS = ['well', 'doubtful', 'off', 'never', 'silent'] as const;
export type Health = (typeof HEALTHS)[number];

export const SILENT_AFTER_MS = 15 * 60_000; // a quiet road at night still gives a read or two
const DOUBTFUL_SHARE = 0.2; // of what it sent that had to be put aside

export function health_of(camera: Camera, now: number): Health {
  if (camera.disabled) return 'off';
  if (camera.last_read_at === undefined) return 'never';
  if (now - Date.parse(camera.last_read_at) > SILENT_AFTER_MS) return 'silent';
  const received = camera.reads + camera.quarantined;
  return camera.quarantined > received * DOUBTFUL_SHARE ? 'doubtful' : 'well';
}

export function worst(healths: readonly Health[]): Health {
  return HEALTHS[Math.max(0, ...healths.map((one) => HEALTHS.indexOf(one)))] ?? 'well';
}

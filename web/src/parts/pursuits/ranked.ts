// Which zone to ask first: the one the vehicle is likely to come to.
import type { NextCamera, ZoneName } from '../../api/generated';

export type RankedZone = ZoneName & { probability: number };

// The likeliest first, those it is not foretold to reach by name.
export function ranked(
  zones: readonly ZoneName[],
  likely: readonly Pick<NextCamera, 'camera' | 'probability'>[],
): RankedZone[] {
  const reached = new Map<string, number>();
  for (const { camera, probability } of likely) {
    const { code } = camera.zone;
    reached.set(code, (reached.get(code) ?? 0) + probability);
  }
  return zones
    .map((zone) => ({ ...zone, probability: reached.get(zone.code) ?? 0 }))
    .toSorted((a, b) => b.probability - a.probability || a.name.localeCompare(b.name));
}

// How far it is along points on the map, as the crow flies. Pure.
import { km_between } from '../../api/triage';
import type { Point } from '../map/province';

const place = ([longitude, latitude]: Point) => ({ longitude, latitude });

export function length_km(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, point, index) => {
    const before = points[index];
    return before ? sum + km_between(place(before), place(point)) : sum;
  }, 0);
}

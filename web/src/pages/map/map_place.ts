// The state of the map as it stands in its address. Pure.
import type { View } from '../../parts/map/map_view';

// Texts of the address; absent: nothing chosen, the layers of this user, the whole province.
export type Place = {
  chosen?: string | undefined;
  layers?: string | undefined;
  view?: string | undefined;
};

// "4.7360,51.3000,11.2"
export const text_of_view = ({ longitude, latitude, zoom }: View) =>
  [longitude.toFixed(4), latitude.toFixed(4), zoom.toFixed(1)].join(',');

export function view_in(text: string | undefined): View | undefined {
  const [longitude, latitude, zoom, ...more] = (text ?? '').split(',').map(Number);
  if (longitude === undefined || latitude === undefined || zoom === undefined) return undefined;
  const is_place = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0;
  return is_place && zoom <= 22 && more.length === 0 ? { longitude, latitude, zoom } : undefined;
}

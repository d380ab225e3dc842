// The terms in which the layers of the map are written.
import type { ExpressionSpecification } from 'maplibre-gl';

export const COLOUR_ROLES = [
  'map-ground',
  'map-zone-a',
  'map-zone-b',
  'map-zone-c',
  'map-zone-d',
  'map-edge',
  'map-border',
  'map-motorway',
  'map-road',
  'map-name',
  'map-halo',
  'map-camera',
  'muted',
  'surface',
  'text',
  'caution',
  'focus',
  'p1',
  'p2',
  'p3',
  'p4',
] as const;
export type Colours = Readonly<Record<(typeof COLOUR_ROLES)[number], string>>;

export const FONT = ['Inter Variable'];
export const by_zoom = (...stops: number[]): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...(stops as [number, number]),
];

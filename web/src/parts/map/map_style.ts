// The base map as a MapLibre style that asks nothing of anybody: no glyphs, no sprite, no tiles.
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { cells_of } from './cells';
import { MUNICIPALITIES, ROADS, ZONES } from './province';

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
  'focus',
  'p1',
  'p2',
  'p3',
  'p4',
] as const;
export type Colours = Readonly<Record<(typeof COLOUR_ROLES)[number], string>>;

export const FONT = ['Inter Variable'];
const NOTHING = { type: 'FeatureCollection' as const, features: [] };
const collection = (features: GeoJSON.Feature[]) => ({
  type: 'FeatureCollection' as const,
  features,
});
const feature = (
  geometry: GeoJSON.Geometry,
  properties: GeoJSON.GeoJsonProperties,
): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties,
});
const by_zoom = (...stops: number[]): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...(stops as [number, number]),
];

function sources(): StyleSpecification['sources'] {
  const cells = cells_of(MUNICIPALITIES);
  const areas = cells.map(({ municipality, ring }) =>
    feature(
      { type: 'Polygon', coordinates: [ring.map((point) => [...point])] },
      { zone: ZONES.indexOf(municipality.zone as (typeof ZONES)[number]) },
    ),
  );
  const borders = cells.map(({ borders: edges }) =>
    feature(
      { type: 'MultiLineString', coordinates: edges.map((edge) => edge.map((p) => [...p])) },
      {},
    ),
  );
  const names = MUNICIPALITIES.map(({ name, centre }) =>
    feature({ type: 'Point', coordinates: [...centre] }, { name }),
  );
  const roads = ROADS.map(({ name, kind, points }) =>
    feature({ type: 'LineString', coordinates: points.map((p) => [...p]) }, { name, kind }),
  );
  return {
    areas: { type: 'geojson', data: collection(areas) },
    borders: { type: 'geojson', data: collection(borders) },
    names: { type: 'geojson', data: collection(names) },
    roads: { type: 'geojson', data: collection(roads) },
    cameras: { type: 'geojson', data: NOTHING, promoteId: 'id' },
    trail: { type: 'geojson', data: NOTHING },
    hits: { type: 'geojson', data: NOTHING, promoteId: 'id' },
  };
}

function ground(colours: Colours): StyleSpecification['layers'] {
  const tint = [
    'match',
    ['get', 'zone'],
    0,
    colours['map-zone-a'],
    1,
    colours['map-zone-b'],
    2,
    colours['map-zone-c'],
    3,
    colours['map-zone-d'],
    colours['map-ground'],
  ] as unknown as string;
  const is_motorway: ExpressionSpecification = ['==', ['get', 'kind'], 'motorway'];
  const road_colour: ExpressionSpecification = [
    'case',
    is_motorway,
    colours['map-motorway'],
    colours['map-road'],
  ];
  const widths = by_zoom(8, 1.2, 11, 3, 14, 8);
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': colours['map-ground'] } },
    { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': tint } },
    {
      id: 'edges',
      type: 'line',
      source: 'areas',
      paint: { 'line-color': colours['map-edge'], 'line-width': 1 },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      paint: { 'line-color': colours['map-border'], 'line-width': 1.4, 'line-dasharray': [4, 2] },
    },
    {
      id: 'roads',
      type: 'line',
      source: 'roads',
      filter: ['!', is_motorway],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': road_colour, 'line-width': by_zoom(8, 0.8, 11, 2, 14, 5) },
    },
    {
      id: 'motorways',
      type: 'line',
      source: 'roads',
      filter: is_motorway,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': road_colour, 'line-width': widths },
    },
  ];
}

function words(colours: Colours): StyleSpecification['layers'] {
  const paint = {
    'text-color': colours['map-name'],
    'text-halo-color': colours['map-halo'],
    'text-halo-width': 1.4,
  };
  return [
    {
      id: 'road-names',
      type: 'symbol',
      source: 'roads',
      minzoom: 9.6,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 240,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 10.5,
      },
      paint: { ...paint, 'text-color': colours.muted },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': by_zoom(8, 10.5, 11, 13.5),
        'text-letter-spacing': 0.02,
      },
      paint,
    },
  ];
}

function objects(colours: Colours): StyleSpecification['layers'] {
  return [
    {
      id: 'cameras',
      type: 'circle',
      source: 'cameras',
      paint: {
        'circle-radius': by_zoom(8, 1.8, 11, 3.4, 14, 6),
        'circle-color': ['case', ['get', 'disabled'], colours.surface, colours['map-camera']],
        'circle-stroke-color': [
          'case',
          ['get', 'disabled'],
          colours['map-camera'],
          colours['map-halo'],
        ],
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'trail',
      type: 'line',
      source: 'trail',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colours.focus, 'line-width': 2.5, 'line-dasharray': [0.2, 2] },
    },
    {
      id: 'chosen',
      type: 'circle',
      source: 'hits',
      filter: ['get', 'chosen'],
      paint: {
        'circle-radius': 19,
        'circle-color': colours.focus,
        'circle-opacity': 0.18,
        'circle-stroke-color': colours.focus,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'hits',
      type: 'symbol',
      source: 'hits',
      layout: {
        'icon-image': ['concat', 'class-', ['get', 'level']],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['-', 10, ['get', 'level']],
      },
    },
  ];
}

export function layers_of(colours: Colours): StyleSpecification['layers'] {
  const [road_names, names] = words(colours);
  const [cameras, ...rest] = objects(colours);
  if (!road_names || !names || !cameras) throw new Error('the map has lost a layer');
  return [...ground(colours), road_names, cameras, names, ...rest];
}

export function style_of(colours: Colours): StyleSpecification {
  return { version: 8, sources: sources(), layers: layers_of(colours) };
}

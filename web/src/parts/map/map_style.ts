// The base map as a MapLibre style that asks nothing of anybody: no glyphs, no sprite, no tiles.
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { cells_of } from './cells';
import { awaited_layers, hit_layers, measure_layers, site_layers } from './object_layers';
import { MUNICIPALITIES, ROADS, ZONES } from './province';
import { by_zoom, type Colours, FONT } from './style_terms';

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
    sites: { type: 'geojson', data: NOTHING, promoteId: 'id' },
    hits: { type: 'geojson', data: NOTHING, promoteId: 'id' },
    chosen: { type: 'geojson', data: NOTHING },
    pursuits: { type: 'geojson', data: NOTHING },
    awaited: { type: 'geojson', data: NOTHING },
    ways: { type: 'geojson', data: NOTHING },
    trail: { type: 'geojson', data: NOTHING },
    measured: { type: 'geojson', data: NOTHING },
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

export function layers_of(colours: Colours): StyleSpecification['layers'] {
  const [road_names, names] = words(colours);
  if (!road_names || !names) throw new Error('the map has lost a layer');
  return [
    ...ground(colours),
    road_names,
    ...site_layers(colours),
    names,
    ...awaited_layers(colours),
    ...hit_layers(colours),
    ...measure_layers(colours),
  ];
}

export function style_of(colours: Colours): StyleSpecification {
  return { version: 8, sources: sources(), layers: layers_of(colours) };
}

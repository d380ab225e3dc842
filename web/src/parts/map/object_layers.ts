// What lies on the base map: sites, hits, pursuits, what is awaited, what is measured. Pure.
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { by_zoom, type Colours, FONT } from './style_terms';

type Layers = StyleSpecification['layers'];

// What can be switched on and off, and which layers that is.
export const GROUPS = {
  zones: ['areas', 'edges', 'borders'],
  cameras: ['sites', 'chosen-site'],
  hits: ['hits', 'chosen', 'trail'],
  pursuits: ['pursuits'],
  next: ['ways', 'awaited', 'awaited-when'],
} as const;
export type Group = keyof typeof GROUPS;

const ring = (colours: Colours, radius: number) => ({
  'circle-radius': radius,
  'circle-color': colours.focus,
  'circle-opacity': 0.18,
  'circle-stroke-color': colours.focus,
  'circle-stroke-width': 2.5,
});

export function site_layers(colours: Colours): Layers {
  return [
    {
      id: 'chosen-site',
      type: 'circle',
      source: 'sites',
      filter: ['get', 'chosen'],
      paint: ring(colours, 15),
    },
    {
      id: 'sites',
      type: 'symbol',
      source: 'sites',
      layout: {
        'icon-image': ['concat', 'site-', ['get', 'health']],
        'icon-size': by_zoom(8, 0.42, 10, 0.62, 12, 0.9, 14, 1.1),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

export function hit_layers(colours: Colours): Layers {
  return [
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
      source: 'chosen',
      paint: ring(colours, 19),
    },
    {
      id: 'pursuits',
      type: 'symbol',
      source: 'pursuits',
      layout: {
        'icon-image': 'pursuit',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
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

// The likelier a way, the plainer its line.
const LIKELIHOOD: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['get', 'share'],
  0,
  0.3,
  0.6,
  0.9,
];

export function awaited_layers(colours: Colours): Layers {
  return [
    {
      id: 'ways',
      type: 'line',
      source: 'ways',
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': colours.focus,
        'line-width': 2,
        'line-dasharray': [2, 2.5],
        'line-opacity': LIKELIHOOD,
      },
    },
    {
      id: 'awaited',
      type: 'symbol',
      source: 'awaited',
      layout: {
        'icon-image': 'awaited',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['format', ['get', 'rank'], {}],
        'text-font': FONT,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.text },
    },
    {
      id: 'awaited-when',
      type: 'symbol',
      source: 'awaited',
      layout: {
        'text-field': ['get', 'when'],
        'text-font': FONT,
        'text-size': 11.5,
        'text-offset': [0, 1.4],
        'text-anchor': 'top',
      },
      paint: {
        'text-color': colours.text,
        'text-halo-color': colours['map-halo'],
        'text-halo-width': 1.6,
      },
    },
  ];
}

export function measure_layers(colours: Colours): Layers {
  return [
    {
      id: 'measured',
      type: 'line',
      source: 'measured',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colours.text, 'line-width': 2.5 },
    },
    {
      id: 'measured-points',
      type: 'circle',
      source: 'measured',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 5,
        'circle-color': colours.surface,
        'circle-stroke-color': colours.text,
        'circle-stroke-width': 2.5,
      },
    },
  ];
}

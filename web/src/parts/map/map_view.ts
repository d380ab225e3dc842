// The map itself, away from React: made once, told what to show, repainted when the palette turns.
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapLayerMouseEvent,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { PriorityLevel } from '../signs/priority';
import { COLOUR_ROLES, type Colours, layers_of, style_of } from './map_style';
import { class_icon } from './marks';

setWorkerUrl(worker);

export const PROVINCE: [[number, number], [number, number]] = [
  [4.4, 51.07],
  [5.13, 51.5],
];
const DRAW_AFTER_MS = 100;
const FOLLOW_AFTER_MS = 200;
const LEVELS: readonly PriorityLevel[] = [1, 2, 3, 4];

export type Marks = {
  cameras: GeoJSON.Feature[];
  hits: GeoJSON.Feature[];
  trail: [number, number][];
};

function colours_now(): Colours {
  const style = getComputedStyle(document.documentElement);
  const entries = COLOUR_ROLES.map((role) => [role, style.getPropertyValue(`--${role}`).trim()]);
  return Object.fromEntries(entries) as Colours;
}

function is_still(): boolean {
  const is_wished = document.documentElement.dataset.motion === 'reduced';
  return is_wished || matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export class MapView {
  private readonly map: MapLibre;
  private marks: Marks = { cameras: [], hits: [], trail: [] };
  private readonly put_before = new Map<string, GeoJSON.Feature[]>();
  private is_loaded = false;
  private drawing: ReturnType<typeof setTimeout> | undefined;
  private following: ReturnType<typeof setTimeout> | undefined;

  constructor(box: HTMLElement, words: Record<string, string>, onHit: (incident: string) => void) {
    this.map = new MapLibre({
      container: box,
      style: style_of(colours_now()),
      bounds: PROVINCE,
      fitBoundsOptions: { padding: 12 },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 16,
      minZoom: 7,
      locale: words,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.map.on('load', () => {
      this.is_loaded = true;
      this.draw_icons();
      this.put_marks();
      box.dataset.loaded = 'true';
    });
    this.map.on('movestart', () => {
      box.dataset.still = 'false';
    });
    this.map.on('idle', () => {
      box.dataset.still = 'true';
    });
    this.map.on('click', 'hits', (event: MapLayerMouseEvent) => {
      const id = event.features?.[0]?.properties.id;
      if (typeof id === 'string') onHit(id);
    });
    for (const [event, cursor] of [
      ['mouseenter', 'pointer'],
      ['mouseleave', ''],
    ] as const) {
      this.map.on(event, 'hits', () => {
        this.map.getCanvas().style.cursor = cursor;
      });
    }
  }

  // One update of the sources, however often this is called, and after the card was painted.
  show(marks: Marks): void {
    this.marks = marks;
    this.drawing ??= setTimeout(() => {
      this.drawing = undefined;
      this.put_marks();
    }, DRAW_AFTER_MS);
  }

  // The evidence is painted first, and a walk through the list does not drag the map along.
  follow(longitude: number, latitude: number): void {
    clearTimeout(this.following);
    this.following = setTimeout(() => this.go_to(longitude, latitude), FOLLOW_AFTER_MS);
  }

  private go_to(longitude: number, latitude: number): void {
    const zoom = Math.max(this.map.getZoom(), 10.3);
    const options = { center: [longitude, latitude] as [number, number], zoom };
    if (is_still()) this.map.jumpTo(options);
    else this.map.easeTo({ ...options, duration: 500 });
  }

  show_province(): void {
    this.map.fitBounds(PROVINCE, { padding: 12, animate: !is_still() });
  }

  // The colours are read again from the page; the sources stay as they are.
  repaint(): void {
    if (!this.is_loaded) return;
    for (const layer of layers_of(colours_now())) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        this.map.setPaintProperty(layer.id, name as never, value as never);
      }
    }
    this.draw_icons();
  }

  resize(): void {
    this.map.resize();
  }

  remove(): void {
    clearTimeout(this.drawing);
    clearTimeout(this.following);
    this.map.remove();
  }

  private draw_icons(): void {
    const colours = colours_now();
    for (const level of LEVELS) {
      const icon = class_icon(level, colours);
      const name = `class-${level}`;
      if (!icon) continue;
      if (this.map.hasImage(name)) this.map.updateImage(name, icon);
      else this.map.addImage(name, icon, { pixelRatio: 2 });
    }
  }

  private put_marks(): void {
    if (!this.is_loaded) return;
    for (const source of ['cameras', 'hits'] as const) {
      if (this.put_before.get(source) === this.marks[source]) continue;
      this.put_before.set(source, this.marks[source]);
      this.put(source, this.marks[source]);
    }
    const line = { type: 'LineString' as const, coordinates: this.marks.trail };
    const is_line = this.marks.trail.length > 1;
    this.put('trail', is_line ? [{ type: 'Feature', geometry: line, properties: {} }] : []);
  }

  private put(source: string, features: GeoJSON.Feature[]): void {
    this.map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
  }
}

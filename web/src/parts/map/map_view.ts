// The map itself, away from React: made once, told what to show, repainted when the palette turns.
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapMouseEvent,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { icons_of } from './map_icons';
import { layers_of, style_of } from './map_style';
import { type Marks, NO_MARKS } from './marks';
import { GROUPS, type Group } from './object_layers';
import type { Point } from './province';
import { COLOUR_ROLES, type Colours } from './style_terms';

setWorkerUrl(worker);

export type Box = [west_south: [number, number], east_north: [number, number]];
export type View = { longitude: number; latitude: number; zoom: number };
export type MarkKind = 'hits' | 'pursuits' | 'sites';

// `onMark` is told everything of a kind that lies under the pointer, the topmost first.
export type Heard = {
  onMark: (kind: MarkKind, ids: readonly string[]) => void;
  onGround: (at: Point) => void;
  onView: (view: View) => void;
};

export const PROVINCE: Box = [
  [4.4, 51.07],
  [5.13, 51.5],
];
const DRAW_AFTER_MS = 100;
const FOLLOW_AFTER_MS = 200;
const CLOSE_ZOOM = 10.3;
const EDGE_PX = 8;
const BESIDE_PX = 24;
// A click means the topmost of these.
const KINDS: readonly MarkKind[] = ['hits', 'pursuits', 'sites'];

function colours_now(): Colours {
  const style = getComputedStyle(document.documentElement);
  const entries = COLOUR_ROLES.map((role) => [role, style.getPropertyValue(`--${role}`).trim()]);
  return Object.fromEntries(entries) as Colours;
}

function is_still(): boolean {
  const is_wished = document.documentElement.dataset.motion === 'reduced';
  return is_wished || matchMedia('(prefers-reduced-motion: reduce)').matches;
}

type Start = { words: Record<string, string>; view: View | undefined; heard: Heard };

export class MapView {
  private readonly box: HTMLElement;
  private readonly map: MapLibre;
  private marks: Marks = NO_MARKS;
  private hidden: readonly Group[] = [];
  private readonly put_before = new Map<string, GeoJSON.Feature[]>();
  private is_loaded = false;
  private drawing: ReturnType<typeof setTimeout> | undefined;
  private following: ReturnType<typeof setTimeout> | undefined;

  constructor(box: HTMLElement, { words, view, heard }: Start) {
    this.box = box;
    const place = view
      ? { center: [view.longitude, view.latitude] as [number, number], zoom: view.zoom }
      : { bounds: PROVINCE, fitBoundsOptions: { padding: 12 } };
    this.map = new MapLibre({
      container: box,
      style: style_of(colours_now()),
      ...place,
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
    this.listen(heard);
  }

  private listen({ onMark, onGround, onView }: Heard): void {
    this.map.on('load', () => {
      this.is_loaded = true;
      this.draw_icons();
      this.put_marks();
      this.put_layers();
      this.box.dataset.loaded = 'true';
    });
    this.map.on('movestart', () => {
      this.box.dataset.still = 'false';
    });
    this.map.on('moveend', () => {
      const { lng, lat } = this.map.getCenter();
      onView({ longitude: lng, latitude: lat, zoom: this.map.getZoom() });
    });
    this.map.on('idle', () => {
      this.box.dataset.still = 'true';
    });
    this.map.on('click', (event: MapMouseEvent) => {
      const found = this.map.queryRenderedFeatures(event.point, { layers: [...KINDS] });
      const kind = KINDS.find((one) => found.some(({ layer }) => layer.id === one));
      if (!kind) return onGround([event.lngLat.lng, event.lngLat.lat]);
      const of_kind = found.filter(({ layer }) => layer.id === kind);
      onMark(kind, [...new Set(of_kind.map(({ properties }) => String(properties.id)))]);
    });
    for (const kind of KINDS) {
      this.map.on('mouseenter', kind, () => this.point_with('pointer'));
      this.map.on('mouseleave', kind, () => this.point_with(''));
    }
  }

  private point_with(cursor: string): void {
    this.map.getCanvas().style.cursor = cursor;
  }

  // One update of the sources, however often this is called, and after the card was painted.
  show(marks: Marks): void {
    this.marks = marks;
    this.drawing ??= setTimeout(() => {
      this.drawing = undefined;
      this.put_marks();
    }, DRAW_AFTER_MS);
  }

  hide(groups: readonly Group[]): void {
    this.hidden = groups;
    this.put_layers();
  }

  // The evidence is painted first, and a walk through the list does not drag the map along.
  follow(longitude: number, latitude: number): void {
    clearTimeout(this.following);
    this.following = setTimeout(() => this.go_to(longitude, latitude), FOLLOW_AFTER_MS);
  }

  // Moves only when it cannot be seen.
  bring_in(longitude: number, latitude: number): void {
    if (this.map.getBounds().contains([longitude, latitude])) return;
    this.follow(longitude, latitude);
  }

  private go_to(longitude: number, latitude: number): void {
    const zoom = Math.max(this.map.getZoom(), CLOSE_ZOOM);
    const options = { center: [longitude, latitude] as [number, number], zoom };
    if (is_still()) this.map.jumpTo(options);
    else this.map.easeTo({ ...options, duration: 500 });
  }

  show_box(box: Box): void {
    this.map.fitBounds(box, { padding: 24, animate: !is_still() });
  }

  middle(): Point {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  // Keeps an element of the box beside a place, wholly in sight. Returns how to stop.
  anchor(element: HTMLElement, at: Point): () => void {
    const put = () => {
      const { x, y } = this.map.project([at[0], at[1]]);
      const [width, height] = [element.offsetWidth, element.offsetHeight];
      const right = this.box.clientWidth - width - EDGE_PX;
      const wanted = x + BESIDE_PX <= right ? x + BESIDE_PX : x - BESIDE_PX - width;
      const left = Math.max(EDGE_PX, Math.min(right, wanted));
      const bottom = this.box.clientHeight - height - EDGE_PX;
      const top = Math.max(EDGE_PX, Math.min(bottom, y - height / 3));
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    };
    const sizes = new ResizeObserver(put);
    sizes.observe(element);
    sizes.observe(this.box);
    this.map.on('move', put);
    put();
    return () => {
      sizes.disconnect();
      this.map.off('move', put);
    };
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
    for (const [name, icon] of icons_of(colours_now())) {
      if (this.map.hasImage(name)) this.map.updateImage(name, icon);
      else this.map.addImage(name, icon, { pixelRatio: 2 });
    }
  }

  private put_layers(): void {
    if (!this.is_loaded) return;
    for (const [group, layers] of Object.entries(GROUPS)) {
      const visibility = this.hidden.includes(group as Group) ? 'none' : 'visible';
      for (const layer of layers) this.map.setLayoutProperty(layer, 'visibility', visibility);
    }
  }

  private put_marks(): void {
    if (!this.is_loaded) return;
    for (const [source, features] of Object.entries(this.marks)) {
      if (this.put_before.get(source) === features) continue;
      this.put_before.set(source, features);
      const data = { type: 'FeatureCollection' as const, features };
      this.map.getSource<GeoJSONSource>(source)?.setData(data);
    }
  }
}

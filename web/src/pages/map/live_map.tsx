import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, type RefObject, Suspense, useMemo, useRef, useState } from 'react';
import type { Incident, User } from '../../api/generated';
import type { Chosen, MapItem, Scene } from '../../parts/live_map/items';
import { LAYERS } from '../../parts/live_map/layers';
import parts from '../../parts/live_map/live_map.module.css';
import { toggled } from '../../parts/live_map/playback';
import { HealthLegend, LayerButtons, Measuring, Tools } from '../../parts/live_map/tools';
import type { Past } from '../../parts/live_map/use_playback';
import { useKeys } from '../../parts/keys/use_keys';
import { can_draw } from '../../parts/map/can_draw';
import type { Heard } from '../../parts/map/map_view';
import { at_of, next_of } from '../../parts/map/marks';
import type { Group } from '../../parts/map/object_layers';
import type { Commands } from '../../parts/map/province_map';
import type { Point } from '../../parts/map/province';
import styles from './map_page.module.css';
import { type Place, text_of_view, view_in } from './map_place';
import { useMapMarks, useTrail } from './use_map_marks';

const ProvinceMap = lazy(() => import('../../parts/map/province_map'));

type Props = {
  user: User;
  place: Place;
  onPlace: (change: Place) => void;
  scene: Scene;
  item: MapItem | undefined;
  incident: Incident | undefined;
  layers: readonly Group[];
  onLayer: (layer: Group) => void;
  onChoose: (chosen: Chosen | null) => void;
  past: Past;
  popup: ReactNode;
  onClose: () => void;
};

// The map itself with what is done on it. A browser that draws no maps is told so.
export function LiveMap(props: Props) {
  const { t } = useLingui();
  return (
    <section className={styles.map} aria-label={t`Where`} data-region="map" tabIndex={-1}>
      {can_draw() ? <DrawnMap {...props} /> : <Undrawn {...props} />}
    </section>
  );
}

function Undrawn({ layers, onLayer, popup }: Props) {
  return (
    <div className={parts.unseeable}>
      <p>
        <strong>
          <Trans>This browser draws no maps</Trans>
        </strong>
        <Trans>WebGL is off. Everything that would be on the map stands in the list.</Trans>
      </p>
      <LayerButtons layers={layers} onSwitch={onLayer} />
      {popup}
    </div>
  );
}

function DrawnMap(props: Props) {
  const { user, place, onPlace, scene, item, incident, layers, onChoose, past } = props;
  const { popup, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  const commands = useRef<Commands>(null);
  const measure = useMeasure(() => commands.current?.middle());
  const { measured } = measure;
  const marks = useMapMarks({
    scene,
    chosen: {
      incident: item?.kind === 'hit' ? item.id : undefined,
      camera: item?.kind === 'camera' ? item.id : undefined,
    },
    trail: useTrail(incident, past.playback.at),
    measured: measured ?? NO_POINTS,
  });
  const hidden = useMemo(() => LAYERS.filter((layer) => !layers.includes(layer)), [layers]);
  const zone = user.zone;
  const show_zone = () => {
    if (zone) commands.current?.show_zone(zone.name, sites_of(scene, zone.code));
  };
  const heard: Heard = {
    onMark: (kind, ids) => {
      if (measured) return;
      const found = mark_of(kind, ids, { scene, item });
      if (found) onChoose(found);
    },
    onGround: (at) => (measured ? measure.add(at) : onChoose(null)),
    onView: (view) => onPlace({ view: text_of_view(view) }),
  };
  useMapKeys(box, {
    whole_province: () => commands.current?.show_province(),
    my_zone: show_zone,
    measure: measure.turn,
    measure_here: () => measured && measure.here(),
    leave_popup: () => (measured ? measure.stop() : onClose()),
    play_map: () => past.change(toggled),
  });
  return (
    <div ref={box} className={styles.drawn}>
      <Tools
        layers={layers}
        onSwitch={props.onLayer}
        is_measuring={measured !== null}
        has_zone={zone !== undefined}
        onProvince={() => commands.current?.show_province()}
        onZone={show_zone}
        onMeasure={measure.turn}
      />
      <Suspense fallback={null}>
        <ProvinceMap
          marks={marks}
          hidden={hidden}
          start={view_in(place.view)}
          brings_in={item?.at ?? undefined}
          popup={item?.at && !measured ? { at: item.at, content: popup } : undefined}
          heard={heard}
          commands={commands}
        />
      </Suspense>
      <Below measure={measure} />
    </div>
  );
}

function Below({ measure: { measured, here, undo, stop } }: { measure: Measure }) {
  if (measured === null) return <HealthLegend />;
  return <Measuring points={measured} onHere={here} onUndo={undo} onStop={stop} />;
}

type Measure = {
  measured: readonly Point[] | null; // null: nothing is measured
  turn: () => void;
  stop: () => void;
  undo: () => void;
  add: (at: Point | undefined) => void;
  here: () => void;
};

function useMeasure(middle: () => Point | undefined): Measure {
  const [measured, set] = useState<readonly Point[] | null>(null);
  const add = (at: Point | undefined) => at && set((was) => [...(was ?? []), at]);
  return {
    measured,
    turn: () => set((was) => (was ? null : [])),
    stop: () => set(null),
    undo: () => set((was) => was?.slice(0, -1) ?? null),
    add,
    here: () => add(middle()),
  };
}

const NO_POINTS: readonly Point[] = [];

const sites_of = ({ cameras }: Scene, zone: string) =>
  cameras.flatMap((camera) => (camera.zone.code === zone ? [at_of(camera.site)] : []));

type MapKeys = Record<
  'whole_province' | 'my_zone' | 'measure' | 'measure_here' | 'leave_popup' | 'play_map',
  () => unknown
>;

// In what is open on the map letters and Enter are its own; Escape closes it.
const is_of_popup = ({ key, target }: KeyboardEvent) =>
  key !== 'Escape' && target instanceof Element && target.closest('[data-popup]') !== null;

const does = (act: () => unknown) => (event: KeyboardEvent) => {
  if (is_of_popup(event)) return;
  event.preventDefault();
  act();
};

function useMapKeys(box: RefObject<HTMLElement | null>, keys: MapKeys): void {
  useKeys(Object.fromEntries(Object.entries(keys).map(([id, act]) => [id, does(act)])), box);
}

type Around = { scene: Scene; item: MapItem | undefined };

// Which item was meant: of several on one place, each click takes the next.
function mark_of(
  kind: Parameters<Heard['onMark']>[0],
  ids: readonly string[],
  { scene, item }: Around,
): Chosen | null {
  if (kind === 'sites') {
    const here = scene.cameras.filter(({ site }) => ids.includes(site.id)).map(({ id }) => id);
    const camera = next_of(here, item?.id);
    return camera === undefined ? null : { kind: 'camera', id: camera };
  }
  const id = next_of(ids, item?.id);
  if (id === undefined) return null;
  return { kind: kind === 'hits' ? 'hit' : 'pursuit', id };
}

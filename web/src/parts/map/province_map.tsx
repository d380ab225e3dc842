import { useLingui } from '@lingui/react/macro';
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import 'maplibre-gl/dist/maplibre-gl.css';
import { usePalette } from '../shell/palette';
import { cells_of } from './cells';
import styles from './map.module.css';
import { type Box, type Heard, MapView, PROVINCE, type View } from './map_view';
import type { Marks } from './marks';
import type { Group } from './object_layers';
import { MUNICIPALITIES, type Point } from './province';

export type Commands = {
  show_province: () => void;
  show_zone: (name: string, sites: readonly Point[]) => void;
  middle: () => Point | undefined;
  focus: () => void;
};

type Props = {
  marks: Marks;
  hidden?: readonly Group[];
  start?: View | undefined; // the whole province when absent
  follows?: Point | undefined; // goes there when it changes
  brings_in?: Point | undefined; // goes there when it changes and is out of sight
  popup?: { at: Point; content: ReactNode } | undefined;
  heard: Heard;
  commands?: Ref<Commands>;
};

const NOTHING_HIDDEN: readonly Group[] = [];

export default function ProvinceMap(props: Props) {
  const { marks, hidden = NOTHING_HIDDEN, follows, brings_in, popup, commands } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useMapView(box, props);
  const palette = usePalette();

  useEffect(() => view?.show(marks), [view, marks]);
  useEffect(() => view?.hide(hidden), [view, hidden]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the palette's colours stand in the page
  useEffect(() => view?.repaint(), [view, palette]);

  const [longitude, latitude] = follows ?? [];
  useEffect(() => {
    if (longitude !== undefined && latitude !== undefined) view?.follow(longitude, latitude);
  }, [view, longitude, latitude]);
  const [east, north] = brings_in ?? [];
  useEffect(() => {
    if (east !== undefined && north !== undefined) view?.bring_in(east, north);
  }, [view, east, north]);

  useImperativeHandle(
    commands,
    () => ({
      show_province: () => view?.show_box(PROVINCE),
      show_zone: (name, sites) => view?.show_box(box_of_zone(name, sites)),
      middle: () => view?.middle(),
      focus: () => box.current?.querySelector('canvas')?.focus(),
    }),
    [view],
  );
  return (
    <div className={styles.frame}>
      <div ref={box} className={styles.map} />
      {popup && view && (
        <Anchored view={view} at={popup.at}>
          {popup.content}
        </Anchored>
      )}
    </div>
  );
}

// MapLibre takes its words once, so another language makes another map.
function useMapView(box: RefObject<HTMLDivElement | null>, { heard, start }: Props) {
  const { t } = useLingui();
  const [view, set_view] = useState<MapView | null>(null);
  const latest = useRef({ heard, start });
  useLayoutEffect(() => {
    latest.current = { heard, start };
  });
  const words = useMemo(
    () => ({
      'Map.Title': t`Map of cameras and hits`,
      'NavigationControl.ZoomIn': t`Zoom in`,
      'NavigationControl.ZoomOut': t`Zoom out`,
    }),
    [t],
  );
  useEffect(() => {
    if (!box.current) return;
    const made = new MapView(box.current, {
      words,
      view: latest.current.start,
      heard: {
        onMark: (kind, ids) => latest.current.heard.onMark(kind, ids),
        onGround: (at) => latest.current.heard.onGround(at),
        onView: (now) => latest.current.heard.onView(now),
      },
    });
    set_view(made);
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(box.current);
    return () => {
      sizes.disconnect();
      made.remove();
      set_view(null);
    };
  }, [box, words]);
  return view;
}

type AnchoredProps = { view: MapView; at: Point; children: ReactNode };

function Anchored({ view, at: [longitude, latitude], children }: AnchoredProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => (element.current ? view.anchor(element.current, [longitude, latitude]) : undefined),
    [view, longitude, latitude],
  );
  return (
    <div ref={element} className={styles.anchored}>
      {children}
    </div>
  );
}

// The areas of the zone and what stands in it; a zone without both is the whole province.
function box_of_zone(name: string, sites: readonly Point[]): Box {
  const areas = cells_of(MUNICIPALITIES)
    .filter(({ municipality }) => municipality.zone === name)
    .flatMap(({ ring }) => ring);
  const points = [...areas, ...sites];
  if (points.length === 0) return PROVINCE;
  const [x, y] = [points.map(([one]) => one), points.map(([, one]) => one)];
  return [
    [Math.min(...x), Math.min(...y)],
    [Math.max(...x), Math.max(...y)],
  ];
}

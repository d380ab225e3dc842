import { useLingui } from '@lingui/react/macro';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Camera, Hit, Incident } from '../../api/generated';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useKeys } from '../keys/use_keys';
import { usePalette } from '../shell/palette';
import styles from './map.module.css';
import { MapView } from './map_view';
import { camera_marks, hit_marks } from './marks';

type Props = {
  cameras: readonly Camera[];
  incidents: readonly Incident[];
  hit: Hit | undefined; // the one the map follows
  trail: readonly Hit[];
  onSelect: (incident: string) => void;
};

export default function ProvinceMap({ cameras, incidents, hit, trail, onSelect }: Props) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const select = useRef(onSelect);
  useLayoutEffect(() => {
    select.current = onSelect;
  });
  const palette = usePalette();
  const words = useMemo(
    () => ({
      'Map.Title': t`Map of cameras and hits`,
      'NavigationControl.ZoomIn': t`Zoom in`,
      'NavigationControl.ZoomOut': t`Zoom out`,
    }),
    [t],
  );

  // MapLibre takes its words once, so another language makes another map.
  useEffect(() => {
    if (!box.current) return;
    const made = new MapView(box.current, words, (id) => select.current(id));
    view.current = made;
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(box.current);
    return () => {
      sizes.disconnect();
      made.remove();
      view.current = null;
    };
  }, [words]);

  const camera_features = useMemo(() => camera_marks(cameras), [cameras]);
  const hit_features = useMemo(
    () => hit_marks(incidents, hit?.incident),
    [incidents, hit?.incident],
  );
  const line = useMemo(
    () => trail.map(({ camera: { site } }) => [site.longitude, site.latitude] as [number, number]),
    [trail],
  );
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new map is told again
  useEffect(() => {
    view.current?.show({ cameras: camera_features, hits: hit_features, trail: line });
  }, [camera_features, hit_features, line, words]);

  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the palette's colours stand in the page
  useEffect(() => view.current?.repaint(), [palette]);

  const longitude = hit?.camera.site.longitude;
  const latitude = hit?.camera.site.latitude;
  useEffect(() => {
    if (longitude !== undefined && latitude !== undefined)
      view.current?.follow(longitude, latitude);
  }, [longitude, latitude]);

  useKeys(
    {
      whole_province: (event) => {
        event.preventDefault();
        view.current?.show_province();
      },
    },
    box,
  );
  return <div ref={box} className={styles.map} />;
}

// The marks of the scene: live, or of a moment of the past.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Hit, Incident } from '../../api/generated';
import { incident_query } from '../../api/queries';
import type { Scene } from '../../parts/live_map/items';
import {
  type Awaited,
  awaited_marks,
  chosen_marks,
  hit_marks,
  type Marks,
  measured_marks,
  pursuit_marks,
  site_marks,
  trail_marks,
  way_marks,
} from '../../parts/map/marks';
import type { Point } from '../../parts/map/province';
import { short_time } from '../../text/format';

type Shown = {
  scene: Scene;
  chosen: { incident: string | undefined; camera: string | undefined };
  trail: readonly Hit[];
  measured: readonly Point[];
};

export function useMapMarks({ scene, chosen, trail, measured }: Shown): Marks {
  const { hits: shown, pursuits, expected, cameras, now } = scene;
  const sites = useMemo(
    () => site_marks(cameras, now, chosen.camera),
    [cameras, now, chosen.camera],
  );
  const hits = useMemo(() => {
    const marks = shown.map(({ hit, incident }) => ({
      id: hit.incident,
      priority: incident?.priority ?? hit.priority,
      site: hit.camera.site,
    }));
    return hit_marks(marks);
  }, [shown]);
  const ring = useMemo(
    () => chosen_marks(shown.find(({ hit }) => hit.incident === chosen.incident)?.hit.camera.site),
    [shown, chosen.incident],
  );
  const pursued = useMemo(
    () =>
      pursuit_marks(pursuits.map(({ pursuit: { id }, hit }) => ({ id, site: hit.camera.site }))),
    [pursuits],
  );
  const [awaited, ways] = useMemo(() => {
    const all: Awaited[] = expected.map(({ hit, next, rank }) => ({
      from: hit.camera.site,
      next,
      rank,
      when: `${short_time(next.earliest)} – ${short_time(next.latest)}`,
    }));
    return [awaited_marks(all), way_marks(all)];
  }, [expected]);
  const line = useMemo(() => trail_marks(trail), [trail]);
  const points = useMemo(() => measured_marks(measured), [measured]);
  return useMemo(
    () => ({
      sites,
      hits,
      chosen: ring,
      pursuits: pursued,
      awaited,
      ways,
      trail: line,
      measured: points,
    }),
    [sites, hits, ring, pursued, awaited, ways, line, points],
  );
}

const NO_TRAIL: readonly Hit[] = [];

// Where the chosen vehicle was seen, in the order of time; in the past only up to its moment.
export function useTrail(incident: Incident | undefined, until: number | null): readonly Hit[] {
  const asked = useQuery({
    ...incident_query(incident?.id ?? '', incident?.version ?? 0),
    enabled: incident !== undefined,
  });
  return useMemo(() => {
    const seen = (asked.data?.trail ?? NO_TRAIL).filter(
      ({ captured_at }) => until === null || Date.parse(captured_at) <= until,
    );
    return seen.toSorted((a, b) => a.captured_at.localeCompare(b.captured_at));
  }, [asked.data, until]);
}

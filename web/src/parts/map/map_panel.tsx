import { Tabs } from '@base-ui/react/tabs';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Hit, Incident } from '../../api/generated';
import { cameras_query, incident_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { KeysElsewhere, useKeys } from '../keys/use_keys';
import { HitPopup } from '../card/hit_popup';
import type { Act } from '../page/act';
import { Refusal } from '../shell/refusal';
import { can_draw } from './can_draw';
import styles from './map.module.css';
import { MapList } from './map_list';
import {
  at_of,
  chosen_marks,
  hit_marks,
  type Marks,
  next_of,
  NO_MARKS,
  site_marks,
  trail_marks,
} from './marks';
import type { Commands } from './province_map';

const ProvinceMap = lazy(() => import('./province_map'));
const NO_CAMERAS: [] = [];

type Props = {
  incidents: readonly Incident[];
  chosen: Incident | undefined;
  hit: Hit | undefined;
  onSelect: (incident: string) => void;
  work: { act: Act; judged: (now: Hit) => void };
  onOpen: () => void; // the card of the chosen hit
};

// The map that follows the hit, and the same things as a list for who cannot use a map.
export function MapPanel(props: Props) {
  const { incidents, chosen, onSelect } = props;
  const { t } = useLingui();
  const cameras = useQuery(cameras_query);
  const known = cameras.data ?? NO_CAMERAS;
  return (
    <Tabs.Root className={styles.panel} defaultValue={can_draw() ? 'map' : 'list'}>
      <Tabs.List className={styles.tabs} aria-label={t`Where`}>
        <Tabs.Tab className={styles.tab} value="map">
          <Trans>Map</Trans>
        </Tabs.Tab>
        <Tabs.Tab className={styles.tab} value="list">
          <Trans>As a list</Trans>
        </Tabs.Tab>
      </Tabs.List>
      {cameras.isError && <Refusal error={cameras.error} onRetry={() => cameras.refetch()} />}
      <Tabs.Panel className={styles.body} value="map" keepMounted>
        {can_draw() ? <FollowingMap {...props} /> : <NoMap />}
        <Legend />
      </Tabs.Panel>
      <Tabs.Panel className={styles.body} value="list">
        <MapList cameras={known} incidents={incidents} chosen={chosen?.id} onSelect={onSelect} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

// What is open, the cameras, and the way of the vehicle that is looked at.
function useMarks({ incidents, chosen, hit }: Pick<Props, 'incidents' | 'chosen' | 'hit'>): Marks {
  const cameras = useQuery(cameras_query).data ?? NO_CAMERAS;
  const asked = useQuery({
    ...incident_query(chosen?.id ?? '', chosen?.version ?? 0),
    enabled: chosen !== undefined,
  });
  const sites = useMemo(() => site_marks(cameras, server_now()), [cameras]);
  const hits = useMemo(() => {
    const marks = incidents.map(({ id, priority, last_hit }) => {
      return { id, priority, site: last_hit.camera.site };
    });
    return hit_marks(marks);
  }, [incidents]);
  const site = hit?.camera.site;
  const ring = useMemo(() => chosen_marks(site), [site]);
  const trail = useMemo(() => {
    const seen = asked.data?.trail ?? [];
    return trail_marks(seen.toSorted((a, b) => a.captured_at.localeCompare(b.captured_at)));
  }, [asked.data]);
  return useMemo(
    () => ({ ...NO_MARKS, sites, hits, chosen: ring, trail }),
    [sites, hits, ring, trail],
  );
}

function FollowingMap({ incidents, chosen, hit, onSelect, work, onOpen }: Props) {
  const [opened, set_opened] = useState<string | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const commands = useRef<Commands>(null);
  const close = () => {
    set_opened(null);
    commands.current?.focus();
  };
  useKeys(
    {
      whole_province: (event) => {
        event.preventDefault();
        commands.current?.show_province();
      },
      leave_popup: close,
    },
    region,
  );
  const marks = useMarks({ incidents, chosen, hit });
  const opens = hit !== undefined && hit.incident === opened;
  const popup = opens && {
    at: at_of(hit.camera.site),
    content: (
      <KeysElsewhere value={true}>
        <HitPopup hit={hit} act={work.act} onOpen={onOpen} onJudged={work.judged} onClose={close} />
      </KeysElsewhere>
    ),
  };
  return (
    <div ref={region} className={styles.frame}>
      <Suspense fallback={<div className={styles.map} />}>
        <ProvinceMap
          marks={marks}
          follows={hit && at_of(hit.camera.site)}
          popup={popup || undefined}
          heard={{
            onMark: (kind, ids) => {
              const id = kind === 'hits' ? next_of(ids, hit?.incident) : undefined;
              if (id === undefined) return;
              onSelect(id);
              set_opened(id);
            },
            onGround: () => set_opened(null),
            onView: () => undefined,
          }}
          commands={commands}
        />
      </Suspense>
    </div>
  );
}

function NoMap() {
  return (
    <p className={styles.nomap}>
      <Trans>
        This browser draws no maps (WebGL is off). Everything that would be on it stands in the
        list.
      </Trans>
    </p>
  );
}

function Legend() {
  return (
    <p className={styles.legend}>
      <span className={styles.dot} aria-hidden="true" />
      <Trans>camera; municipal areas are approximate</Trans>
    </p>
  );
}

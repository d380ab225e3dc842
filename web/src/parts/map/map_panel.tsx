import { Tabs } from '@base-ui/react/tabs';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import type { Hit, Incident } from '../../api/generated';
import { cameras_query, incident_query } from '../../api/queries';
import { Refusal } from '../shell/refusal';
import styles from './map.module.css';
import { MapList } from './map_list';

const ProvinceMap = lazy(() => import('./province_map'));
const NO_CAMERAS: [] = [];

type Props = {
  incidents: readonly Incident[];
  chosen: Incident | undefined;
  hit: Hit | undefined;
  onSelect: (incident: string) => void;
};

// The map that follows the hit, and the same things as a list for who cannot use a map.
export function MapPanel({ incidents, chosen, hit, onSelect }: Props) {
  const { t } = useLingui();
  const cameras = useQuery(cameras_query);
  const asked = useQuery({
    ...incident_query(chosen?.id ?? '', chosen?.version ?? 0),
    enabled: chosen !== undefined,
  });
  const trail = useMemo(
    () => (asked.data?.trail ?? []).toSorted((a, b) => a.captured_at.localeCompare(b.captured_at)),
    [asked.data],
  );
  const known = cameras.data ?? NO_CAMERAS;
  return (
    <Tabs.Root className={styles.panel} defaultValue="map">
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
        <Suspense fallback={<div className={styles.map} />}>
          <ProvinceMap
            cameras={known}
            incidents={incidents}
            hit={hit}
            trail={trail}
            onSelect={onSelect}
          />
        </Suspense>
        <Legend />
      </Tabs.Panel>
      <Tabs.Panel className={styles.body} value="list">
        <MapList cameras={known} incidents={incidents} chosen={chosen?.id} onSelect={onSelect} />
      </Tabs.Panel>
    </Tabs.Root>
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

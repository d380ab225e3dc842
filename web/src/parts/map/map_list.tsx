import { Plural, Trans } from '@lingui/react/macro';
import type { Camera, Incident } from '../../api/generated';
import { clock_time, full_time } from '../../text/format';
import { Plate } from '../signs/plate';
import { Priority } from '../signs/priority';
import { is_question } from '../signs/state';
import styles from './map.module.css';

const SHOWN = 200; // in a storm there are thousands, and the queue draws only what is in sight

type Props = {
  cameras: readonly Camera[];
  incidents: readonly Incident[];
  chosen: string | undefined;
  onSelect: (incident: string) => void;
};

// Everything the map shows, in words.
export function MapList({ cameras, incidents, chosen, onSelect }: Props) {
  return (
    <div className={styles.list}>
      <h3>
        <Plural
          value={incidents.length}
          _0="No hits on the map"
          one="# vehicle"
          other="# vehicles"
        />
      </h3>
      <ul>
        {incidents.slice(0, SHOWN).map((incident) => (
          <li key={incident.id}>
            <button
              type="button"
              className={styles.item}
              aria-pressed={incident.id === chosen}
              onClick={() => onSelect(incident.id)}
            >
              <Priority priority={incident.priority} unverified={is_question(incident.state)} />
              <Plate plate={incident.plate} country={incident.country} />
              <span className={styles.where}>
                {incident.last_hit.camera.site.road} · {incident.last_hit.camera.site.municipality}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {incidents.length > SHOWN && (
        <p className={styles.where}>
          <Trans>The {SHOWN} most urgent; all of them stand in the queue.</Trans>
        </p>
      )}
      {zones_of(cameras).map(([zone, members]) => (
        <section key={zone}>
          <h3>
            {zone}: <Plural value={members.length} one="# camera" other="# cameras" />
          </h3>
          <ul>
            {members.map((camera) => (
              <CameraLine key={camera.id} camera={camera} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function CameraLine({ camera }: { camera: Camera }) {
  const { site, last_read_at, reads: count } = camera;
  return (
    <li className={styles.camera}>
      <span>{camera.name}</span>
      <span className={styles.where}>
        {site.road} · {site.municipality || site.name}
      </span>
      <span className={styles.where}>
        {camera.disabled && <Trans>switched off</Trans>}
        {!camera.disabled && !last_read_at && <Trans>nothing received yet</Trans>}
        {!camera.disabled && last_read_at && (
          <span title={full_time(last_read_at)}>
            <Plural value={count} one="# read" other="# reads" />,{' '}
            <Trans>last {clock_time(last_read_at)}</Trans>
          </span>
        )}
      </span>
    </li>
  );
}

function zones_of(cameras: readonly Camera[]): [string, Camera[]][] {
  const zones = new Map<string, Camera[]>();
  for (const camera of cameras) {
    zones.set(camera.zone.name, [...(zones.get(camera.zone.name) ?? []), camera]);
  }
  return [...zones].toSorted(([a], [b]) => a.localeCompare(b));
}

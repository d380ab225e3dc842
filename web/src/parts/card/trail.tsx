import { SelectOrdinal, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Hit, Incident } from '../../api/generated';
import { incident_query } from '../../api/queries';
import { clock_time, full_time, span } from '../../text/format';
import styles from './hit_card.module.css';

type Props = { incident: Incident; shown: string; onShow: (hit: Hit) => void };

// Where the vehicle was seen before, newest first. Every sighting can be shown on the card.
export function Trail({ incident, shown, onShow }: Props) {
  const asked = useQuery(incident_query(incident.id, incident.version));
  const hits = (asked.data?.trail ?? [incident.last_hit]).toSorted((a, b) =>
    b.captured_at.localeCompare(a.captured_at),
  );
  const cameras = new Set(hits.map((hit) => hit.camera.id)).size;
  const length = span(Date.parse(incident.last_at) - Date.parse(incident.opened_at));
  if (hits.length < 2) return null;
  return (
    <section className={styles.trail} aria-labelledby="trail">
      <h3 id="trail">
        <SelectOrdinal
          value={cameras}
          one="#st camera"
          two="#nd camera"
          few="#rd camera"
          other="#th camera"
        />
        , {length}
      </h3>
      <ol>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button
              type="button"
              className={styles.sighting}
              aria-pressed={hit.id === shown}
              onClick={() => onShow(hit)}
            >
              <time dateTime={hit.captured_at} title={full_time(hit.captured_at)}>
                {clock_time(hit.captured_at)}
              </time>
              <span>
                {hit.camera.site.road} · {hit.camera.site.municipality || hit.camera.site.name}
              </span>
              <span className={styles.muted}>{hit.list.title || hit.list.name}</span>
            </button>
          </li>
        ))}
      </ol>
      {asked.isError && (
        <p className={styles.note} role="alert">
          <Trans>Earlier sightings could not be fetched.</Trans>
        </p>
      )}
    </section>
  );
}

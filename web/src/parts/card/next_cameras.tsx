import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Hit, NextCamera } from '../../api/generated';
import { next_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { clock_time, percent, short_time } from '../../text/format';
import { useNow } from '../signs/age';
import styles from './hit_card.module.css';

const FRESH_MS = 60 * 60_000; // an older position says nothing of where it is going

// Somebody still has to act, and it is fresh enough to say where it goes.
export const is_awaited = (hit: Hit) =>
  hit.open && !hit.late && server_now() - Date.parse(hit.captured_at) < FRESH_MS;

// Where a unit may wait for it: the likeliest cameras, each with when it should pass there.
export function NextCameras({ hit }: { hit: Hit }) {
  const is_of_use = is_awaited(hit);
  const asked = useQuery({ ...next_query(hit.id), enabled: is_of_use });
  if (!is_of_use || !asked.data?.length) return null;
  return (
    <section className={styles.next} aria-labelledby="next">
      <h3 id="next">
        <Trans>Likely next</Trans>
      </h3>
      <ol>
        {asked.data.map((next) => (
          <li key={next.camera.id}>
            <span>
              {next.camera.site.road} · {next.camera.site.municipality || next.camera.site.name}
            </span>
            <span className={styles.muted}>{percent(next.probability)}</span>
            <Awaited next={next} />
          </li>
        ))}
      </ol>
    </section>
  );
}

// "14:02 – 14:05", which is when nine in ten come.
function Awaited({ next }: { next: NextCamera }) {
  useNow();
  const [from, until] = [short_time(next.earliest), short_time(next.latest)];
  const is_due = Date.parse(next.earliest) <= server_now();
  return (
    <time dateTime={next.likely} title={clock_time(next.likely)} data-due={is_due}>
      {is_due ? <Trans>now, until {until}</Trans> : `${from} – ${until}`}
    </time>
  );
}

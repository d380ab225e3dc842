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
export const is_awaited = (hit: Hit) => hit.open && !hit.late && is_fresh(hit.captured_at);

const is_fresh = (at: string) => server_now() - Date.parse(at) < FRESH_MS;

// Where a unit may wait for the vehicle of an open hit.
export function NextCameras({ hit }: { hit: Hit }) {
  const likely = useLikelyNext(hit.open && !hit.late ? hit : undefined);
  if (likely.length === 0) return null;
  return (
    <section className={styles.next} aria-labelledby="next">
      <h3 id="next">
        <Trans>Likely next</Trans>
      </h3>
      <LikelyNext likely={likely} />
    </section>
  );
}

// The likeliest cameras after that one; none when it is long ago.
export function useLikelyNext(
  seen: { id: string; captured_at: string } | undefined,
): readonly NextCamera[] {
  const is_of_use = seen !== undefined && is_fresh(seen.captured_at);
  const asked = useQuery({ ...next_query(seen?.id ?? ''), enabled: is_of_use });
  return (is_of_use && asked.data) || [];
}

// Each with when it should pass there.
export function LikelyNext({ likely }: { likely: readonly NextCamera[] }) {
  return (
    <ol className={styles.likely}>
      {likely.map((next) => (
        <li key={next.camera.id}>
          <span>
            {next.camera.site.road} · {next.camera.site.municipality || next.camera.site.name}
          </span>
          <span className={styles.muted}>{percent(next.probability)}</span>
          <Awaited next={next} />
        </li>
      ))}
    </ol>
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

import { Trans, useLingui } from '@lingui/react/macro';
import type { CameraActivity } from '../../api/generated';
import { short_time, whole } from '../../text/format';
import page from '../page/page.module.css';
import styles from './cameras.module.css';
import { type Hour, last_hours, most_of } from './hours';

// A bar an hour; the mark across is the same hour of last week. The table behind says the same.
export function HourBars({ activity, now }: { activity: CameraActivity; now: number }) {
  const hours = last_hours(activity, now);
  const most = most_of(hours);
  const has_any = hours.some(({ reads, week_before }) => (reads ?? 0) + (week_before ?? 0) > 0);
  const knows_week = hours.some(({ week_before }) => week_before !== null);
  return (
    <>
      <div className={styles.chart} aria-hidden="true">
        <span className={styles.most}>{has_any ? whole(most) : ''}</span>
        <div className={styles.hours}>
          {hours.map((hour) => (
            <Bar key={hour.from} hour={hour} most={most} />
          ))}
        </div>
      </div>
      <p className={page.muted}>
        {knows_week ? (
          <Trans>The mark is the same hour of last week. An hour without a bar gave no read.</Trans>
        ) : (
          <Trans>Last week is not known yet: the server counts since it was started.</Trans>
        )}
      </p>
      <HourTable hours={hours} />
    </>
  );
}

const height = (count: number, most: number) => `${Math.max(2, (count / most) * 100)}%`;

function Bar({ hour, most }: { hour: Hour; most: number }) {
  const { from, reads, week_before } = hour;
  const shows_name = new Date(from).getHours() % 6 === 0;
  return (
    <div className={styles.hour} title={`${short_time(from)}: ${reads ?? '?'}`}>
      <div className={styles.space} data-unknown={reads === null}>
        {reads !== null && reads > 0 && (
          <div className={styles.bar} style={{ height: height(reads, most) }} />
        )}
        {week_before !== null && (
          <div className={styles.before} style={{ bottom: height(week_before, most) }} />
        )}
      </div>
      <span>{shows_name ? short_time(from) : ''}</span>
    </div>
  );
}

function HourTable({ hours }: { hours: readonly Hour[] }) {
  const { t } = useLingui();
  const told = (count: number | null) => (count === null ? t`not known` : whole(count));
  return (
    <details>
      <summary>
        <Trans>As a table</Trans>
      </summary>
      <table className={styles.hourTable}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Hour from</Trans>
            </th>
            <th scope="col">
              <Trans>Reads</Trans>
            </th>
            <th scope="col">
              <Trans>A week before</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {hours.toReversed().map((hour) => (
            <tr key={hour.from}>
              <td>{short_time(hour.from)}</td>
              <td>{told(hour.reads)}</td>
              <td>{told(hour.week_before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

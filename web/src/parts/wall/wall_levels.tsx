import { Trans, useLingui } from '@lingui/react/macro';
import type { Incident } from '../../api/generated';
import { whole } from '../../text/format';
import { Priority } from '../signs/priority';
import styles from './wall.module.css';
import { count_levels, count_review } from './wall_counts';

// How many wait of each class, and how many of them nobody has taken.
export function WallLevels({ incidents }: { incidents: readonly Incident[] }) {
  const { t } = useLingui();
  const review = whole(count_review(incidents));
  return (
    <section className={styles.levels} aria-label={t`Open hits by class`}>
      <table>
        <thead>
          <tr>
            <th scope="col" className={styles.of}>
              <Trans>class</Trans>
            </th>
            <th scope="col">
              <Trans>open</Trans>
            </th>
            <th scope="col">
              <Trans>unclaimed</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {count_levels(incidents).map(({ level, open, unclaimed }) => (
            <tr key={level} data-level={level} data-none={open === 0}>
              <th scope="row">
                <Priority priority={level} unverified={unclaimed > 0} />
              </th>
              <td>{whole(open)}</td>
              <td data-waits={unclaimed > 0}>{whole(unclaimed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.review}>
        <Trans>To look through when there is time: {review}</Trans>
      </p>
    </section>
  );
}

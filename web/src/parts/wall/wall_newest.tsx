import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Incident } from '../../api/generated';
import { Age } from '../signs/age';
import { Priority } from '../signs/priority';
import { FollowUpName, is_question, StateName } from '../signs/state';
import styles from './wall.module.css';
import { newest } from './wall_counts';

const SHOWN = 6;

// What came last: why, where, how long ago and who has it. A wall is seen by everybody who passes,
// so no plate and no reason in free words stands on it.
export function WallNewest({ incidents }: { incidents: readonly Incident[] }) {
  const shown = newest(incidents, SHOWN);
  return (
    <section className={styles.newest} aria-labelledby="newest">
      <h2 id="newest">
        <Trans>Newest vehicles</Trans>
      </h2>
      {shown.length === 0 ? (
        <p className={styles.none}>
          <Trans>No hits yet.</Trans>
        </p>
      ) : (
        <ol>
          {shown.map((incident) => (
            <Row key={incident.id} incident={incident} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Row({ incident }: { incident: Incident }) {
  const { list, camera } = incident.last_hit;
  const { road, municipality, name } = camera.site;
  return (
    <li data-open={incident.open}>
      <Priority priority={incident.priority} unverified={is_question(incident.state)} />
      <div className={styles.why}>
        <strong>{list.title || list.name}</strong>
        <span>
          {road} · {municipality || name}
        </span>
      </div>
      <div className={styles.standing}>
        <span className={styles.number}>
          <Age at={incident.last_at} />
        </span>
        <span className={styles.state}>
          <Standing incident={incident} />
        </span>
      </div>
    </li>
  );
}

function Standing({ incident }: { incident: Incident }): ReactNode {
  const { state, claim, follow_up, open } = incident;
  const whose = claim?.by.name;
  if (open && is_question(state)) {
    if (whose === undefined) return <Trans>nobody has it</Trans>;
    return <Trans>with {whose}</Trans>;
  }
  const what = follow_up ? <FollowUpName follow_up={follow_up} /> : <StateName state={state} />;
  if (open && whose !== undefined) {
    return (
      <>
        {what} · {whose}
      </>
    );
  }
  return what;
}

import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { memo } from 'react';
import { lateness } from '../../api/behind';
import type { Incident } from '../../api/generated';
import { percent, span } from '../../text/format';
import { Age } from '../signs/age';
import { KindName } from '../signs/kind';
import { Plate } from '../signs/plate';
import { Priority } from '../signs/priority';
import { Owner } from '../signs/owner';
import { FollowUpName, is_question, StateName } from '../signs/state';
import styles from './queue.module.css';

type Props = { incident: Incident; picked: boolean };

// One vehicle: its class, its plate, why it is wanted, where it was last seen and how long ago. Of a
// list that is scrolled only the rows that come into sight are drawn.
export const QueueRow = memo(function QueueRow({ incident, picked }: Props) {
  useLingui();
  const hit = incident.last_hit;
  const late_ms = lateness(hit);
  const unverified = is_question(incident.state);
  const trail = span(Date.parse(incident.last_at) - Date.parse(incident.opened_at));
  return (
    <div className={styles.row} data-state={incident.state}>
      <Priority priority={incident.priority} unverified={unverified} />
      <div className={styles.facts}>
        <div className={styles.line}>
          <Plate plate={incident.plate} country={incident.country} />
          <span className={styles.age}>
            <Age at={incident.last_at} />
          </span>
        </div>
        <div className={styles.list}>{hit.list.title || hit.list.name}</div>
        <div className={styles.place}>
          <span className={styles.site}>
            {hit.camera.site.road} · {hit.camera.site.municipality || hit.camera.site.name}
          </span>
          {incident.hits > 1 && (
            <span className={styles.trail}>
              <Plural value={incident.hits} one="# hit" other="# hits" />, {trail}
            </span>
          )}
          {hit.kind !== 'exact' && (
            <span className={styles.kind}>
              <KindName kind={hit.kind} /> {percent(hit.probability)}
            </span>
          )}
          {late_ms !== null && (
            <span className={styles.late}>
              <Trans>late {span(late_ms)}</Trans>
            </span>
          )}
          {picked && (
            <span className={styles.owner}>
              <Trans>marked</Trans>
            </span>
          )}
          <Standing incident={incident} />
        </div>
      </div>
    </div>
  );
});

// Who has it, or that it has called; what has become of it.
function Standing({ incident }: { incident: Incident }) {
  const { state, claim, escalated_at, open, follow_up } = incident;
  return (
    <>
      {open && claim && (
        <span className={styles.owner}>
          <Owner claim={claim} />
        </span>
      )}
      {state === 'candidate' && escalated_at && (
        <span className={styles.late}>
          <Trans>unclaimed</Trans>
        </span>
      )}
      {!is_question(state) && (
        <span className={styles.trail}>
          {follow_up ? <FollowUpName follow_up={follow_up} /> : <StateName state={state} />}
        </span>
      )}
    </>
  );
}

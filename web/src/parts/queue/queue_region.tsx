import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type Desk, queue_of } from '../../api/desk';
import type { Incident } from '../../api/generated';
import { cameras_query } from '../../api/queries';
import { KeyCap } from '../keys/key_cap';
import { aria_keys } from '../keys/current_keys';
import { whole } from '../../text/format';
import { SuspendedStrip } from '../lists/suspended_strip';
import { Refusal } from '../shell/refusal';
import { Icon } from '../signs/icon';
import { BulkBar, may_pick } from './bulk_bar';
import { Queue } from './queue';
import styles from './queue_region.module.css';

export type QueueName = 'alarms' | 'review';

type Props = {
  desk: UseQueryResult<Desk>;
  queue: QueueName;
  shown: Desk;
  live: Desk;
  is_paused: boolean;
  selected: string | undefined;
  onSelect: (incident: string) => void;
  onOpen: () => void;
  onEnlarge: () => void;
  onPause: () => void;
  onQueue: (queue: QueueName) => void;
};

export function QueueRegion(props: Props) {
  const { desk, shown, live, is_paused, queue } = props;
  const picks = usePicks(live);
  const incidents = useMemo(() => queue_of(shown, queue), [shown, queue]);
  const count = Object.keys(incidents).length;
  const unseen = Object.keys(queue_of(live, queue)).length - count;
  return (
    <>
      <Queues desk={shown} queue={queue} onQueue={props.onQueue} />
      <SuspendedStrip />
      <header className={styles.head}>
        <h2>
          <Plural value={count} _0="No vehicles" one="# vehicle" other="# vehicles" />
        </h2>
        <button
          type="button"
          className={styles.pause}
          data-paused={is_paused}
          aria-keyshortcuts={aria_keys('pause')}
          onClick={props.onPause}
        >
          <Icon name={is_paused ? 'play' : 'pause'} />
          {is_paused ? <Trans>Resume</Trans> : <Trans>Pause</Trans>}
          <KeyCap id="pause" />
        </button>
      </header>
      {is_paused && (
        <p className={styles.paused}>
          <Trans>Paused: the list stands still.</Trans>{' '}
          <Plural
            value={unseen}
            _0="Nothing new since."
            one="# new vehicle since."
            other="# new vehicles since."
          />
        </p>
      )}
      {queue === 'review' && (
        <p className={styles.note}>
          <Trans>Likely misreads, to look through when there is time. Nothing here rings.</Trans>
        </p>
      )}
      {desk.data === undefined && <Waiting desk={desk} />}
      {desk.data !== undefined && count === 0 && <Nothing queue={queue} />}
      {count > 0 && (
        <Queue
          key={queue}
          incidents={incidents}
          selected={props.selected}
          picked={picks.ids}
          paused={is_paused}
          onPick={picks.toggle}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          onEnlarge={props.onEnlarge}
          onPause={props.onPause}
        />
      )}
      <BulkBar picked={picks.incidents} onDone={picks.clear} />
    </>
  );
}

type Picks = {
  ids: ReadonlySet<string>;
  incidents: Incident[];
  toggle: (incident: string) => void;
  clear: () => void;
};

// The vehicles marked to be rejected together; what somebody judges meanwhile is marked no more.
function usePicks(live: Desk): Picks {
  const [picked, set_picked] = useState<ReadonlySet<string>>(new Set());
  const of = (id: string) => live.incidents[id];
  const incidents = [...picked].flatMap((id) => {
    const incident = of(id);
    return incident && may_pick(incident) ? [incident] : [];
  });
  const toggle = (id: string) => {
    const incident = of(id);
    if (!incident || !may_pick(incident)) return;
    set_picked(new Set(picked.has(id) ? [...picked].filter((one) => one !== id) : [...picked, id]));
  };
  const ids = new Set(incidents.map(({ id }) => id));
  return { ids, incidents, toggle, clear: () => set_picked(new Set()) };
}

const PATIENCE_MS = 300; // nothing pretends to be slow for less

function Waiting({ desk }: { desk: UseQueryResult<Desk> }) {
  const { t } = useLingui();
  const [is_long, set_long] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => set_long(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (desk.isError) return <Refusal error={desk.error} onRetry={() => void desk.refetch()} />;
  if (!is_long) return null;
  return (
    <div role="status" aria-label={t`Fetching the hits`}>
      {[1, 2, 3, 4, 5].map((row) => (
        <div key={row} className={styles.skeleton} />
      ))}
    </div>
  );
}

type QueuesProps = { desk: Desk; queue: QueueName; onQueue: (queue: QueueName) => void };

const still_open = (desk: Desk, queue: QueueName) =>
  Object.values(queue_of(desk, queue)).filter(({ open }) => open).length;

// What rings, and what never does, each with what is still to be judged.
function Queues({ desk, queue, onQueue }: QueuesProps) {
  const { t } = useLingui();
  const names = { alarms: t`Alarms`, review: t`Review` };
  return (
    <div className={styles.queues} role="group" aria-label={t`Queues`}>
      {(['alarms', 'review'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === queue}
          onClick={() => onQueue(name)}
        >
          {names[name]} <span className={styles.count}>{whole(still_open(desk, name))}</span>
        </button>
      ))}
    </div>
  );
}

function Nothing({ queue }: { queue: QueueName }) {
  if (queue === 'review') {
    return (
      <div className={styles.nothing}>
        <p className={styles.first}>
          <Trans>Nothing to review</Trans>
        </p>
      </div>
    );
  }
  return <NoAlarms />;
}

function NoAlarms() {
  const cameras = useQuery(cameras_query);
  const count = cameras.data?.length ?? 0;
  return (
    <div className={styles.nothing}>
      <p className={styles.first}>
        <Trans>No hits</Trans>
      </p>
      <p>
        <Plural
          value={count}
          _0="No camera is known yet, so nothing can be hit."
          one="# camera is known. A hit appears here by itself."
          other="# cameras are known. A hit appears here by itself."
        />
      </p>
    </div>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { batches_query, open_in } from '../../api/batch_queries';
import { type Desk, incident_of, type Place, queue_of, type QueueName } from '../../api/desk';
import type { Incident } from '../../api/generated';
import { cameras_query } from '../../api/queries';
import { KeyCap } from '../keys/key_cap';
import { aria_keys } from '../keys/current_keys';
import { whole } from '../../text/format';
import { SuspendedStrip } from '../lists/suspended_strip';
import { Refusal } from '../shell/refusal';
import { Icon } from '../signs/icon';
import { BulkBar, may_pick } from './bulk_bar';
import { DailyDays, NoBatch } from './daily';
import { Queue } from './queue';
import styles from './queue_region.module.css';

type Props = {
  desk: UseQueryResult<Desk>;
  place: Place;
  shown: Desk;
  live: Desk;
  is_paused: boolean;
  selected: string | undefined;
  onSelect: (incident: string) => void;
  onOpen: () => void;
  onEnlarge: () => void;
  onPause: () => void;
  onPlace: (place: Place) => void;
};

export function QueueRegion(props: Props) {
  const { desk, shown, live, is_paused, place, onPlace } = props;
  const { queue } = place;
  const picks = usePicks(live);
  const incidents = useMemo(() => queue_of(shown, place), [shown, place]);
  const count = useMemo(() => Object.keys(incidents).length, [incidents]);
  const unseen = is_paused ? Object.keys(queue_of(live, place)).length - count : 0;
  return (
    <>
      <Queues desk={shown} queue={queue} onPlace={onPlace} />
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
      {queue === 'daily' && <DailyDays day={place.day} onDay={(day) => onPlace({ queue, day })} />}
      {desk.data === undefined && <Waiting desk={desk} />}
      {desk.data !== undefined && count === 0 && <Nothing place={place} />}
      {count > 0 && (
        <Queue
          key={`${queue} ${place.day}`}
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
  const of = (id: string) => incident_of(live, id);
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

type QueuesProps = { desk: Desk; queue: QueueName; onPlace: (place: Place) => void };

const still_open = ({ incidents }: Desk, is_quiet: boolean) =>
  Object.values(incidents).filter(({ open, quiet }) => open && quiet === is_quiet).length;

// What rings, and what never does, each with what is still to be judged.
function Queues({ desk, queue, onPlace }: QueuesProps) {
  const { t } = useLingui();
  const batches = useQuery(batches_query).data;
  const names = { alarms: t`Alarms`, review: t`Review`, daily: t`Daily` };
  const alarms = useMemo(() => still_open(desk, false), [desk]);
  const review = useMemo(() => still_open(desk, true), [desk]);
  const counts = {
    alarms,
    review,
    daily: batches && open_in(batches),
  };
  return (
    <div className={styles.queues} role="group" aria-label={t`Queues`}>
      {(['alarms', 'review', 'daily'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === queue}
          onClick={() => onPlace({ queue: name, day: undefined })}
        >
          {names[name]}{' '}
          <span className={styles.count}>
            {counts[name] === undefined ? '–' : whole(counts[name])}
          </span>
        </button>
      ))}
    </div>
  );
}

function Nothing({ place }: { place: Place }) {
  if (place.queue !== 'alarms') {
    return (
      <div className={styles.nothing}>
        <p className={styles.first}>
          {place.queue === 'daily' ? <NoBatch day={place.day} /> : <Trans>Nothing to review</Trans>}
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

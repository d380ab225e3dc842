import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { batch_changed, batch_query, batches_query, first_day } from '../../api/batch_queries';
import type { Desk } from '../../api/desk';
import { add_batch } from '../../api/desk_feed';
import type { Batch, Incident } from '../../api/generated';
import { short_time, week_day, whole } from '../../text/format';
import { Refusal } from '../shell/refusal';
import styles from './daily.module.css';
import region from './queue_region.module.css';

// The day on the desk, its vehicles put among those that the stream keeps current.
export function useBatch(is_shown: boolean, wanted: string | undefined, desk: Desk) {
  const { data: batches, dataUpdatedAt: told_at } = useQuery(batches_query);
  const day = is_shown ? (wanted ?? first_day(batches ?? [])) : undefined;
  const batch = batches?.find((one) => one.day === day);
  const { data } = useQuery(batch_query(batch));
  const differs = batch !== undefined && data !== undefined && open_of(desk, data) !== batch.open;
  useEffect(() => {
    if (differs) batch_changed(batch);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each answer of the server
  }, [told_at]);
  useEffect(() => {
    if (data?.some(({ id, version }) => (desk.batched[id]?.version ?? 0) < version))
      add_batch(data);
  }, [data, desk.batched]);
  return day;
}

// Of the vehicles that were asked for, those that wait for somebody by now.
const open_of = ({ batched }: Desk, asked: readonly Incident[]) =>
  asked.filter(({ id, open }) => batched[id]?.open ?? open).length;

type Props = { day: string | undefined; onDay: (day: string) => void };

// What this queue is, and its days.
export function DailyDays({ day, onDay }: Props) {
  const { t } = useLingui();
  const batches = useQuery(batches_query);
  const fetched = useQuery(batch_query(batches.data?.find((batch) => batch.day === day)));
  const failed = batches.error ?? fetched.error;
  return (
    <>
      <p className={region.note}>
        <Trans>
          Vehicles without insurance or inspection, for the zone where the holder lives. Nothing
          here rings.
        </Trans>
      </p>
      <div className={styles.days} role="group" aria-label={t`Days`}>
        {batches.data?.map((batch) => (
          <Day key={batch.day} batch={batch} is_shown={batch.day === day} onDay={onDay} />
        ))}
      </div>
      {failed && (
        <Refusal
          error={failed}
          onRetry={() => void Promise.all([batches.refetch(), fetched.refetch()])}
        />
      )}
    </>
  );
}

type DayProps = { batch: Batch; is_shown: boolean; onDay: (day: string) => void };

function Day({ batch, is_shown, onDay }: DayProps) {
  const { day, open, vehicles, ready, ready_at } = batch;
  const done = whole(vehicles - open);
  const all = whole(vehicles);
  if (!ready) {
    return (
      <p className={styles.running}>
        <strong>
          <Plural value={vehicles} one="# vehicle today" other="# vehicles today" />
        </strong>
        <Trans>from {short_time(ready_at)}</Trans>
      </p>
    );
  }
  return (
    <button type="button" aria-pressed={is_shown} onClick={() => onDay(day)}>
      <strong>{week_day(day)}</strong>
      <span data-done={open === 0}>
        {open === 0 ? (
          <Plural value={vehicles} one="# done" other="all # done" />
        ) : (
          <Trans>
            {done} of {all} done
          </Trans>
        )}
      </span>
    </button>
  );
}

export function NoBatch({ day }: { day: string | undefined }) {
  return day === undefined ? (
    <Trans>No batch waits for your zone. The next one is made at midnight.</Trans>
  ) : (
    <Trans>No vehicles in this batch</Trans>
  );
}

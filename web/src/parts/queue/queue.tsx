import { useLingui } from '@lingui/react/macro';
import { type RefObject, useEffect, useRef } from 'react';
import type { Desk } from '../../api/desk';
import type { Incident } from '../../api/generated';
import { useKeys } from '../keys/use_keys';
import { NewRows } from '../page/new_rows';
import { useHand } from '../page/use_held_order';
import { useRowsInSight } from '../page/use_rows_in_sight';
import styles from './queue.module.css';
import { QueueOption } from './queue_option';
import { useStillRows } from './use_still_rows';

const ROW_PX = 88; // a guess until a row is measured

export type QueueActs = {
  onSelect: (incident: string) => void;
  onOpen: () => void;
  onEnlarge: () => void;
  onPause: () => void;
  onPick: (incident: string) => void;
};

type Props = QueueActs & {
  incidents: Desk['incidents'];
  selected: string | undefined;
  picked: ReadonlySet<string>;
  paused: boolean;
};

const name = ({ id }: Incident) => id;

const does = (act: () => void) => (event: KeyboardEvent) => {
  event.preventDefault();
  act();
};

export function Queue({ incidents, selected, picked, paused, ...acts }: Props) {
  const { t } = useLingui();
  const hand = useHand();
  const still = useStillRows(incidents, paused || hand.is_there);
  const rows = still.incidents;
  const box = useRef<HTMLDivElement>(null);
  const virtual = useRowsInSight({ rows, name, guess: ROW_PX, box });
  const at = rows.findIndex(({ id }) => id === selected);
  const go = (wanted: number) => {
    const index = Math.min(rows.length - 1, Math.max(0, wanted));
    if (rows[index]) acts.onSelect(rows[index].id);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  useQueueKeys(box, { ...acts, go, at, last: rows.length - 1, selected });
  useRevealOnce(at, virtual.scrollToIndex);

  return (
    <div className={styles.queue} {...hand.of_pointer}>
      <div className={styles.waiting}>
        <NewRows waiting={still.waiting} onRelease={still.release} />
      </div>
      <div
        ref={box}
        className={styles.box}
        role="listbox"
        tabIndex={0}
        aria-label={t`Vehicles with hits`}
        aria-activedescendant={at >= 0 ? `row-${selected}` : undefined}
        {...hand.of_focus}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const incident = rows[item.index];
            return incident ? (
              <QueueOption
                key={item.key}
                item={item}
                incident={incident}
                count={rows.length}
                selected={incident.id === selected}
                picked={picked.has(incident.id)}
                measure={virtual.measureElement}
                onSelect={acts.onSelect}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

type Moves = QueueActs & {
  go: (wanted: number) => void;
  at: number;
  last: number;
  selected: string | undefined;
};

function useQueueKeys(box: RefObject<HTMLElement | null>, moves: Moves): void {
  const { go, at, last, selected } = moves;
  useKeys(
    {
      next_row: does(() => go(at + 1)),
      previous_row: does(() => go(at - 1)),
      first_row: does(() => go(0)),
      last_row: does(() => go(last)),
      open: does(moves.onOpen),
      pause: does(moves.onPause),
      pick: does(() => selected && moves.onPick(selected)),
      enlarge: does(moves.onEnlarge),
    },
    box,
  );
}

// A link to a vehicle far down the list shows its row, once.
function useRevealOnce(at: number, reveal: (index: number) => void): void {
  const is_done = useRef(false);
  useEffect(() => {
    if (is_done.current || at < 0) return;
    is_done.current = true;
    reveal(at);
  }, [at, reveal]);
}

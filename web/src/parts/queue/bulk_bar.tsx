import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Incident, RejectReason as RejectReasonName } from '../../api/generated';
import { reject_together } from '../../api/hit_steps';
import { RejectReason, REASONS } from '../card/reject_reason';
import { ActFailure, useAct } from '../page/act';
import styles from './queue_region.module.css';

const FIRST_OF_BULK = 3; // what leads to a stop is looked at one by one

export const may_pick = ({ open, state, priority }: Incident) =>
  open && priority >= FIRST_OF_BULK && state !== 'validated';

type Props = { picked: readonly Incident[]; onDone: () => void };

// Several vehicles rejected for one reason. Nothing is ever validated together.
export function BulkBar({ picked, onDone }: Props) {
  const act = useAct();
  const [left, set_left] = useState(0);
  if (picked.length === 0 && left === 0) return null;
  const reject = (reason: RejectReasonName) =>
    act.run(async () => {
      const hits = picked.map(({ last_hit }) => last_hit);
      set_left((await reject_together(hits, reason)).length);
      onDone();
    });
  return (
    <div className={styles.bulk} role="group" aria-labelledby="bulk">
      <p id="bulk" role="status">
        {picked.length > 0 ? (
          <Plural
            value={picked.length}
            one="# vehicle marked. Reject it as:"
            other="# vehicles marked. Reject them as:"
          />
        ) : (
          <Plural
            value={left}
            one="# was left as it is: somebody else was first."
            other="# were left as they are: somebody else was first."
          />
        )}
      </p>
      {picked.length > 0 &&
        REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            className="button"
            disabled={act.is_busy}
            onClick={() => void reject(reason)}
          >
            <RejectReason reason={reason} />
          </button>
        ))}
      <button
        type="button"
        className="button"
        onClick={() => {
          set_left(0);
          onDone();
        }}
      >
        <Trans>Unmark</Trans>
      </button>
      <ActFailure of={act} />
    </div>
  );
}

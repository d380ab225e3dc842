import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Entry, PastEntry } from '../../api/generated';
import { entry_past_query } from '../../api/list_queries';
import { day_time } from '../../text/format';
import { Asked } from '../page/asked';
import page from '../page/page.module.css';
import { FieldChanges } from '../revisions/field_changes';
import { HowEnded } from '../revisions/how_ended';
import styles from './entries.module.css';

// What an entry was before, the newest first, each state beside the one that came behind it.
export function EntryPast({ list, entry }: { list: string; entry: Entry }) {
  const asked = useQuery(entry_past_query(list, entry.id));
  return (
    <Asked of={asked}>
      {(past) =>
        past.length === 0 ? (
          <p className={page.muted}>
            <Trans>It was never changed.</Trans>
          </p>
        ) : (
          <ol className={styles.past}>
            {past.map((state, at) => (
              <State
                key={`${state.revision} ${state.ended_at}`}
                state={state}
                next={past[at - 1]?.entry ?? entry}
              />
            ))}
          </ol>
        )
      }
    </Asked>
  );
}

function State({ state, next }: { state: PastEntry; next: Entry }) {
  const at = day_time(state.ended_at);
  const { revision } = state;
  return (
    <li>
      <p className={page.muted}>
        <HowEnded how={state.how} /> · {at} · <Trans>revision {revision}</Trans>
      </p>
      {state.how === 'replaced' && <FieldChanges before={state.entry} now={next} />}
    </li>
  );
}

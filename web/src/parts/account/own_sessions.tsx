import { Trans } from '@lingui/react/macro';
import { account_changed } from '../../api/account_queries';
import { done } from '../../api/failure';
import { endSession, type OwnSession } from '../../api/generated';
import { day_time } from '../../text/format';
import { ActFailure, useAct } from '../page/act';
import styles from './account.module.css';

// Where the account is open, and the way to close it there.
export function OwnSessions({ sessions }: { sessions: OwnSession[] }) {
  const act = useAct();
  const end = (id: string) =>
    act.run(async () => {
      await done(endSession({ path: { id } }));
      await account_changed();
    });
  return (
    <>
      <ActFailure of={act} />
      <ul className={styles.sessions}>
        {sessions.map(({ id, address, last_used_at, is_this }) => (
          <li key={id}>
            <code>{address}</code>
            <time dateTime={last_used_at}>{day_time(last_used_at)}</time>
            {is_this ? (
              <span>
                <Trans>This one</Trans>
              </span>
            ) : (
              <button
                type="button"
                className="button"
                disabled={act.is_busy}
                onClick={() => void end(id)}
              >
                <Trans>End it</Trans>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

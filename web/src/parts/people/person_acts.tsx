import { Trans } from '@lingui/react/macro';
import { done } from '../../api/failure';
import { resetSecondFactor, type User } from '../../api/generated';
import { change_person } from '../../api/people_queries';
import { Confirm } from '../page/confirm';
import page from '../page/page.module.css';
import { drawn_password } from './drawn_password';

type Props = { user: User; is_own: boolean; onPassword: (password: string) => void };

// What is done to how somebody signs in. Its own is done under one's own account.
export function PersonActs({ user, is_own, onPassword }: Props) {
  if (is_own) {
    return (
      <p className={page.muted}>
        <Trans>
          This is you: your password and second factor are under your name at the top right, and
          another administrator disables you.
        </Trans>
      </p>
    );
  }
  return (
    <div className={page.actions}>
      <NewPassword user={user} onPassword={onPassword} />
      <ResetSecondFactor user={user} />
      {user.disabled ? <Enable user={user} /> : <Disable user={user} />}
    </div>
  );
}

function NewPassword({ user, onPassword }: Omit<Props, 'is_own'>) {
  return (
    <Confirm
      button={<Trans>New first password</Trans>}
      title={<Trans>Draw a new first password</Trans>}
      verb={<Trans>Draw it</Trans>}
      act={async () => {
        const password = drawn_password();
        await change_person(user, { password });
        onPassword(password);
      }}
    >
      <p>
        <Trans>
          The old one is good no more, and every session of this account ends at once. Tokens of its
          programs go on.
        </Trans>
      </p>
    </Confirm>
  );
}

function ResetSecondFactor({ user }: { user: User }) {
  return (
    <Confirm
      button={<Trans>Reset the second factor</Trans>}
      title={<Trans>Leave this account without its second factor</Trans>}
      verb={<Trans>Reset it</Trans>}
      act={() => done(resetSecondFactor({ path: { id: user.id } }))}
    >
      <p>
        <Trans>
          For who has lost both the app and the recovery codes. Be sure who asks: from now on the
          password alone signs in.
        </Trans>
      </p>
    </Confirm>
  );
}

function Disable({ user }: { user: User }) {
  return (
    <Confirm
      button={<Trans>Disable</Trans>}
      title={<Trans>Disable this account</Trans>}
      verb={<Trans>Disable</Trans>}
      act={() => change_person(user, { disabled: true })}
    >
      <p>
        <Trans>
          It is out at once: its sessions and tokens end for good, and it signs in no more. What it
          did stays in the ledger.
        </Trans>
      </p>
    </Confirm>
  );
}

function Enable({ user }: { user: User }) {
  return (
    <Confirm
      button={<Trans>Enable</Trans>}
      title={<Trans>Enable this account</Trans>}
      verb={<Trans>Enable</Trans>}
      act={() => change_person(user, { disabled: false })}
    >
      <p>
        <Trans>It signs in again. Sessions and tokens that ended stay so.</Trans>
      </p>
    </Confirm>
  );
}

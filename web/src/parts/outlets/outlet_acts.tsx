import { Plural, Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  enable_outlet,
  remove_outlet,
  replay_all,
  rotate_key,
  test_outlet,
} from '../../api/outlet_queries';
import type { Outlet } from '../../api/generated';
import { ActFailure, useAct } from '../page/act';
import { ActButton } from '../page/act_button';
import { Confirm } from '../page/confirm';
import page from '../page/page.module.css';

export function OutletActs({ outlet }: { outlet: Outlet }) {
  const act = useAct();
  const [again, set_again] = useState<number | null>(null);
  const { id, disabled } = outlet;
  return (
    <>
      <div className={page.actions}>
        {disabled ? (
          <ActButton act={act} kind="main" onClick={() => act.run(() => enable_outlet(id))}>
            <Trans>Take into use again</Trans>
          </ActButton>
        ) : (
          <>
            <ActButton act={act} onClick={() => act.run(() => test_outlet(id))}>
              <Trans>Send a test</Trans>
            </ActButton>
            <ActButton
              act={act}
              onClick={() => act.run(async () => set_again(await replay_all(id)))}
            >
              <Trans>Send again what was given up</Trans>
            </ActButton>
          </>
        )}
        {outlet.way === 'webhook' && <NewKey outlet={outlet} />}
        <Remove outlet={outlet} />
      </div>
      <ActFailure of={act} />
      {again !== null && (
        <p role="status">
          <Plural
            value={again}
            _0="Nothing was given up."
            one="# is on its way again."
            other="# are on their way again."
          />
        </p>
      )}
    </>
  );
}

function NewKey({ outlet }: { outlet: Outlet }) {
  return (
    <Confirm
      button={<Trans>New key</Trans>}
      title={<Trans>Sign with a new key</Trans>}
      verb={<Trans>Draw it</Trans>}
      act={() => rotate_key(outlet.id)}
    >
      <p>
        <Trans>
          For a day the older key signs beside it, so that the receiver can change over.
        </Trans>
      </p>
    </Confirm>
  );
}

function Remove({ outlet }: { outlet: Outlet }) {
  const navigate = useNavigate();
  return (
    <Confirm
      button={<Trans>Remove</Trans>}
      title={<Trans>Remove this outlet</Trans>}
      verb={<Trans>Remove</Trans>}
      act={async () => {
        await remove_outlet(outlet.id);
        await navigate({ to: '/outlets' });
      }}
    >
      <p>
        <Trans>Its keys go with it, and all that is known of what it was sent.</Trans>
      </p>
    </Confirm>
  );
}

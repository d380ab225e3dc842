import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { own_sessions_query, second_factor_query } from '../../api/account_queries';
import { sees_hits } from '../../api/gate_queries';
import { session_query } from '../../api/queries';
import { OwnPassword } from '../../parts/account/own_password';
import { OwnSessions } from '../../parts/account/own_sessions';
import { SecondFactorSetUp } from '../../parts/account/second_factor';
import { KeySettings } from '../../parts/me/key_settings';
import { LookSettings } from '../../parts/me/look_settings';
import styles from '../../parts/me/me.module.css';
import { OtherScreens } from '../../parts/me/other_screens';
import { SoundSettings } from '../../parts/me/sound_settings';
import { Asked } from '../../parts/page/asked';
import { Page, PageHead, Panel } from '../../parts/page/page';

// Everything of one person: how the console looks, sounds and is steered here, and the account.
export function MePage() {
  const role = useQuery(session_query).data?.user.role;
  const has_desk = role !== undefined && sees_hits(role);
  return (
    <Page>
      <PageHead
        title={<Trans>My settings</Trans>}
        under={
          <Trans>
            Look, sounds and keys are kept on this device, in this browser. Password, second factor
            and sessions are of your account, wherever you sign in.
          </Trans>
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel id="look" title={<Trans>Look</Trans>}>
            <LookSettings />
          </Panel>
          {has_desk && (
            <Panel id="other-screens" title={<Trans>Other screens</Trans>}>
              <OtherScreens />
            </Panel>
          )}
          <Account />
        </div>
        <div className={styles.column}>
          {has_desk && (
            <Panel id="sounds" title={<Trans>Sounds</Trans>}>
              <SoundSettings />
            </Panel>
          )}
          <Panel id="keys" title={<Trans>Keys</Trans>}>
            <KeySettings />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

// What a person does with its own account.
function Account() {
  const factor = useQuery(second_factor_query);
  const name = useQuery(session_query).data?.user.name ?? '';
  const sessions = useQuery(own_sessions_query);
  return (
    <>
      <Panel id="password" title={<Trans>Password</Trans>}>
        <OwnPassword name={name} />
      </Panel>
      <Panel id="second-factor" title={<Trans>Second factor</Trans>}>
        <Asked of={factor}>{(state) => <SecondFactorSetUp state={state} />}</Asked>
      </Panel>
      <Panel id="sessions" title={<Trans>Your sessions</Trans>}>
        <Asked of={sessions}>{(open) => <OwnSessions sessions={open} />}</Asked>
      </Panel>
    </>
  );
}

import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { own_sessions_query, second_factor_query } from '../../api/account_queries';
import { session_query } from '../../api/queries';
import { OwnPassword } from '../../parts/account/own_password';
import { OwnSessions } from '../../parts/account/own_sessions';
import { SecondFactorSetUp } from '../../parts/account/second_factor';
import { Asked } from '../../parts/page/asked';
import { Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';

// What a person does with its own account.
export function AccountPage() {
  const factor = useQuery(second_factor_query);
  const name = useQuery(session_query).data?.user.name ?? '';
  const sessions = useQuery(own_sessions_query);
  return (
    <Page>
      <PageHead
        title={<Trans>Your account</Trans>}
        under={<Trans>What you sign in with, and where you are signed in</Trans>}
      />
      <div className={page.stack}>
        <Panel id="password" title={<Trans>Password</Trans>}>
          <OwnPassword name={name} />
        </Panel>
        <Panel id="second-factor" title={<Trans>Second factor</Trans>}>
          <Asked of={factor}>{(state) => <SecondFactorSetUp state={state} />}</Asked>
        </Panel>
        <Panel id="sessions" title={<Trans>Your sessions</Trans>}>
          <Asked of={sessions}>{(open) => <OwnSessions sessions={open} />}</Asked>
        </Panel>
      </div>
    </Page>
  );
}

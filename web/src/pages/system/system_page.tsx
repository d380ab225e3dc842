import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ledger_query } from '../../api/ledger_queries';
import { system_query } from '../../api/system_queries';
import { Asked } from '../../parts/page/asked';
import { Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { Checks, Disk, Expiry, LogState, Running, Stores } from '../../parts/system/system_facts';

// How the machine fares, for who keeps it running. Nothing here names a vehicle or a person.
export function SystemPage() {
  const system = useQuery(system_query);
  const ledger = useQuery(ledger_query);
  return (
    <Page>
      <PageHead
        title={<Trans>System</Trans>}
        under={<Trans>Whether the server can take reads and keep them</Trans>}
      />
      <Asked of={system}>
        {(known) => (
          <div className={page.columns}>
            <div className={page.stack}>
              <Panel id="checks" title={<Trans>Checks</Trans>}>
                <Checks checks={known.checks} />
              </Panel>
              <Panel id="running" title={<Trans>The server</Trans>}>
                <Running system={known} />
              </Panel>
              <Panel id="log" title={<Trans>The log and its witnesses</Trans>}>
                <Asked of={ledger}>{(state) => <LogState ledger={state} />}</Asked>
              </Panel>
            </div>
            <div className={page.stack}>
              <Panel id="disk" title={<Trans>Free disk</Trans>}>
                <Disk system={known} />
              </Panel>
              <Panel id="stores" title={<Trans>What is kept</Trans>}>
                <Stores stores={known.stores} />
              </Panel>
              <Panel id="jobs" title={<Trans>Expiry</Trans>}>
                <Expiry system={known} />
              </Panel>
            </div>
          </div>
        )}
      </Asked>
    </Page>
  );
}

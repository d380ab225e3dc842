import { Trans } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { audits_query, ledger_query, patterns_query, uses_query } from '../../api/ledger_queries';
import { Audits } from '../../parts/oversight/audit_table';
import { LedgerFacts } from '../../parts/oversight/ledger_state';
import { Patterns } from '../../parts/oversight/pattern_table';
import { UseTable } from '../../parts/oversight/use_table';
import { Asked, More } from '../../parts/page/asked';
import { Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { OversightTabs } from './oversight_tabs';

// Who used what and why, for whoever oversees; and whether that log can be believed.
export function OversightPage() {
  const state = useQuery(ledger_query);
  const patterns = useQuery(patterns_query);
  const audits = useQuery(audits_query);
  const uses = useInfiniteQuery(uses_query);
  return (
    <Page>
      <PageHead
        title={<Trans>Oversight</Trans>}
        under={<Trans>Looking at this page is a use too, and stands in it.</Trans>}
        actions={
          <a className="button" href="/transparency">
            <Trans>Public numbers</Trans>
          </a>
        }
      />
      <OversightTabs />
      <div className={page.stack}>
        <Panel id="log" title={<Trans>The log of all uses</Trans>}>
          <Asked of={state}>{(told) => <LedgerFacts state={told} />}</Asked>
        </Panel>
        <Panel id="audits" title={<Trans>Monthly sample</Trans>}>
          <Asked of={audits}>{(told) => <Audits told={told} />}</Asked>
        </Panel>
        <Panel id="patterns" title={<Trans>What stands out</Trans>}>
          <Asked of={patterns}>{(report) => <Patterns report={report} />}</Asked>
        </Panel>
        <Panel id="uses" title={<Trans>Uses, newest first</Trans>}>
          <Asked of={uses}>
            {({ pages }) => {
              const all = pages.flat();
              return all.length === 0 ? (
                <Nothing title={<Trans>Nothing was used yet</Trans>} />
              ) : (
                <UseTable uses={all} />
              );
            }}
          </Asked>
          <More of={uses} />
        </Panel>
      </div>
    </Page>
  );
}

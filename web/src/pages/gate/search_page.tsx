import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered } from '../../api/failure';
import { agrees_to_searches } from '../../api/gate_queries';
import { type NewSearch, searchReads } from '../../api/generated';
import { session_query } from '../../api/queries';
import { Agreements, AskColleague, needs_colleague } from '../../parts/search/agreements';
import { useAct } from '../../parts/page/act';
import { Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import search from '../../parts/search/search.module.css';
import { SearchForm } from '../../parts/search/search_form';
import { type Found, SearchResults } from '../../parts/search/search_results';

type Shown = Found & { asked: NewSearch; next: string | undefined };

// Stored reads looked up. Nothing of it is kept in the address or after the screen is left.
export function SearchPage() {
  const act = useAct();
  const [shown, set_shown] = useState<Shown | null>(null);
  const [tried, set_tried] = useState<NewSearch | null>(null);
  const role = useQuery(session_query).data?.user.role;
  const ask = (asked: NewSearch, before: Shown | null) =>
    act.run(async () => {
      if (!before) set_shown(null);
      set_tried(asked);
      const body = before?.next === undefined ? asked : { ...asked, after: before.next };
      const found = await answered(searchReads({ body }));
      set_shown({
        asked,
        reads: [...(before?.reads ?? []), ...found.items],
        zones: found.zones,
        numbers: [...(before?.numbers ?? []), found.ledger_number],
        has_more: found.next !== undefined,
        next: found.next,
        purpose: found.purpose,
      });
    });
  return (
    <Page>
      <PageHead title={<Trans>Search</Trans>} />
      <div className={search.columns}>
        <Panel id="question" title={<Trans>Question</Trans>}>
          <SearchForm act={act} onAsk={(asked) => void ask(asked, null)} />
          {tried && needs_colleague(act.failure) && <AskColleague asked={tried} />}
        </Panel>
        <Panel id="found" title={<Trans>Found</Trans>}>
          {shown ? (
            <>
              <SearchResults found={shown} />
              {shown.has_more && (
                <button
                  type="button"
                  className="button"
                  disabled={act.is_busy}
                  onClick={() => void ask(shown.asked, shown)}
                >
                  <Trans>Show more</Trans>
                </button>
              )}
            </>
          ) : (
            <Nothing title={<Trans>Nothing asked yet</Trans>}>
              <Trans>
                The law is asked first, of each zone by itself. Who asked what, why and with how
                many results stands in a ledger before you see anything, a refusal too.
              </Trans>
            </Nothing>
          )}
        </Panel>
      </div>
      {role && agrees_to_searches(role) && (
        <Panel id="agreements" title={<Trans>Wide searches of your zone</Trans>}>
          <Agreements onSearch={(asked) => void ask(asked, null)} />
        </Panel>
      )}
    </Page>
  );
}

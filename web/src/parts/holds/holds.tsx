import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holds_changed, holds_query, stated_purpose } from '../../api/case_queries';
import { answered } from '../../api/failure';
import { type Hold, openHold, type Read, releaseHold, reviewHold } from '../../api/generated';
import { day_time } from '../../text/format';
import { instant } from '../../text/instant';
import { Asked } from '../page/asked';
import { Confirm } from '../page/confirm';
import { Nothing } from '../page/page';
import page from '../page/page.module.css';
import { Badge } from '../page/signs';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { ReadTable } from '../search/search_results';
import { ReviewField } from './review_field';

type Opened = { hold: string; reads: Read[] };

// What cases of the zone keep beyond its term, and below it what was opened of it.
export function Holds() {
  const { t } = useLingui();
  const asked = useQuery(holds_query);
  const [opened, set_opened] = useState<Opened | null>(null);
  return (
    <Asked of={asked}>
      {(all) =>
        all.length === 0 ? (
          <Nothing title={<Trans>No case keeps anything</Trans>}>
            <Trans>What a search has found is kept in its case from below the reads found.</Trans>
          </Nothing>
        ) : (
          <>
            <PlainTable
              label={t`What cases keep`}
              head={
                <>
                  <th scope="col">
                    <Trans>Case</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Kept</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Review</Trans>
                  </th>
                </>
              }
            >
              {all.map((one) => (
                <Row key={one.id} one={one} onOpen={set_opened} />
              ))}
            </PlainTable>
            {all.some(({ id }) => id === opened?.hold) && opened && (
              <ReadTable reads={opened.reads} />
            )}
          </>
        )
      }
    </Asked>
  );
}

type RowProps = { one: Hold; onOpen: (opened: Opened) => void };

function Row({ one, onOpen }: RowProps) {
  const count = one.reads;
  const made = day_time(one.made_at);
  const review = day_time(one.review_at);
  return (
    <tr>
      <td>
        {one.case_number}
        <div className={table.second}>{one.report_number}</div>
        <div className={table.second}>{one.reason}</div>
      </td>
      <td>
        <Plural value={count} one="# read" other="# reads" />
        <div className={table.second}>
          <Trans>since {made}</Trans>
        </div>
        {!one.whole && (
          <Badge tone="caution">
            <Trans>cut short: release it, and keep anew</Trans>
          </Badge>
        )}
      </td>
      <td>
        {one.overdue ? (
          <Badge tone="caution">
            <Trans>review is due: closed</Trans>
          </Badge>
        ) : (
          review
        )}
        <div className={page.actions}>
          {!one.overdue && one.whole && <Open one={one} onOpen={onOpen} />}
          <Review one={one} />
          <Release one={one} />
        </div>
      </td>
    </tr>
  );
}

function Open({ one, onOpen }: RowProps) {
  const { purpose, case_number } = one;
  const act = async (reason: string) => {
    const stated = await stated_purpose({ purpose, case_number, reason });
    const { items } = await answered(openHold({ path: { id: one.id }, query: { for: stated } }));
    onOpen({ hold: one.id, reads: items });
  };
  return (
    <Confirm
      button={<Trans>Open…</Trans>}
      title={<Trans>Open what this case keeps?</Trans>}
      verb={<Trans>Open</Trans>}
      because={<Trans>Why it is needed now</Trans>}
      act={act}
    >
      <p>
        {one.case_number} · {one.report_number}
      </p>
    </Confirm>
  );
}

function Review({ one }: { one: Hold }) {
  const act = async (reason: string, fields: FormData) => {
    const review_at = instant(String(fields.get('review_at')));
    await answered(reviewHold({ path: { id: one.id }, body: { review_at, reason } }));
    await holds_changed();
  };
  return (
    <Confirm
      button={<Trans>Review…</Trans>}
      title={<Trans>Does the case still need it?</Trans>}
      verb={<Trans>Keep on</Trans>}
      because={<Trans>Why the case still needs it</Trans>}
      act={act}
    >
      <ReviewField />
    </Confirm>
  );
}

function Release({ one }: { one: Hold }) {
  const act = async (reason: string) => {
    await answered(releaseHold({ path: { id: one.id }, body: { reason } }));
    await holds_changed();
  };
  return (
    <Confirm
      button={<Trans>Release…</Trans>}
      title={<Trans>Destroy what this case keeps?</Trans>}
      verb={<Trans>Destroy</Trans>}
      because={<Trans>Why the case needs it no more</Trans>}
      act={act}
    >
      <p>
        <Trans>Its copies and their keys are destroyed for good. The ledger keeps how many.</Trans>
      </p>
    </Confirm>
  );
}

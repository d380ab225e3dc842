import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { agreements_changed, agreements_query } from '../../api/case_queries';
import { answered, Failure } from '../../api/failure';
import {
  type Agreement,
  agreeToSearch,
  askAgreement,
  type NewSearch,
  type User,
} from '../../api/generated';
import { session_query } from '../../api/queries';
import { day_time } from '../../text/format';
import { PurposeWords } from '../access/purpose_words';
import { ActFailure, useAct } from '../page/act';
import { Asked } from '../page/asked';
import { Confirm } from '../page/confirm';
import page from '../page/page.module.css';
import { Badge } from '../page/signs';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';

// Rules R35 and R36: everybody at a place for long, and the way of one vehicle for long.
export function needs_colleague(failure: unknown): boolean {
  return failure instanceof Failure && /^R3[56]\b/.test(failure.problem?.detail ?? '');
}

// Under a search that was refused: the same question, put to a colleague.
export function AskColleague({ asked }: { asked: NewSearch }) {
  const act = useAct();
  const ask = () =>
    act.run(async () => {
      await answered(askAgreement({ body: asked }));
      await agreements_changed();
    });
  return (
    <>
      <p>
        <Trans>A search this wide is made once a colleague of your zone has agreed to it.</Trans>
      </p>
      <ActFailure of={act} />
      <div className={page.actions}>
        <button type="button" className="button" disabled={act.is_busy} onClick={() => void ask()}>
          <Trans>Ask a colleague to agree</Trans>
        </button>
      </div>
    </>
  );
}

type Props = { onSearch: (asked: NewSearch) => void };

// What waits in the zone, and what was agreed to and may be searched.
export function Agreements({ onSearch }: Props) {
  const { t } = useLingui();
  const asked = useQuery(agreements_query);
  const user = useQuery(session_query).data?.user;
  return (
    <Asked of={asked}>
      {(all) =>
        all.length === 0 ? (
          <p className={page.muted}>
            <Trans>Nobody waits for a colleague</Trans>
          </p>
        ) : (
          <PlainTable
            label={t`Wide searches that wait for a colleague`}
            head={
              <>
                <th scope="col">
                  <Trans>Case</Trans>
                </th>
                <th scope="col">
                  <Trans>Question</Trans>
                </th>
                <th scope="col">
                  <Trans>State</Trans>
                </th>
              </>
            }
          >
            {all.map((one) => (
              <Row key={one.id} one={one} user={user} onSearch={onSearch} />
            ))}
          </PlainTable>
        )
      }
    </Asked>
  );
}

type RowProps = Props & { one: Agreement; user: User | undefined };

function Row({ one, user, onSearch }: RowProps) {
  const ends = day_time(one.ends_at);
  const is_mine = one.asked_by === user?.id;
  const is_agreed = one.agreed_at !== undefined;
  return (
    <tr>
      <td>
        {one.case_number}
        <div className={table.second}>
          <PurposeWords code={one.purpose} />
        </div>
        <div className={table.second}>{one.reason}</div>
      </td>
      <td>
        <Question one={one} />
      </td>
      <td>
        <Badge tone={is_agreed ? 'good' : 'caution'}>
          {is_agreed ? <Trans>agreed to</Trans> : <Trans>waits for a colleague</Trans>}
        </Badge>
        <div className={table.second}>
          <Trans>until {ends}</Trans>
        </div>
        <div className={page.actions}>
          {!is_mine && !is_agreed && <Agree one={one} />}
          {is_mine && is_agreed && (
            <button type="button" className="button" onClick={() => onSearch(search_of(one))}>
              <Trans>Make this search</Trans>
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

function Question({ one }: { one: Agreement }) {
  const from = day_time(one.from);
  const until = day_time(one.until);
  const count = one.sites.length;
  return (
    <>
      {one.plate === '' ? (
        <Plural
          value={count}
          one="Everything that passed # place"
          other="Everything that passed # places"
        />
      ) : (
        one.plate
      )}
      <div className={table.second}>
        {from} – {until}
      </div>
    </>
  );
}

function Agree({ one }: { one: Agreement }) {
  const act = async () => {
    await answered(agreeToSearch({ path: { id: one.id } }));
    await agreements_changed();
  };
  return (
    <Confirm
      button={<Trans>Agree…</Trans>}
      title={<Trans>Agree to this search?</Trans>}
      verb={<Trans>Agree</Trans>}
      act={act}
    >
      <p>
        {one.case_number} · <PurposeWords code={one.purpose} />
      </p>
      <p>{one.reason}</p>
      <p>
        <Question one={one} />
      </p>
      <p>
        <Trans>It stands in the ledger that you agreed. The search is made by who asked.</Trans>
      </p>
    </Confirm>
  );
}

function search_of(one: Agreement): NewSearch {
  const { purpose, case_number, reason, from, until } = one;
  const what = one.plate === '' ? { sites: one.sites } : { plate: one.plate };
  return { purpose, case_number, reason, from, until, agreement: one.id, ...what };
}

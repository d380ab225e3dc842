import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { answered, Failure, problem_in } from '../../api/failure';
import { papers_changed, registers } from '../../api/gate_queries';
import {
  type Authorisation,
  confirmAuthorisation,
  getAuthorisationDocument,
  revokeAuthorisation,
} from '../../api/generated';
import { session_query } from '../../api/queries';
import { day_time, short_date } from '../../text/format';
import { Confirm } from '../page/confirm';
import page from '../page/page.module.css';
import { save_blob } from '../page/save_file';
import { Badge, type Tone } from '../page/signs';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';

const TONES: Record<Authorisation['state'], Tone> = {
  without_document: 'caution',
  unconfirmed: 'caution',
  in_force: 'good',
  used_up: 'plain',
  expired: 'plain',
  revoked: 'plain',
};

export function AuthorisationTable({ all }: { all: Authorisation[] }) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`Authorisations`}
      head={
        <>
          <th scope="col">
            <Trans>Decision</Trans>
          </th>
          <th scope="col">
            <Trans>Case</Trans>
          </th>
          <th scope="col">
            <Trans>Opens reads of</Trans>
          </th>
          <th scope="col">
            <Trans>Uses</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
        </>
      }
    >
      {all.map((one) => (
        <Row key={one.id} one={one} />
      ))}
    </PlainTable>
  );
}

function Row({ one }: { one: Authorisation }) {
  const until = day_time(one.expires);
  return (
    <tr>
      <td>
        {one.number}
        <div className={table.second}>
          {one.authority}, {one.office}
        </div>
      </td>
      <td>{one.case_number}</td>
      <td>
        {short_date(one.from)} – {short_date(one.until)}
        <div className={table.second}>
          {one.plates.length > 0 ? one.plates.join(', ') : <Trans>any plate</Trans>}
          {one.areas.length > 0 && ` · ${one.areas.join(', ')}`}
        </div>
      </td>
      <td>
        {one.uses.length}
        {one.uses_max > 0 && ` / ${one.uses_max}`}
      </td>
      <td>
        <Badge tone={TONES[one.state]}>
          <StateWords state={one.state} />
        </Badge>
        <div className={table.second}>
          <Trans>until {until}</Trans>
        </div>
        <Acts one={one} />
      </td>
    </tr>
  );
}

function StateWords({ state }: { state: Authorisation['state'] }) {
  switch (state) {
    case 'without_document':
      return <Trans>without its document</Trans>;
    case 'unconfirmed':
      return <Trans>to be confirmed by a colleague</Trans>;
    case 'in_force':
      return <Trans>in force</Trans>;
    case 'used_up':
      return <Trans>used up</Trans>;
    case 'expired':
      return <Trans>expired</Trans>;
    case 'revoked':
      return <Trans>revoked</Trans>;
  }
}

function Acts({ one }: { one: Authorisation }) {
  const user = useQuery(session_query).data?.user;
  if (!user || !registers(user.role)) return null;
  const is_mine = one.registered_by === user.id;
  const is_over = one.state === 'expired' || one.state === 'revoked';
  return (
    <div className={page.actions}>
      {one.state === 'unconfirmed' && !is_mine && <Compare one={one} />}
      {!is_over && <Revoke one={one} />}
    </div>
  );
}

// The document is fetched by whoever compares; that too stands in the ledger.
async function save_document(one: Authorisation): Promise<void> {
  const answer = await getAuthorisationDocument({ path: { id: one.id }, parseAs: 'blob' });
  if (!(answer.data instanceof Blob)) {
    throw new Failure(answer.response?.status ?? 0, problem_in(answer.error));
  }
  save_blob(`authorisation-${one.id}`, answer.data);
}

function Compare({ one }: { one: Authorisation }) {
  return (
    <>
      <Confirm
        button={<Trans>Document</Trans>}
        title={<Trans>Save the document</Trans>}
        verb={<Trans>Save</Trans>}
        act={() => save_document(one)}
      >
        <p>
          <Trans>Compare number, scope, period and signature with what is registered here.</Trans>
        </p>
      </Confirm>
      <Confirm
        button={<Trans>Confirm</Trans>}
        kind="main"
        title={<Trans>Confirm this authorisation</Trans>}
        verb={<Trans>I compared it: put it in force</Trans>}
        act={async () => {
          await answered(confirmAuthorisation({ path: { id: one.id } }));
          await papers_changed();
        }}
      >
        <p>
          <Trans>
            You state by name that it says what its document says, and that its signature is good.
          </Trans>
        </p>
      </Confirm>
    </>
  );
}

function Revoke({ one }: { one: Authorisation }) {
  return (
    <Confirm
      button={<Trans>Revoke</Trans>}
      title={<Trans>Revoke this authorisation</Trans>}
      verb={<Trans>Revoke</Trans>}
      act={async () => {
        await answered(revokeAuthorisation({ path: { id: one.id } }));
        await papers_changed();
      }}
    >
      <p>
        <Trans>It opens nothing any more, for good.</Trans>
      </p>
    </Confirm>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { answered } from '../../api/failure';
import { manages_grants, papers_changed } from '../../api/gate_queries';
import { type Grant, revokeGrant } from '../../api/generated';
import { session_query } from '../../api/queries';
import { day_time } from '../../text/format';
import { Confirm } from '../page/confirm';
import page from '../page/page.module.css';
import { Badge, type Tone } from '../page/signs';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { PurposeWords } from './purpose_words';

const TONES: Record<Grant['state'], Tone> = {
  coming: 'accent',
  living: 'good',
  ended: 'plain',
  revoked: 'plain',
};

export function GrantTable({ grants }: { grants: Grant[] }) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`Grants`}
      head={
        <>
          <th scope="col">
            <Trans>Data of</Trans>
          </th>
          <th scope="col">
            <Trans>For people of</Trans>
          </th>
          <th scope="col">
            <Trans>Purposes</Trans>
          </th>
          <th scope="col">
            <Trans>Until</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
        </>
      }
    >
      {grants.map((grant) => (
        <GrantRow key={grant.id} grant={grant} />
      ))}
    </PlainTable>
  );
}

function GrantRow({ grant }: { grant: Grant }) {
  const from = day_time(grant.from);
  return (
    <tr>
      <td>
        {grant.from_zone.name}
        <div className={table.second}>{grant.reason}</div>
      </td>
      <td>{grant.to_zone.name}</td>
      <td>
        {grant.purposes.map((code) => (
          <div key={code}>
            <PurposeWords code={code} />
          </div>
        ))}
      </td>
      <td>
        {day_time(grant.until)}
        <div className={table.second}>
          <Trans>from {from}</Trans>
        </div>
      </td>
      <td>
        <div className={page.actions}>
          <Badge tone={TONES[grant.state]}>
            <StateWords state={grant.state} />
          </Badge>
          <Revoke grant={grant} />
        </div>
      </td>
    </tr>
  );
}

function StateWords({ state }: { state: Grant['state'] }) {
  switch (state) {
    case 'coming':
      return <Trans>still to come</Trans>;
    case 'living':
      return <Trans>in force</Trans>;
    case 'ended':
      return <Trans>ended</Trans>;
    case 'revoked':
      return <Trans>revoked</Trans>;
  }
}

// By the zone whose data they are.
function Revoke({ grant }: { grant: Grant }) {
  const session = useQuery(session_query);
  const user = session.data?.user;
  const is_mine = user && manages_grants(user.role) && user.zone?.code === grant.from_zone.code;
  const is_open = grant.state === 'living' || grant.state === 'coming';
  if (!is_mine || !is_open) return null;
  const zone = grant.to_zone.name;
  return (
    <Confirm
      button={<Trans>Revoke</Trans>}
      title={<Trans>Revoke this grant</Trans>}
      verb={<Trans>Revoke</Trans>}
      act={async () => {
        await answered(revokeGrant({ path: { id: grant.id } }));
        await papers_changed();
      }}
    >
      <p>
        <Trans>From the next question on, {zone} finds nothing of your zone by this grant.</Trans>
      </p>
    </Confirm>
  );
}

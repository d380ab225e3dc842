import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { User } from '../../api/generated';
import { short_date } from '../../text/format';
import { RoleWords } from '../access/role_words';
import page from '../page/page.module.css';
import { LinkTable } from '../page/table';
import table from '../page/table.module.css';
import { StandingOf } from './standing';

export function PersonTable({ people }: { people: User[] }) {
  const { t } = useLingui();
  return (
    <LinkTable
      label={t`Accounts`}
      region="accounts"
      head={
        <>
          <th scope="col">
            <Trans>Name</Trans>
          </th>
          <th scope="col">
            <Trans>Role</Trans>
          </th>
          <th scope="col">
            <Trans>Zone</Trans>
          </th>
          <th scope="col">
            <Trans>Role until</Trans>
          </th>
          <th scope="col">
            <Trans>Training counts until</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
        </>
      }
    >
      {people.map((user) => (
        <Row key={user.id} user={user} />
      ))}
    </LinkTable>
  );
}

const date_of = (at: string | undefined) => (at === undefined ? '–' : short_date(at));

function Row({ user }: { user: User }) {
  return (
    <tr>
      <td>
        <Link className={table.link} data-row-link to="/people/$id" params={{ id: user.id }}>
          {user.display_name}
        </Link>
        <div className={table.second}>{user.name}</div>
      </td>
      <td>
        <RoleWords role={user.role} />
      </td>
      <td>{user.zone ? user.zone.name : <Trans>the province</Trans>}</td>
      <td>{date_of(user.role_until)}</td>
      <td>{date_of(user.trained_until)}</td>
      <td>
        <div className={page.actions}>
          <StandingOf user={user} />
        </div>
      </td>
    </tr>
  );
}

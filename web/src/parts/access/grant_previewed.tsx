import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { GrantPreview } from '../../api/generated';
import { term_words } from '../../text/format';
import form from '../page/form.module.css';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { PurposeWords } from './purpose_words';
import { RoleWords } from './role_words';

// Who would see what: all that changes, because everybody was asked for.
export function GrantPreviewed({ preview }: { preview: GrantPreview }) {
  const { t } = useLingui();
  const young = term_words(preview.without_authorisation ?? '');
  const { cameras } = preview;
  if (preview.changes.length === 0) {
    return (
      <p className={form.summary} role="status">
        <Trans>Nobody would see more than today.</Trans>
      </p>
    );
  }
  return (
    <div className={form.summary} role="status">
      <p>
        <Plural value={cameras} one="Reads of # camera" other="Reads of # cameras" />,{' '}
        <Trans>up to {young} old without an authorisation</Trans>
      </p>
      <PlainTable
        label={t`Who would see it`}
        head={
          <>
            <th scope="col">
              <Trans>Zone</Trans>
            </th>
            <th scope="col">
              <Trans>Role</Trans>
            </th>
            <th scope="col">
              <Trans>Purpose</Trans>
            </th>
            <th scope="col" className={table.right}>
              <Trans>People today</Trans>
            </th>
          </>
        }
      >
        {preview.changes.map((change) => (
          <tr key={`${change.zone.code} ${change.role} ${change.purpose}`}>
            <td>{change.zone.name}</td>
            <td>
              <RoleWords role={change.role} />
            </td>
            <td>
              <PurposeWords code={change.purpose} />
            </td>
            <td className={table.right}>{change.people}</td>
          </tr>
        ))}
      </PlainTable>
      <p className={page.muted}>
        <Trans>Every zone, role and purpose was asked: nothing else changes.</Trans>
      </p>
    </div>
  );
}

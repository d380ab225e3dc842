import { Trans, useLingui } from '@lingui/react/macro';
import { Panel } from '../page/page';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import { is_id, type Section, sections_of } from './document';
import { MemberWords } from './member_words';
import { ValueView } from './value_view';

// The register as it stands, a panel for each of its parts.
export function RegisterView({ document }: { document: { [name: string]: unknown } }) {
  return sections_of(document).map((section) => (
    <Panel key={section.name} id={section.name} title={<MemberWords name={section.name} />}>
      <SectionView section={section} />
    </Panel>
  ));
}

function SectionView({ section }: { section: Section }) {
  if (section.kind === 'rows') return <Rows section={section} />;
  if (section.kind === 'one') return <ValueView value={section.value} />;
  if (section.pairs.length === 0) {
    return (
      <p className={page.muted}>
        <Trans>none</Trans>
      </p>
    );
  }
  return (
    <dl className={page.facts}>
      {section.pairs.map(({ name, value }) => (
        <div key={name}>
          <dt>
            <MemberWords name={name} />
          </dt>
          <dd>
            <ValueView value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Rows({ section }: { section: Extract<Section, { kind: 'rows' }> }) {
  const { t } = useLingui();
  const { columns, rows } = section;
  const is_keyed = rows.some(({ id }) => !is_id(id)); // else the key tells a reader nothing
  return (
    <PlainTable
      label={t`What the register holds`}
      head={
        <>
          {is_keyed && (
            <th scope="col">
              <Trans>Which</Trans>
            </th>
          )}
          {columns.map((name) => (
            <th key={name} scope="col">
              <MemberWords name={name} />
            </th>
          ))}
        </>
      }
    >
      {rows.map(({ id, members }) => (
        <tr key={id}>
          {is_keyed && (
            <td>
              <MemberWords name={id} />
            </td>
          )}
          {columns.map((name) => (
            <td key={name}>
              <ValueView value={members[name] ?? null} />
            </td>
          ))}
        </tr>
      ))}
    </PlainTable>
  );
}

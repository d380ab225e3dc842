import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { GetProcessingRegisterChangesResponse } from '../../api/generated';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import { is_id, steps_of, type Value } from './document';
import { MemberWords } from './member_words';
import styles from './registers.module.css';
import { ValueView } from './value_view';

type Change = GetProcessingRegisterChangesResponse['items'][number];

// What stood, struck out, beside what stands.
export function ChangesTable({ changes }: { changes: Change[] }) {
  const { t } = useLingui();
  if (changes.length === 0) {
    return (
      <p className={page.muted}>
        <Trans>The two say the same.</Trans>
      </p>
    );
  }
  return (
    <PlainTable
      label={t`Differences`}
      head={
        <>
          <th scope="col">
            <Trans>Where</Trans>
          </th>
          <th scope="col">
            <Trans>Before</Trans>
          </th>
          <th scope="col">
            <Trans>After</Trans>
          </th>
        </>
      }
    >
      {changes.map(({ path, before, after }) => (
        <tr key={path}>
          <td>
            <Where path={path} />
          </td>
          <td>
            {before === undefined ? (
              '–'
            ) : (
              <del className={styles.before}>
                <ValueView value={before as Value} />
              </del>
            )}
          </td>
          <td>
            {after === undefined ? (
              <Trans>taken away</Trans>
            ) : (
              <ins className={styles.now}>
                <ValueView value={after as Value} />
              </ins>
            )}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

function Where({ path }: { path: string }) {
  const steps = steps_of(path);
  return steps.map((step, at) => (
    <Fragment key={steps.slice(0, at + 1).join('/')}>
      {at > 0 && ' › '}
      {is_id(step) ? <code>{step.slice(-6)}</code> : <MemberWords name={step} />}
    </Fragment>
  ));
}

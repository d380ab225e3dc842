import { Trans } from '@lingui/react/macro';
import type { Entry } from '../../api/generated';
import { day_time } from '../../text/format';
import page from '../page/page.module.css';
import { changes_between, type FieldName as Field } from './diff_pairs';
import { FieldName } from './field_name';
import styles from './revisions.module.css';

const shown = (field: Field, text: string) =>
  text !== '' && field.startsWith('valid_') ? day_time(text) : text;

// What an entry was, struck out, beside what it is.
export function FieldChanges({ before, now }: { before: Entry | undefined; now: Entry }) {
  if (!before) {
    return (
      <span className={page.muted}>
        <Trans>What it was is further down; show more.</Trans>
      </span>
    );
  }
  const changes = changes_between(before, now);
  if (changes.length === 0) {
    return (
      <span className={page.muted}>
        <Trans>Written again, the same</Trans>
      </span>
    );
  }
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before: was, now: is }) => (
        <div key={field} className={styles.change}>
          <dt>
            <FieldName field={field} />
          </dt>
          <dd>
            {was !== '' && (
              <>
                <del className={styles.before}>{shown(field, was)}</del>{' '}
              </>
            )}
            {is === '' ? (
              <Trans>taken away</Trans>
            ) : (
              <ins className={styles.now}>{shown(field, is)}</ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

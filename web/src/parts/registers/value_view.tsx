import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { day_time, decimal, term_words } from '../../text/format';
import { PurposeWords } from '../access/purpose_words';
import { is_members, is_moment, type Value } from './document';
import { MemberWords } from './member_words';
import styles from './registers.module.css';

// What stands in a register. Texts of its author stay in their language.
export function ValueView({ value }: { value: Value }): ReactNode {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? <Trans>yes</Trans> : <Trans>no</Trans>;
  if (typeof value === 'number') return Number.isInteger(value) ? value : decimal_of(value);
  if (typeof value === 'string') return is_moment(value) ? day_time(value) : <Words text={value} />;
  if (Array.isArray(value)) return <Several values={value} />;
  if (!is_members(value)) return null;
  return (
    <dl className={styles.members}>
      {Object.entries(value).map(([name, one]) => (
        <div key={name}>
          <dt>
            <MemberWords name={name} />
          </dt>
          <dd>
            <ValueView value={one} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

// Of a place: five digits are about a metre.
const decimal_of = (value: number) => (Math.abs(value) <= 180 ? value.toFixed(5) : decimal(value));

const TERM = /^\d+ (second|minute|hour|day|month|year)s?$/;

function Words({ text }: { text: string }): ReactNode {
  return TERM.test(text) ? term_words(text) : <PurposeWords code={text} />;
}

function Several({ values }: { values: Value[] }) {
  if (values.length === 0) return '–';
  return (
    <ul className={styles.several}>
      {values.map((value) => (
        <li key={JSON.stringify(value)}>
          <ValueView value={value} />
        </li>
      ))}
    </ul>
  );
}

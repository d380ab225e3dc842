import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { RegisterVersion } from '../../api/generated';
import { type RegisterName, register_changes_query } from '../../api/ledger_queries';
import { day_time } from '../../text/format';
import { Asked } from '../page/asked';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import page from '../page/page.module.css';
import { ChangesTable } from './changes_table';

export type Between = { from: number; to: number };

type Props = {
  name: RegisterName;
  versions: RegisterVersion[]; // the latest first
  between: Between | null; // null: the last change
  onChoose: (between: Between) => void;
};

// Two versions of a register, and what differs between them.
export function Versions({ name, versions, between, onChoose }: Props) {
  const latest = versions[0]?.number ?? 1;
  if (versions.length < 2) {
    return (
      <p className={page.muted}>
        <Trans>There is one version: nothing has changed since the register was begun.</Trans>
      </p>
    );
  }
  const chosen = between ?? { from: latest - 1, to: latest };
  return (
    <>
      <div className={form.row}>
        <Field name={<Trans>From version</Trans>}>
          <Numbers
            versions={versions}
            value={chosen.from}
            onChoose={(from) => onChoose({ ...chosen, from })}
          />
        </Field>
        <Field name={<Trans>To version</Trans>}>
          <Numbers
            versions={versions}
            value={chosen.to}
            onChoose={(to) => onChoose({ ...chosen, to })}
          />
        </Field>
      </div>
      <Differences name={name} between={chosen} />
    </>
  );
}

type NumbersProps = {
  versions: RegisterVersion[];
  value: number;
  onChoose: (number: number) => void;
};

function Numbers({ versions, value, onChoose }: NumbersProps) {
  return (
    <select value={value} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
      {versions.map(({ number, made_at }) => (
        <option key={number} value={number}>
          {number} · {day_time(made_at)}
        </option>
      ))}
    </select>
  );
}

function Differences({ name, between }: { name: RegisterName; between: Between }) {
  const asked = useQuery(register_changes_query(name, between.from, between.to));
  return <Asked of={asked}>{({ items }) => <ChangesTable changes={items} />}</Asked>;
}

import type { ReactNode } from 'react';
import styles from './form.module.css';

type Props = { name: ReactNode; hint?: ReactNode; kind?: 'plate' | 'code'; children: ReactNode };

// A label with its field inside, and what to know about it below.
export function Field({ name, hint, kind, children }: Props) {
  return (
    <label className={styles.field} data-kind={kind}>
      <span>{name}</span>
      {children}
      {hint && <span className={styles.hint}>{hint}</span>}
    </label>
  );
}

type ChoiceProps = {
  name: string;
  value: string;
  title: ReactNode;
  children?: ReactNode;
  is_checked: boolean;
  onChoose: (value: string) => void;
};

export function Choice({ name, value, title, children, is_checked, onChoose }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={is_checked}
        onChange={() => onChoose(value)}
      />
      <span>
        <strong>{title}</strong>
        {children && <span className={styles.hint}> {children}</span>}
      </span>
    </label>
  );
}

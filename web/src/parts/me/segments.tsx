import type { ReactNode } from 'react';
import form from '../page/form.module.css';
import styles from './me.module.css';

type Props<T extends string> = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: readonly { value: T; words: string }[];
  value: T;
  onChoose: (value: T) => void;
};

// A few choices side by side, of which one holds.
export function Segments<T extends string>(props: Props<T>) {
  const { name, legend, hint, options, value, onChoose } = props;
  return (
    <fieldset className={styles.choice} data-choice={name}>
      <legend>{legend}</legend>
      <div className={styles.segments}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.words}</span>
          </label>
        ))}
      </div>
      {hint && <p className={form.hint}>{hint}</p>}
    </fieldset>
  );
}

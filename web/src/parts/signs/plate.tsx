import { useLingui } from '@lingui/react/macro';
import styles from './signs.module.css';

type Props = { plate: string; country: string | undefined; size?: 'row' | 'card' };

// A plate with its country, which is part of its identity. Spoken character by character.
export function Plate({ plate, country, size = 'row' }: Props) {
  const { t } = useLingui();
  const spelled = [...plate].join(' ');
  const nation = country ?? t`country unknown`;
  return (
    <span className={styles.plate} data-size={size}>
      <span className={styles.country} aria-hidden="true">
        {country ?? '?'}
      </span>
      <span className={styles.characters} aria-hidden="true">
        {plate}
      </span>
      <span className="unseen">
        {nation}, {spelled}
      </span>
    </span>
  );
}

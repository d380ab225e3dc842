import { useLingui } from '@lingui/react/macro';
import styles from './signs.module.css';

type Props = { plate: string; country: string | undefined; size?: 'row' | 'card'; bare?: boolean };

// A plate with its country, which is part of its identity. Spoken character by character. `bare`: the
// country stands elsewhere or is not known here.
export function Plate({ plate, country, size = 'row', bare = false }: Props) {
  const { t } = useLingui();
  const spelled = [...plate].join(' ');
  const nation = country ?? t`country unknown`;
  return (
    <span className={styles.plate} data-size={size}>
      {!bare && (
        <span className={styles.country} aria-hidden="true">
          {country ?? '?'}
        </span>
      )}
      <span className={styles.characters} aria-hidden="true">
        {plate}
      </span>
      <span className="unseen">{bare ? spelled : `${nation}, ${spelled}`}</span>
    </span>
  );
}

import styles from './statistics.module.css';

type Props = { share: number; tone?: 'bad' };

// A length beside the number that says the same: nothing for who listens.
export function Bar({ share, tone }: Props) {
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <svg className={styles.bar} data-tone={tone} aria-hidden="true">
      <rect className={styles.track} width="100%" height="100%" rx="3" />
      <rect width={width} height="100%" rx="3" />
    </svg>
  );
}

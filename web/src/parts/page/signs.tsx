import type { ReactNode } from 'react';
import styles from './signs.module.css';

export type Tone = 'plain' | 'good' | 'caution' | 'accent';

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}

type BarProps = { share: number; tone: Tone; children: ReactNode };

// A share as a bar with its words below. The bar repeats what the words say, and no more.
export function Barred({ share, tone, children }: BarProps) {
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <div className={styles.barred}>
      <div className={styles.bar} data-tone={tone} aria-hidden="true">
        <div className={styles.fill} style={{ width }} />
      </div>
      <div className={styles.words}>{children}</div>
    </div>
  );
}

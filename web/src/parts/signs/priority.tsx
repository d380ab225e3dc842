import { useLingui } from '@lingui/react/macro';
import styles from './signs.module.css';

export type PriorityLevel = 1 | 2 | 3 | 4;

const SHAPES: Readonly<Record<PriorityLevel, { d: string; filled: boolean }>> = {
  1: { d: 'M10 2.2 18.6 17.4H1.4Z', filled: true },
  2: { d: 'M10 1.4 18.6 10 10 18.6 1.4 10Z', filled: true },
  3: { d: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z', filled: true },
  4: { d: 'M10 2.4 17.6 10 10 17.6 2.4 10Z', filled: false },
};

export function level_of(priority: number): PriorityLevel {
  return Math.min(4, Math.max(1, Math.round(priority))) as PriorityLevel;
}

// The class of a hit as shape and text; colour only repeats it. A class-1 hit that nobody has
// verified carries a second outline.
export function Priority({ priority, unverified }: { priority: number; unverified: boolean }) {
  const { t } = useLingui();
  const level = level_of(priority);
  const { d, filled } = SHAPES[level];
  return (
    <span className={styles.priority} data-level={level} data-alarm={level === 1 && unverified}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path
          d={d}
          fill={filled ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      <span className={styles.level} aria-hidden="true">
        P{level}
      </span>
      <span className="unseen">{t`Priority ${level}`}</span>
    </span>
  );
}

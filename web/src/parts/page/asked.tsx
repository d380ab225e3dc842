import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { Refusal } from '../shell/refusal';
import styles from './page.module.css';

const PATIENCE_MS = 300; // nothing pretends to be slow for less

type Query<T> = {
  data: T | undefined;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
};

// What was asked, or why it is not there. Data that are there stay while a refresh fails.
export function Asked<T>({ of, children }: { of: Query<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <Refusal error={of.error} onRetry={() => void of.refetch()} />;
  return <Waiting />;
}

function Waiting() {
  const { t } = useLingui();
  const [is_long, set_long] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => set_long(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!is_long) return null;
  return (
    <div role="status" aria-label={t`Fetching`}>
      {[1, 2, 3, 4].map((row) => (
        <div key={row} className={styles.skeleton} />
      ))}
    </div>
  );
}

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

export function More({ of }: { of: Pages }) {
  if (!of.hasNextPage) return null;
  return (
    <button
      type="button"
      className={`button ${styles.more}`}
      disabled={of.isFetchingNextPage}
      onClick={() => void of.fetchNextPage()}
    >
      <Trans>Show more</Trans>
    </button>
  );
}

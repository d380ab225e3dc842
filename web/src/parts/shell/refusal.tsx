import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Failure } from '../../api/failure';
import { language } from '../../text/language';
import styles from './refusal.module.css';

type Props = { error: unknown; onRetry?: () => void };

// A refusal of the server: what happened, what to do, and the number to quote.
export function Refusal({ error, onRetry }: Props) {
  useLingui();
  const failure = error instanceof Failure ? error : null;
  const request = failure?.problem?.request_id;
  return (
    <div className={styles.refusal} role="alert">
      <p className={styles.what}>
        <What failure={failure} />
      </p>
      {failure?.problem?.detail && (
        <p className={styles.detail} lang="en">
          {failure.problem.detail}
        </p>
      )}
      {request && (
        <p className={styles.request}>
          <Trans>Request</Trans> <code>{request}</code>{' '}
          <button
            type="button"
            className={styles.copy}
            onClick={() => void navigator.clipboard?.writeText(request)}
          >
            <Trans>Copy</Trans>
          </button>
        </p>
      )}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          <Trans>Try again</Trans>
        </button>
      )}
    </div>
  );
}

function What({ failure }: { failure: Failure | null }) {
  if (failure?.status === 0) {
    return (
      <Trans>The server cannot be reached. Check the network; the console keeps trying.</Trans>
    );
  }
  const advice = failure?.advice(language());
  const status = failure?.status ?? 0;
  if (advice) return advice;
  if (status > 0) return <Trans>The server refused this (status {status}).</Trans>;
  return <Trans>This did not work.</Trans>;
}

import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ways_query } from '../../api/sign_in_ways';
import styles from './sign_in.module.css';

// The other way in, where this server has one: the browser leaves, and comes back signed in.
export function ProviderSignIn() {
  const ways = useQuery(ways_query);
  if (!ways.data?.provider) return null;
  return (
    <p className={styles.provider}>
      <a className="button" href="/api/v1/sign-in/provider">
        <Trans>Sign in with your zone's account</Trans>
      </a>
    </p>
  );
}

// Why one was sent back without a session; `why` is what the address says.
export function ProviderRefusal({ why }: { why: string | null }) {
  if (why === null) return null;
  return (
    <div className={styles.summary} role="alert">
      <WhyRefused why={why} />
    </div>
  );
}

function WhyRefused({ why }: { why: string }) {
  if (why === 'no-role') {
    return (
      <Trans>
        Your zone's account was recognised, but gives no access here. Ask your zone's administrator
        for the right group.
      </Trans>
    );
  }
  if (why === 'unavailable') {
    return (
      <Trans>Your zone's sign-in cannot be reached. Try again, or use an account of BAS.</Trans>
    );
  }
  return <Trans>Signing in with your zone's account did not succeed. Try it again.</Trans>;
}

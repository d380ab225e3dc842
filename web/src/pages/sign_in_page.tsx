import { Trans } from '@lingui/react/macro';
import type { Session } from '../api/generated';
import { LanguageSwitch, PaletteSwitch } from '../parts/shell/settings';
import { ProviderRefusal, ProviderSignIn } from '../parts/shell/provider_sign_in';
import { SignInForm } from '../parts/shell/sign_in';
import styles from '../parts/shell/sign_in.module.css';

export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  return (
    <div className={styles.page}>
      <header className={styles.settings}>
        <PaletteSwitch />
        <LanguageSwitch />
      </header>
      <main className={styles.sheet}>
        <h1 className={styles.mark}>
          <img src="/bas.svg" alt="" width="32" height="32" />
          BAS
        </h1>
        <p className={styles.muted}>
          <Trans>The number-plate cameras of the province, joined.</Trans>
        </p>
        <ProviderRefusal why={new URLSearchParams(location.search).get('sign-in')} />
        <SignInForm onSignedIn={onSignedIn} />
        <ProviderSignIn />
      </main>
    </div>
  );
}

import { Dialog } from '@base-ui/react/dialog';
import { Trans } from '@lingui/react/macro';
import type { Session } from '../../api/generated';
import dialog from './dialog.module.css';
import { ProviderSignIn } from './provider_sign_in';
import { SignInForm } from './sign_in';

type Props = { open: boolean; name: string; onSignedIn: (session: Session) => void };

// The session ended while the screen was in use: sign in again, and go on where you were.
export function SignInDialog({ open, name, onSignedIn }: Props) {
  return (
    <Dialog.Root open={open} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={dialog.popup}>
          <header className={dialog.head}>
            <Dialog.Title className={dialog.title}>
              <Trans>Your session has ended</Trans>
            </Dialog.Title>
          </header>
          <Dialog.Description>
            <Trans>The screen behind this is kept, and stands still until you sign in again.</Trans>
          </Dialog.Description>
          <SignInForm onSignedIn={onSignedIn} name={name} />
          <ProviderSignIn />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

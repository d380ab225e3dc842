import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { KeyCap } from '../keys/key_cap';
import { useSettings } from '../device/settings';
import { keys_in } from '../keys/key_map';
import { SCOPES, type Scope, SHORTCUTS, type ShortcutId } from '../keys/registry';
import { ScopeName } from '../keys/scope_name';
import { Icon } from '../signs/icon';
import styles from './dialog.module.css';

// Every key of the console, from the one registry.
export function HelpSheet({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>
              <Trans>Keys</Trans>
            </Dialog.Title>
            <Dialog.Close className="button">
              <Icon name="close" />
              <Trans>Close</Trans>
            </Dialog.Close>
          </header>
          <Dialog.Description>
            <Trans>
              Letters act only while their part of the screen has the focus. F6 goes from part to
              part.
            </Trans>
          </Dialog.Description>
          {SCOPES.map((scope) => (
            <Fragment key={scope}>
              <h3 className={styles.group}>
                <ScopeName scope={scope} />
              </h3>
              <KeyTable scope={scope} />
            </Fragment>
          ))}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function KeyTable({ scope }: { scope: Scope }) {
  const { i18n } = useLingui();
  const { keys, letters } = useSettings();
  return (
    <div className={styles.keys}>
      {SHORTCUTS.filter((one) => one.scope === scope).map(({ id, verb }) => (
        <Fragment key={id}>
          <span>
            {i18n._(verb)}
            <span className="unseen">: {keys_in(id, keys, letters).join(', ')}</span>
          </span>
          <KeyCap id={id as ShortcutId} all />
        </Fragment>
      ))}
    </div>
  );
}

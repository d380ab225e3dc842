import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { KeyCap } from '../keys/key_cap';
import { type Scope, SHORTCUTS, type ShortcutId } from '../keys/registry';
import { Icon } from '../signs/icon';
import styles from './dialog.module.css';

const SCOPES: readonly Scope[] = ['everywhere', 'queue', 'card', 'map', 'time', 'table'];

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
  return (
    <div className={styles.keys}>
      {SHORTCUTS.filter((one) => one.scope === scope).map(({ id, verb, keys }) => (
        <Fragment key={id}>
          <span>
            {i18n._(verb)}
            <span className="unseen">: {keys.join(', ')}</span>
          </span>
          <KeyCap id={id as ShortcutId} all />
        </Fragment>
      ))}
    </div>
  );
}

function ScopeName({ scope }: { scope: Scope }): ReactNode {
  if (scope === 'everywhere') return <Trans>Everywhere</Trans>;
  if (scope === 'queue') return <Trans>In the list</Trans>;
  if (scope === 'table') return <Trans>In a table</Trans>;
  if (scope === 'card') return <Trans>On the hit</Trans>;
  if (scope === 'time') return <Trans>On the time slider</Trans>;
  return <Trans>On the map</Trans>;
}

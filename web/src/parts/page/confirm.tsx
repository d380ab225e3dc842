import { Dialog } from '@base-ui/react/dialog';
import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { is_proof_asked } from '../../api/proof';
import dialog from '../shell/dialog.module.css';
import { ActFailure, useAct } from './act';
import { Field } from './field';
import styles from './form.module.css';

type Props = {
  button: ReactNode; // what opens it
  kind?: 'main';
  title: ReactNode;
  children: ReactNode; // what will follow
  verb: ReactNode; // on the button that does it
  because?: ReactNode; // a label: a reason has to be given
  act: (because: string, fields: FormData) => Promise<unknown>;
};

// Says what an act will do before it is done, and why it was refused when it was.
export function Confirm({ button, kind, title, children, verb, because, act }: Props) {
  const [is_open, set_open] = useState(false);
  const doing = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = String(fields.get('because') ?? '');
    if (await doing.run(() => act(text, fields))) set_open(false);
  };
  const open = (wanted: boolean) => {
    if (is_proof_asked()) return; // that question stands above this one, and is closed first
    doing.forget();
    set_open(wanted);
  };
  return (
    <Dialog.Root open={is_open} onOpenChange={open}>
      <Dialog.Trigger className="button" data-kind={kind}>
        {button}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={dialog.popup}>
          <header className={dialog.head}>
            <Dialog.Title className={dialog.title}>{title}</Dialog.Title>
          </header>
          <form className={styles.form} onSubmit={(event) => void submit(event)}>
            {children}
            {because && (
              <Field name={because}>
                <textarea name="because" required maxLength={500} />
              </Field>
            )}
            <ActFailure of={doing} />
            <div className={styles.buttons}>
              <button type="submit" className="button" data-kind="main" disabled={doing.is_busy}>
                {verb}
              </button>
              <Dialog.Close className="button">
                <Trans>Cancel</Trans>
              </Dialog.Close>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

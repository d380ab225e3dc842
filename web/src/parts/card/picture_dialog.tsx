import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Hit } from '../../api/generated';
import { crop_of } from '../../api/pictures';
import { KeyCap } from '../keys/key_cap';
import dialog from '../shell/dialog.module.css';
import { Icon } from '../signs/icon';
import { Plate } from '../signs/plate';
import { Picture } from './picture';
import styles from './picture_dialog.module.css';

type Props = { hit: Hit; open: boolean; onOpenChange: (open: boolean) => void };

// The crop over the whole window, with the read beside it.
export function PictureDialog({ hit, open, onOpenChange }: Props) {
  const { t } = useLingui();
  const crop = crop_of(hit);
  if (!crop) return null;
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <header className={styles.head}>
            <Dialog.Title className="unseen">{t`Picture of the plate`}</Dialog.Title>
            <Plate plate={hit.plate} country={hit.country} size="card" />
            <Dialog.Close className="button">
              <Icon name="close" />
              <Trans>Close</Trans>
              <KeyCap id="back" />
            </Dialog.Close>
          </header>
          <div className={styles.picture}>
            <Picture url={crop.url} kind="crop" label={t`Picture of the plate`} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Hit } from '../../api/generated';
import { crop_of, overview_of } from '../../api/pictures';
import { KeyCap } from '../keys/key_cap';
import { aria_keys } from '../keys/current_keys';
import { Icon } from '../signs/icon';
import styles from './hit_card.module.css';
import { Picture } from './picture';

type Props = {
  hit: Hit;
  onEnlarge: () => void;
  onPainted: () => void;
  onRefused: () => void;
};

// The evidence: the crop at its largest, then the overview.
export function PicturesOfHit({ hit, onEnlarge, onPainted, onRefused }: Props) {
  const { t } = useLingui();
  const crop = crop_of(hit);
  const overview = overview_of(hit);
  if (!crop) {
    return (
      <p className={styles.pictureless}>
        <Trans>This read came without a picture. Nobody can verify it by looking.</Trans>
      </p>
    );
  }
  const spelled = [...hit.plate].join(' ');
  return (
    <div className={styles.pictures}>
      <Picture
        key={crop.url}
        url={crop.url}
        kind="crop"
        onPainted={onPainted}
        onRefused={onRefused}
        label={t`Picture of the plate, read as ${spelled}`}
        renderAround={(frame) => <Enlargeable onEnlarge={onEnlarge}>{frame}</Enlargeable>}
      />
      {crop.role !== 'plate' && (
        <p className={styles.note}>
          <Trans>The camera sent no cut-out of the plate.</Trans>
        </p>
      )}
      {overview && (
        <div className={styles.overview}>
          <Picture
            key={overview.url}
            url={overview.url}
            kind="overview"
            label={t`Overview from the camera`}
          />
        </div>
      )}
    </div>
  );
}

type EnlargeableProps = { onEnlarge: () => void; children: ReactNode };

function Enlargeable({ onEnlarge, children }: EnlargeableProps) {
  return (
    <button
      type="button"
      className={styles.crop}
      onClick={onEnlarge}
      aria-keyshortcuts={aria_keys('enlarge_card')}
      aria-haspopup="dialog"
    >
      {children}
      <span className={styles.enlarge}>
        <Icon name="enlarge" />
        <Trans>Enlarge</Trans>
        <KeyCap id="enlarge_card" />
      </span>
    </button>
  );
}

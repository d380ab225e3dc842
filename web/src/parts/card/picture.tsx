import { Trans } from '@lingui/react/macro';
import { type ReactNode, type SyntheticEvent, useEffect, useEffectEvent, useState } from 'react';
import { forget_picture, picture } from '../../api/pictures';
import styles from './picture.module.css';

type Props = {
  url: string;
  label: string;
  kind: 'crop' | 'overview';
  onPainted?: () => void;
  onRefused?: () => void; // its address answers with none, or with bytes that are none
  renderAround?: (frame: ReactNode) => ReactNode; // only of a picture that can be shown
};
type Stage = { address: string | null; is_painted: boolean; is_refused: boolean };
const NOT_YET: Stage = { address: null, is_painted: false, is_refused: false };

// One picture of a read. It is called painted only once it was decoded and a frame has passed.
export function Picture({ url, label, kind, onPainted, onRefused, renderAround }: Props) {
  const [stage, set_stage] = useState(NOT_YET);
  const [attempt, set_attempt] = useState(0);

  const refuse = useEffectEvent(() => {
    set_stage({ ...NOT_YET, is_refused: true });
    onRefused?.();
  });

  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `attempt` asks again
  useEffect(() => {
    let is_current = true;
    set_stage(NOT_YET);
    picture(url).then(
      (address) => is_current && set_stage({ ...NOT_YET, address }),
      () => is_current && refuse(),
    );
    return () => {
      is_current = false;
    };
  }, [url, attempt]);

  const broken = () => {
    forget_picture(url);
    set_stage({ ...NOT_YET, is_refused: true });
    onRefused?.();
  };
  const loaded = (event: SyntheticEvent<HTMLImageElement>) => {
    event.currentTarget
      .decode()
      .then(() => requestAnimationFrame(() => requestAnimationFrame(painted)))
      .catch(broken);
  };
  const painted = () => {
    set_stage((was) => ({ ...was, is_painted: true }));
    onPainted?.();
  };

  if (stage.is_refused) {
    return (
      <div className={styles.refused} role="alert">
        <p>
          <Trans>The picture could not be shown.</Trans>
        </p>
        <button type="button" className="button" onClick={() => set_attempt(attempt + 1)}>
          <Trans>Try again</Trans>
        </button>
      </div>
    );
  }
  const frame = (
    <span className={styles.frame} data-kind={kind} data-painted={stage.is_painted}>
      {stage.address && <img src={stage.address} alt={label} onLoad={loaded} onError={broken} />}
    </span>
  );
  return renderAround ? renderAround(frame) : frame;
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { Hit } from '../../api/generated';
import { crop_of } from '../../api/pictures';
import { aria_keys } from '../keys/current_keys';
import { useKeys } from '../keys/use_keys';
import { Icon } from '../signs/icon';
import styles from './car.module.css';
import { type Acts, acts_of, type Verb } from './car_acts';
import { VerbName, VerbRecord } from './verb_words';

type Props = {
  hit: Hit;
  is_painted: boolean;
  waiting: Verb | undefined; // was pressed and is not sent yet
  onAct: (verb: Verb) => void;
};

// The two acts. To say that it is the listed vehicle takes a picture that has been on the screen.
export function CarButtons(props: Props) {
  const acts = acts_of(props.hit);
  return acts && <Both acts={acts} {...props} />;
}

function Both({ acts, hit, is_painted, waiting, onAct }: Props & { acts: Acts }) {
  const { t } = useLingui();
  const has_picture = crop_of(hit) !== undefined;
  const may_act = waiting === undefined;
  const may_see = may_act && (acts.seen !== 'validate' || (has_picture && is_painted));
  useKeys({
    validate: (event) => {
      event.preventDefault();
      if (may_see) onAct(acts.seen);
    },
    reject: (event) => {
      event.preventDefault();
      if (may_act) onAct(acts.not_it);
    },
  });
  return (
    <section className={styles.acts} aria-label={t`What about it`}>
      <button
        type="button"
        className={styles.act}
        data-act="not-it"
        disabled={!may_act}
        aria-keyshortcuts={aria_keys('reject')}
        onClick={() => onAct(acts.not_it)}
      >
        <Icon name="close" />
        <span>
          <strong>
            <VerbName verb={acts.not_it} />
          </strong>
          <small>
            <VerbRecord verb={acts.not_it} />
          </small>
        </span>
      </button>
      <button
        type="button"
        className={styles.act}
        data-act="seen"
        disabled={!may_see}
        aria-keyshortcuts={aria_keys('validate')}
        onClick={() => onAct(acts.seen)}
      >
        <Icon name="eye" />
        <span>
          <strong>
            <VerbName verb={acts.seen} />
          </strong>
          <small>
            <UnderSeen verb={acts.seen} {...{ has_picture, may_act }} />
          </small>
        </span>
      </button>
    </section>
  );
}

type UnderProps = { verb: Verb; has_picture: boolean; may_act: boolean };

function UnderSeen({ verb, has_picture, may_act }: UnderProps) {
  if (!may_act) return <Trans>pressed, and not sent yet</Trans>;
  if (verb === 'validate' && !has_picture) {
    return <Trans>Without a picture it cannot be validated.</Trans>;
  }
  return <VerbRecord verb={verb} />;
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { lateness } from '../../api/behind';
import type { Hit } from '../../api/generated';
import { span } from '../../text/format';
import { KeyCap } from '../keys/key_cap';
import { aria_keys } from '../keys/current_keys';
import { useKeys } from '../keys/use_keys';
import { type Act, ActFailure } from '../page/act';
import { Age } from '../signs/age';
import { Icon } from '../signs/icon';
import { Plate } from '../signs/plate';
import { Priority } from '../signs/priority';
import { is_question, StateName } from '../signs/state';
import { ClaimBar, OthersAt } from './claim_bar';
import { FollowUpButtons } from './follow_up';
import { MatchKind } from './match';
import styles from './popup.module.css';
import { RejectButton, RejectReasons, useJudging, VerdictGiven } from './verdict';

type FrameProps = {
  label: string;
  head: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

// What is open on the map, beside its mark. It stays until it is closed.
export function Popup({ label, head, onClose, children }: FrameProps) {
  const { t } = useLingui();
  return (
    <section className={styles.popup} aria-label={label} data-popup="true" tabIndex={-1}>
      <header className={styles.head}>
        {head}
        <button
          type="button"
          className={styles.close}
          aria-label={t`Close`}
          title={t`Close`}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </section>
  );
}

type Props = {
  hit: Hit;
  act: Act;
  onOpen: () => void; // its card
  onJudged: (now: Hit) => void;
  onClose: () => void;
};

// A hit on the map, with the verbs of its row and card.
export function HitPopup(props: Props) {
  const { hit, act, onOpen, onClose } = props;
  return (
    <HitFrame hit={hit} onClose={onClose}>
      <ClaimBar hit={hit} act={act} />
      <OthersAt hit={hit} />
      <VerdictGiven hit={hit} />
      <Verbs {...props} />
      <FollowUpButtons hit={hit} act={act} />
      {!is_question(hit.state) && (
        <div className={styles.buttons}>
          <OpenCard onOpen={onOpen} />
        </div>
      )}
      <ActFailure of={act} />
    </HitFrame>
  );
}

// As it was at a moment of the past: it can be looked at, not judged.
export function PastHitPopup({ hit, onOpen, onClose }: Pick<Props, 'hit' | 'onOpen' | 'onClose'>) {
  return (
    <HitFrame hit={hit} onClose={onClose}>
      <p className={styles.muted}>
        <Trans>The map shows the past. Go back to now to act on it.</Trans>
      </p>
      <div className={styles.buttons}>
        <OpenCard onOpen={onOpen} />
      </div>
    </HitFrame>
  );
}

type HitFrameProps = { hit: Hit; onClose: () => void; children: ReactNode };

function HitFrame({ hit, onClose, children }: HitFrameProps) {
  const { site } = hit.camera;
  const late_ms = lateness(hit);
  const delay = span(late_ms ?? 0);
  return (
    <Popup
      label={hit.plate}
      onClose={onClose}
      head={
        <>
          <Priority priority={hit.priority} unverified={is_question(hit.state)} />
          <Plate plate={hit.plate} country={hit.country} />
          <span className={styles.muted}>
            <Age at={hit.captured_at} />
          </span>
        </>
      }
    >
      <div className={styles.facts}>
        <strong>{hit.list.title || hit.list.name}</strong>
        <span className={styles.muted}>
          {[site.road, site.municipality || site.name].filter(Boolean).join(' · ')} ·{' '}
          {hit.camera.name}
        </span>
        <span className={styles.muted} data-state={hit.state}>
          <StateName state={hit.state} />
          {late_ms !== null && (
            <span className={styles.late}>
              {' · '}
              <Trans>late {delay}</Trans>
            </span>
          )}
        </span>
      </div>
      <MatchKind hit={hit} />
      {children}
    </Popup>
  );
}

// The question and its answers. There is no picture here, so to validate the card is opened.
function Verbs({ hit, act, onOpen, onJudged }: Props) {
  const judging = useJudging({ hit, act, onJudged });
  useKeys({
    validate: (event) => {
      event.preventDefault();
      if (judging.waits) onOpen();
    },
  });
  if (!judging.waits) return null;
  return (
    <>
      <div className={styles.buttons}>
        <button
          type="button"
          className="button"
          data-kind="main"
          aria-keyshortcuts={aria_keys('validate')}
          onClick={onOpen}
        >
          <Trans>Compare and validate</Trans> <KeyCap id="validate" />
        </button>
        <RejectButton judging={judging} />
      </div>
      <RejectReasons hit={hit} act={act} judging={judging} />
    </>
  );
}

function OpenCard({ onOpen }: { onOpen: () => void }) {
  return (
    <button type="button" className="button" onClick={onOpen}>
      <Trans>Open the card</Trans>
    </button>
  );
}

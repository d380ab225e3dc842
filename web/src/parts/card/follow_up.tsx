import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { Hit, NewOutcome, Outcome } from '../../api/generated';
import { close, dispatch, stop } from '../../api/hit_steps';
import { begin, pursuits_query } from '../../api/pursuit_queries';
import { KeyCap } from '../keys/key_cap';
import { aria_keys } from '../keys/current_keys';
import { useKeys } from '../keys/use_keys';
import type { Act } from '../page/act';
import { ActButton } from '../page/act_button';
import styles from './verdict.module.css';

export const OUTCOMES = [
  'confirmed',
  'cleared',
  'not_found',
  'handed_over',
  'no_unit',
  'reported',
] as const satisfies readonly NewOutcome['outcome'][];

// What comes of a validated hit: a unit sent, the vehicle stopped, and how it ended.
export function FollowUpButtons({ hit, act }: { hit: Hit; act: Act }) {
  const [is_closing, set_closing] = useState(false);
  const id = useId();
  if (hit.state !== 'validated') return null;
  if (!hit.open) return hit.outcome ? <Ended outcome={hit.outcome} /> : null;
  return (
    <section className={styles.verdict} aria-labelledby={id}>
      <h3 id={id}>
        <Done hit={hit} />
      </h3>
      <div className={styles.buttons}>
        {!hit.follow_up && (
          <ActButton act={act} onClick={() => act.run(() => dispatch(hit))}>
            <Trans>Unit sent</Trans>
          </ActButton>
        )}
        {hit.follow_up !== 'stopped' && (
          <ActButton act={act} onClick={() => act.run(() => stop(hit))}>
            <Trans>Vehicle stopped</Trans>
          </ActButton>
        )}
        <Pursue hit={hit} act={act} />
        <button
          type="button"
          className="button"
          aria-expanded={is_closing}
          disabled={act.is_busy}
          onClick={() => set_closing(!is_closing)}
        >
          <Trans>Close…</Trans>
        </button>
      </div>
      {is_closing && (
        <div className={styles.reasons} role="group" aria-labelledby={`${id}-end`}>
          <p id={`${id}-end`}>
            <Trans>How did it end?</Trans>
          </p>
          {OUTCOMES.map((outcome) => (
            <ActButton key={outcome} act={act} onClick={() => act.run(() => close(hit, outcome))}>
              <OutcomeName outcome={outcome} />
            </ActButton>
          ))}
        </div>
      )}
    </section>
  );
}

// A pursuit of this vehicle is opened, or begun.
function Pursue({ hit, act }: { hit: Hit; act: Act }) {
  const navigate = useNavigate();
  const running = useQuery(pursuits_query).data?.find(
    ({ incident, ended_at }) => incident === hit.incident && !ended_at,
  );
  const open = (id: string) => navigate({ to: '/pursuits/$id', params: { id } });
  const pursue = () => void act.run(async () => open(running ? running.id : (await begin(hit)).id));
  useKeys({
    pursue: (event) => {
      event.preventDefault();
      pursue();
    },
  });
  return (
    <button
      type="button"
      className="button"
      data-kind="main"
      disabled={act.is_busy}
      aria-keyshortcuts={aria_keys('pursue')}
      onClick={pursue}
    >
      {running ? <Trans>Open the pursuit</Trans> : <Trans>Pursue</Trans>} <KeyCap id="pursue" />
    </button>
  );
}

function Done({ hit }: { hit: Hit }): ReactNode {
  if (hit.follow_up === 'stopped') return <Trans>Stopped. How did it end?</Trans>;
  if (hit.follow_up === 'dispatched') return <Trans>A unit is on its way</Trans>;
  return <Trans>Validated. What is done about it?</Trans>;
}

function Ended({ outcome }: { outcome: Outcome }) {
  return (
    <p className={styles.given}>
      <Trans>Closed:</Trans> <OutcomeName outcome={outcome} />
    </p>
  );
}

export function OutcomeName({ outcome }: { outcome: Outcome }): ReactNode {
  switch (outcome) {
    case 'confirmed':
      return <Trans>Stopped, as listed</Trans>;
    case 'cleared':
      return <Trans>Stopped, nothing to it</Trans>;
    case 'not_found':
      return <Trans>Not found</Trans>;
    case 'handed_over':
      return <Trans>Handed over</Trans>;
    case 'no_unit':
      return <Trans>No unit was free</Trans>;
    case 'reported':
      return <Trans>Report drawn up</Trans>;
    default:
      return <Trans>Nobody recorded how it ended</Trans>;
  }
}

import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lateness } from '../../api/behind';
import type { Hit, Incident } from '../../api/generated';
import { incident_query } from '../../api/queries';
import { span } from '../../text/format';
import { Plate } from '../signs/plate';
import { Priority } from '../signs/priority';
import { is_question, StateName } from '../signs/state';
import { type Act, ActFailure } from '../page/act';
import { ClaimBar, OthersAt } from './claim_bar';
import { CompareStrip } from './compare_strip';
import { FollowUpButtons } from './follow_up';
import { Facts, Why } from './facts';
import styles from './hit_card.module.css';
import { MatchKind } from './match';
import { NextCameras } from './next_cameras';
import { Notices, ProcedureText } from './notices';
import { PicturesOfHit } from './pictures_of_hit';
import { Trail } from './trail';
import { type PictureStage, VerdictButtons, VerdictGiven } from './verdict';

type Props = {
  incident: Incident;
  hit: Hit;
  act: Act;
  onEnlarge: () => void;
  onShow: (hit: Hit) => void;
  onJudged: (now: Hit) => void;
};

// One hit with its evidence: what a person needs to decide, and the verdict. `key` it by the hit, so
// that the picture of one never unlocks the verdict on another.
export function HitCard({ incident, hit, act, onEnlarge, onShow, onJudged }: Props) {
  const [picture, set_picture] = useState<PictureStage>('awaited');
  return (
    <article
      className={styles.card}
      aria-label={hit.plate}
      data-hit={hit.id}
      data-state={hit.state}
    >
      <header className={styles.head}>
        <Priority priority={hit.priority} unverified={is_question(hit.state)} />
        <Plate plate={hit.plate} country={hit.country} size="card" />
        <div className={styles.title}>
          <h2>{hit.list.title || hit.list.name}</h2>
          <State hit={hit} />
        </div>
      </header>
      <Notices hit={hit} />
      <PicturesOfHit
        hit={hit}
        onEnlarge={onEnlarge}
        onPainted={() => set_picture('painted')}
        onRefused={() => set_picture('refused')}
      />
      <MatchKind hit={hit} />
      <CompareStrip
        read={hit.plate}
        entry={hit.entry_plate}
        read_country={hit.country}
        entry_country={hit.entry_country}
        confidences={hit.glyph_confidences}
      />
      <ClaimBar hit={hit} act={act} />
      <OthersAt hit={hit} />
      <VerdictGiven hit={hit} />
      <VerdictButtons hit={hit} picture={picture} act={act} onJudged={onJudged} />
      <FollowUpButtons hit={hit} act={act} />
      <ActFailure of={act} />
      <ProcedureText hit={hit} />
      <NextCameras hit={hit} />
      <Facts hit={hit} />
      <Trail incident={incident} shown={hit.id} onShow={onShow} />
      <Why hit={hit} />
    </article>
  );
}

function State({ hit }: { hit: Hit }) {
  const late_ms = lateness(hit);
  const delay = span(late_ms ?? 0);
  return (
    <p className={styles.state}>
      <span data-state={hit.state}>
        {hit.state === 'candidate' ? (
          <Trans>Candidate: nobody has verified this yet</Trans>
        ) : (
          <StateName state={hit.state} />
        )}
      </span>
      {late_ms !== null && (
        <span data-state="late">
          {hit.late ? (
            <Trans>Late: arrived {delay} after the passage, not a live position</Trans>
          ) : (
            <Trans>Late: reached this screen {delay} after the hit, not a live position</Trans>
          )}
        </span>
      )}
    </p>
  );
}

// Which hit of the incident the card shows: its latest, until the user picks an earlier one. It is
// always the hit as it is now, never as it was when it was picked.
export function useShownHit(incident: Incident | undefined): [Hit | undefined, (hit: Hit) => void] {
  const [picked, set_picked] = useState<string | null>(null);
  const asked = useQuery({
    ...incident_query(incident?.id ?? '', incident?.version ?? 0),
    enabled: incident !== undefined,
  });
  const of_trail = asked.data?.trail.find(({ id }) => id === picked);
  return [of_trail ?? incident?.last_hit, (hit) => set_picked(hit.id)];
}

import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Hit, Incident } from '../../api/generated';
import { span } from '../../text/format';
import { Plate } from '../signs/plate';
import { Priority } from '../signs/priority';
import { StateName } from '../signs/state';
import { CompareStrip } from './compare_strip';
import { Facts, Why } from './facts';
import styles from './hit_card.module.css';
import { PicturesOfHit } from './pictures_of_hit';
import { Trail } from './trail';

type Props = { incident: Incident; onEnlarge: () => void; onShow: (hit: Hit) => void; hit: Hit };

// One hit with its evidence. Nothing here decides; it shows what a person needs to decide.
export function HitCard({ incident, hit, onEnlarge, onShow }: Props) {
  return (
    <article className={styles.card} aria-label={hit.plate} data-hit={hit.id}>
      <header className={styles.head}>
        <Priority priority={hit.priority} unverified={hit.state === 'candidate'} />
        <Plate plate={hit.plate} country={hit.country} size="card" />
        <div className={styles.title}>
          <h2>{hit.list.title || hit.list.name}</h2>
          <State hit={hit} />
        </div>
      </header>
      <PicturesOfHit hit={hit} onEnlarge={onEnlarge} />
      <CompareStrip
        read={hit.plate}
        entry={hit.entry_plate}
        read_country={hit.country}
        entry_country={hit.entry_country}
        confidences={hit.glyph_confidences}
      />
      <Facts hit={hit} />
      <Trail incident={incident} shown={hit.id} onShow={onShow} />
      <Why hit={hit} />
    </article>
  );
}

function State({ hit }: { hit: Hit }) {
  const delay = span(Date.parse(hit.created_at) - Date.parse(hit.captured_at));
  return (
    <p className={styles.state}>
      <span data-state={hit.state}>
        {hit.state === 'candidate' ? (
          <Trans>Candidate: nobody has verified this yet</Trans>
        ) : (
          <StateName state={hit.state} />
        )}
      </span>
      {hit.late && (
        <span data-state="late">
          <Trans>Late: arrived {delay} after the passage, not a live position</Trans>
        </span>
      )}
    </p>
  );
}

// Which hit of the incident the card shows: its latest, until the user picks an earlier one.
export function useShownHit(incident: Incident | undefined): [Hit | undefined, (hit: Hit) => void] {
  const [picked, set_picked] = useState<Hit | null>(null);
  const is_of_incident = picked !== null && picked.incident === incident?.id;
  return [is_of_incident ? picked : incident?.last_hit, set_picked];
}

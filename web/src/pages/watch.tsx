import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { type Desk, EMPTY_DESK, incident_of, type Place, queue_of } from '../api/desk';
import type { Hit, Incident } from '../api/generated';
import { useHavingOpen } from '../api/presence';
import { desk_query } from '../api/queries';
import { HitCard, useShownHit } from '../parts/card/hit_card';
import { PictureDialog } from '../parts/card/picture_dialog';
import { UndoBar } from '../parts/card/undo_bar';
import { KeyCap } from '../parts/keys/key_cap';
import { useKeys } from '../parts/keys/use_keys';
import { MapPanel } from '../parts/map/map_panel';
import { useBatch } from '../parts/queue/daily';
import { QueueRegion } from '../parts/queue/queue_region';
import { useTriage } from '../parts/queue/use_triage';
import { useRegions } from '../parts/shell/use_regions';
import { useWork, type Work } from './use_work';
import styles from './watch.module.css';

type Props = {
  selected: string | undefined;
  place: Place;
  onSelect: (incident: string) => void;
  onPlace: (place: Place) => void;
};

// The first screen of a shift: what was hit, the evidence for it, and where it is.
export function Watch({ selected, place: wanted, onSelect, onPlace }: Props) {
  const { t } = useLingui();
  const desk = useQuery(desk_query);
  const [paused_at, set_paused_at] = useState<Desk | null>(null);
  const [is_enlarged, set_enlarged] = useState(false);
  const live = desk.data ?? EMPTY_DESK;
  const shown = paused_at ?? live;
  const place = usePlace(wanted, live);
  const incident =
    selected === undefined
      ? undefined
      : (incident_of(shown, selected) ?? incident_of(live, selected));
  const [hit, show_hit] = useShownHit(incident);
  const on_map = useOnMap(shown, place);
  const card = useRef<HTMLElement>(null);
  const screen = useRef<HTMLElement>(null);
  const regions = useRegions();

  // The button that was pressed is gone with the question: the keys stay with the card.
  useHavingOpen(hit?.id);
  const work = useWork({ desk: live, place, selected, onSelect }, () => regions.focus('card'));

  const enlarge = () => set_enlarged(hit !== undefined);
  const pause = () => set_paused_at((was) => (was ? null : live));
  const open = () => {
    regions.focus('card');
    if (hit?.state === 'candidate') work.claim(hit);
  };
  useCardKeys(card, { enlarge, back: () => regions.focus('queue') });
  useKeys({ undo: work.undo, next_open: work.next }, screen);

  return (
    <main ref={screen} className={styles.watch}>
      <h1 className="unseen">{t`Watch`}</h1>
      <section className={styles.queue} aria-label={t`Vehicles with hits`} data-region="queue">
        <QueueRegion
          desk={desk}
          place={place}
          onPlace={onPlace}
          shown={shown}
          live={live}
          is_paused={paused_at !== null}
          selected={selected}
          onSelect={onSelect}
          onOpen={open}
          onEnlarge={enlarge}
          onPause={pause}
        />
      </section>
      <section
        ref={card}
        className={styles.card}
        aria-label={t`Hit`}
        data-region="card"
        tabIndex={-1}
      >
        <Card incident={incident} hit={hit} work={work} onEnlarge={enlarge} onShow={show_hit} />
      </section>
      <section className={styles.map} aria-label={t`Where`} data-region="map" tabIndex={-1}>
        <MapPanel
          incidents={on_map}
          chosen={incident}
          hit={hit}
          onSelect={onSelect}
          work={work}
          onOpen={() => regions.focus('card')}
        />
      </section>
      {hit && <PictureDialog hit={hit} open={is_enlarged} onOpenChange={set_enlarged} />}
    </main>
  );
}

// What is wanted, with a day that has a batch.
function usePlace({ queue, day: wanted }: Place, live: Desk): Place {
  const day = useBatch(queue === 'daily', wanted, live);
  return useMemo(() => ({ queue, day }), [queue, day]);
}

// A day is looked at by itself; else everything that is open is on the map.
function useOnMap(shown: Desk, place: Place) {
  const triage = useTriage();
  return useMemo(
    () => triage(place.queue === 'daily' ? queue_of(shown, place) : shown.incidents),
    [shown, place, triage],
  );
}

type CardKeys = { enlarge: () => void; back: () => void };

function useCardKeys(card: RefObject<HTMLElement | null>, { enlarge, back }: CardKeys): void {
  useKeys(
    {
      enlarge_card: (event) => {
        event.preventDefault();
        enlarge();
      },
      back,
    },
    card,
  );
}

type CardProps = {
  incident: Incident | undefined;
  hit: Hit | undefined;
  work: Work;
  onEnlarge: () => void;
  onShow: (hit: Hit) => void;
};

// The chosen hit, and the verdict that can still be taken back.
function Card({ incident, hit, work, onEnlarge, onShow }: CardProps) {
  return (
    <>
      {incident && hit ? (
        <HitCard
          key={hit.id}
          incident={incident}
          hit={hit}
          act={work.act}
          onEnlarge={onEnlarge}
          onShow={onShow}
          onJudged={work.judged}
        />
      ) : (
        <NothingChosen />
      )}
      {work.last && <UndoBar judged={work.last} act={work.undoing} onUndone={work.undone} />}
    </>
  );
}

function NothingChosen() {
  return (
    <div className={styles.nothing}>
      <p>
        <Trans>Choose a vehicle in the list to see its pictures.</Trans>
      </p>
      <p className={styles.hint}>
        <KeyCap id="next_region" /> <Trans>to the list, then</Trans> <KeyCap id="next_row" all />
      </p>
    </div>
  );
}

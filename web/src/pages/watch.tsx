import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { type Desk, EMPTY_DESK, in_order } from '../api/desk';
import { desk_query } from '../api/queries';
import { HitCard, useShownHit } from '../parts/card/hit_card';
import { PictureDialog } from '../parts/card/picture_dialog';
import { KeyCap } from '../parts/keys/key_cap';
import { useKeys } from '../parts/keys/use_keys';
import { MapPanel } from '../parts/map/map_panel';
import { type QueueName, QueueRegion } from '../parts/queue/queue_region';
import { useRegions } from '../parts/shell/use_regions';
import styles from './watch.module.css';

type Props = {
  selected: string | undefined;
  queue: QueueName;
  onSelect: (incident: string) => void;
  onQueue: (queue: QueueName) => void;
};

// The first screen of a shift: what was hit, the evidence for it, and where it is.
export function Watch({ selected, queue, onSelect, onQueue }: Props) {
  const { t } = useLingui();
  const desk = useQuery(desk_query);
  const [paused_at, set_paused_at] = useState<Desk | null>(null);
  const [is_enlarged, set_enlarged] = useState(false);
  const live = desk.data ?? EMPTY_DESK;
  const shown = paused_at ?? live;
  const incident =
    selected === undefined ? undefined : (shown.incidents[selected] ?? live.incidents[selected]);
  const [hit, show_hit] = useShownHit(incident);
  const on_map = useMemo(() => in_order(shown.incidents), [shown.incidents]);
  const card = useRef<HTMLElement>(null);
  const regions = useRegions();

  const enlarge = () => set_enlarged(hit !== undefined);
  const pause = () => set_paused_at((was) => (was ? null : live));
  useKeys(
    {
      enlarge_card: (event) => {
        event.preventDefault();
        enlarge();
      },
      back: () => regions.focus('queue'),
    },
    card,
  );

  return (
    <main className={styles.watch}>
      <h1 className="unseen">{t`Watch`}</h1>
      <section className={styles.queue} aria-label={t`Vehicles with hits`} data-region="queue">
        <QueueRegion
          desk={desk}
          queue={queue}
          onQueue={onQueue}
          shown={shown}
          live={live}
          is_paused={paused_at !== null}
          selected={selected}
          onSelect={onSelect}
          onOpen={() => regions.focus('card')}
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
        {incident && hit ? (
          <HitCard
            key={hit.id}
            incident={incident}
            hit={hit}
            onEnlarge={enlarge}
            onShow={show_hit}
          />
        ) : (
          <NothingChosen />
        )}
      </section>
      <section className={styles.map} aria-label={t`Where`} data-region="map" tabIndex={-1}>
        <MapPanel incidents={on_map} chosen={incident} hit={hit} onSelect={onSelect} />
      </section>
      {hit && <PictureDialog hit={hit} open={is_enlarged} onOpenChange={set_enlarged} />}
    </main>
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

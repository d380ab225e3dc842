import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { EMPTY_DESK } from '../../api/desk';
import type { Hit, User } from '../../api/generated';
import { useHavingOpen } from '../../api/presence';
import { cameras_query, desk_query } from '../../api/queries';
import { UndoBar } from '../../parts/card/undo_bar';
import { useKeys } from '../../parts/keys/use_keys';
import { ItemList } from '../../parts/live_map/item_list';
import { ItemPopup } from '../../parts/live_map/item_popup';
import {
  type Chosen,
  chosen_in,
  is_chosen,
  items_of,
  type MapItem,
  type Scene,
  text_of_chosen,
} from '../../parts/live_map/items';
import {
  layers_in,
  remember_layers,
  remembered_layers,
  switched,
  text_of,
} from '../../parts/live_map/layers';
import { TimeBar } from '../../parts/live_map/time_bar';
import { type Past, usePast } from '../../parts/live_map/use_playback';
import { useScene } from '../../parts/live_map/use_scene';
import { Refusal } from '../../parts/shell/refusal';
import { useRegions } from '../../parts/shell/use_regions';
import { LiveMap } from './live_map';
import styles from './map_page.module.css';
import type { Place } from './map_place';
import { type MapWork, useMapWork } from './use_map_work';

const focus_popup = () => document.querySelector<HTMLElement>('[data-popup]')?.focus();

type Props = { user: User; place: Place; onPlace: (change: Place) => void };

// The province as it is now or was a while ago: on a map, and wholly in a list beside it.
export function MapPage({ user, place, onPlace }: Props) {
  const { t } = useLingui();
  const regions = useRegions();
  const screen = useRef<HTMLElement>(null);
  const desk = useQuery(desk_query).data ?? EMPTY_DESK;
  const cameras = useQuery(cameras_query);
  const chosen = chosen_in(place.chosen);
  const incident = chosen?.kind === 'hit' ? desk.incidents[chosen.id] : undefined;
  const past = usePast(desk);
  const live = useScene(desk, incident);
  const scene = useMemo(() => scene_at(live, past.shown), [live, past.shown]);
  const [layers, switch_layer] = useLayers(user, { place, onPlace });
  const items = useMemo(() => items_of(scene, layers), [scene, layers]);
  const item = items.find((one) => is_chosen(one, chosen));
  const work = useMapWork(focus_popup);
  useHavingOpen(item?.kind === 'hit' && past.shown === null ? item.hit.id : undefined);
  useKeys({ undo: work.undo }, screen);

  const choose = (wanted: Chosen | null) => {
    work.act.forget();
    onPlace({ chosen: wanted ? text_of_chosen(wanted) : undefined });
  };
  const close = () => {
    choose(null);
    regions.focus('map');
  };
  return (
    <main ref={screen} className={styles.screen}>
      <h1 className="unseen">{t`Map`}</h1>
      <LiveMap
        user={user}
        place={place}
        onPlace={onPlace}
        scene={scene}
        item={item}
        incident={incident}
        layers={layers}
        onLayer={switch_layer}
        onChoose={choose}
        past={past}
        popup={item && <Opened {...{ item, scene, past, work }} onClose={close} />}
        onClose={close}
      />
      <section className={styles.list} aria-label={t`Everything on the map`} data-region="list">
        {cameras.isError && <Refusal error={cameras.error} onRetry={() => cameras.refetch()} />}
        {past.error !== null && <Refusal error={past.error} onRetry={past.again} />}
        <ItemList items={items} chosen={chosen} onChoose={choose} onOpen={focus_popup} />
        {chosen && !item && (
          <p className={styles.gone} role="status">
            <Trans>What was chosen is not on the map now.</Trans>
          </p>
        )}
        {work.last && <UndoBar judged={work.last} act={work.undoing} onUndone={work.undone} />}
      </section>
      <TimeBar past={past} />
    </main>
  );
}

type OpenedProps = {
  item: MapItem;
  scene: Scene;
  past: Past;
  work: MapWork;
  onClose: () => void;
};

function Opened({ item, scene, past, work, onClose }: OpenedProps) {
  const navigate = useNavigate();
  return (
    <ItemPopup
      item={item}
      cameras={scene.cameras}
      now={scene.now}
      is_past={past.shown !== null}
      act={work.act}
      onOpen={({ incident }) => void navigate({ to: '/watch', search: { incident } })}
      onJudged={work.judged}
      onClose={onClose}
    />
  );
}

// In the past there are hits alone: no pursuit and no forecast is of that moment.
function scene_at(live: Scene, shown: readonly Hit[] | null): Scene {
  if (shown === null) return live;
  const hits = shown.toSorted(
    (a, b) => a.priority - b.priority || b.captured_at.localeCompare(a.captured_at),
  );
  return {
    ...live,
    hits: hits.map((hit) => ({ hit, incident: undefined })),
    pursuits: [],
    expected: [],
  };
}

// Those of the address, else those this user left on.
function useLayers(user: User, { place, onPlace }: Pick<Props, 'place' | 'onPlace'>) {
  const [own, set_own] = useState(() => remembered_layers(user.id));
  const layers = useMemo(
    () => (place.layers === undefined ? own : layers_in(place.layers)),
    [own, place.layers],
  );
  const turn = (layer: (typeof own)[number]) => {
    const now = switched(layers, layer);
    remember_layers(user.id, now);
    set_own(now);
    onPlace({ layers: text_of(now) });
  };
  return [layers, turn] as const;
}

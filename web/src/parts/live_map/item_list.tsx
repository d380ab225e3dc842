import { Plural, Trans, useLingui } from '@lingui/react/macro';
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useKeys } from '../keys/use_keys';
import { NewRows } from '../page/new_rows';
import { useHand, useHeldOrder } from '../page/use_held_order';
import { useRowsInSight } from '../page/use_rows_in_sight';
import { ItemRow } from './item_row';
import {
  type Chosen,
  filtered,
  is_chosen,
  type Kind,
  KINDS,
  type MapItem,
  type Sort,
  SORTS,
  sorted,
} from './items';
import styles from './live_map.module.css';

const ROW_PX = 58; // a guess until a row is measured

type Props = {
  items: readonly MapItem[];
  chosen: Chosen | null;
  onChoose: (chosen: Chosen) => void;
  onOpen: () => void; // what is open on the map of it takes the keys
};

const key_of = ({ kind, id }: Chosen) => `${kind}.${id}`;

// Everything on the map, in words: found by text and kind, in three orders.
export function ItemList({ items, chosen, onChoose, onOpen }: Props) {
  const { t } = useLingui();
  const [text, set_text] = useState('');
  const [kind, set_kind] = useState<Kind | null>(null);
  const [sort, set_sort] = useState<Sort>('urgency');
  const rows = useMemo(() => sorted(filtered(items, text, kind), sort), [items, text, kind, sort]);
  return (
    <>
      <div className={styles.finding}>
        <h2>
          <Plural value={rows.length} _0="Nothing on the map" one="# item" other="# items" />
        </h2>
        <input
          type="search"
          placeholder={t`Plate, camera, place, zone`}
          aria-label={t`Find on the map`}
          value={text}
          onChange={(event) => set_text(event.currentTarget.value)}
        />
        <select
          aria-label={t`Show`}
          value={kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set_kind(KINDS.find((one) => one === value) ?? null)
          }
        >
          <option value="">{t`everything`}</option>
          <KindOptions />
        </select>
        <select
          aria-label={t`Order`}
          value={sort}
          onChange={({ currentTarget: { value } }) =>
            set_sort(SORTS.find((one) => one === value) ?? 'urgency')
          }
        >
          <option value="urgency">{t`most urgent first`}</option>
          <option value="time">{t`latest first`}</option>
          <option value="place">{t`by place`}</option>
        </select>
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>
          {items.length === 0 ? (
            <Trans>No layer of the map is on, or nothing is known yet.</Trans>
          ) : (
            <Trans>Nothing on the map answers to this.</Trans>
          )}
        </p>
      ) : (
        <Rows
          key={`${kind} ${sort} ${text}`}
          rows={rows}
          chosen={chosen}
          onChoose={onChoose}
          onOpen={onOpen}
        />
      )}
    </>
  );
}

function KindOptions(): ReactNode {
  const { t } = useLingui();
  const names: Readonly<Record<Kind, string>> = {
    hit: t`hits`,
    pursuit: t`pursuits`,
    next: t`likely next`,
    camera: t`cameras`,
    zone: t`zones`,
  };
  return KINDS.map((one) => (
    <option key={one} value={one}>
      {names[one]}
    </option>
  ));
}

type RowsProps = Omit<Props, 'items'> & { rows: readonly MapItem[] };

function Rows({ rows: live, chosen, onChoose, onOpen }: RowsProps) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const hand = useHand();
  const by_key = useMemo(() => new Map(live.map((item) => [key_of(item), item])), [live]);
  const keys = useMemo(() => [...by_key.keys()], [by_key]);
  const held = useHeldOrder(keys, hand.is_there);
  const rows = useMemo(() => held.ids.flatMap((key) => by_key.get(key) ?? []), [held.ids, by_key]);
  const virtual = useRowsInSight({ rows, name: key_of, guess: ROW_PX, box });
  const at = rows.findIndex((item) => is_chosen(item, chosen));
  const go = (wanted: number) => (event: KeyboardEvent) => {
    event.preventDefault();
    const item = rows[Math.min(rows.length - 1, Math.max(0, wanted))];
    if (item) onChoose(item);
  };
  useRowKeys(box, { go, at, last: rows.length - 1, onOpen });
  // What is chosen on the map comes into sight in the list too.
  const name = chosen && at >= 0 ? key_of(chosen) : undefined;
  const reveal = useRef(() => {});
  useLayoutEffect(() => {
    reveal.current = () => {
      if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    };
  });
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another is chosen
  useEffect(() => reveal.current(), [name]);
  return (
    <div className={styles.rows} {...hand.of_pointer}>
      <div className={styles.waiting}>
        <NewRows waiting={held.waiting} onRelease={held.release} />
      </div>
      <div
        ref={box}
        className={styles.box}
        role="listbox"
        tabIndex={0}
        aria-label={t`Everything on the map`}
        aria-activedescendant={name && `item-${name}`}
        {...hand.of_focus}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const item = rows[index];
            return item ? (
              <Option
                key={key}
                item={item}
                place={{ index, start, count: rows.length }}
                is_selected={index === at}
                measure={virtual.measureElement}
                onChoose={() => {
                  box.current?.focus();
                  onChoose(item);
                }}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

type OptionProps = {
  item: MapItem;
  place: { index: number; start: number; count: number };
  is_selected: boolean;
  measure: (row: HTMLElement | null) => void;
  onChoose: () => void;
};

// The list owns the keyboard; a row only answers the pointer.
function Option({ item, place, is_selected, measure, onChoose }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`item-${key_of(item)}`}
      ref={measure}
      data-index={place.index}
      data-kind={item.kind}
      className={styles.option}
      style={{ transform: `translateY(${place.start}px)` }}
      role="option"
      tabIndex={-1}
      aria-selected={is_selected}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <ItemRow item={item} />
    </div>
  );
}

type Moves = {
  go: (wanted: number) => (event: KeyboardEvent) => void;
  at: number;
  last: number;
  onOpen: () => void;
};

function useRowKeys(box: RefObject<HTMLElement | null>, { go, at, last, onOpen }: Moves): void {
  useKeys(
    {
      next_line: go(at + 1),
      previous_line: go(at - 1),
      first_line: go(0),
      last_line: go(last),
      open_line: (event) => {
        event.preventDefault();
        onOpen();
      },
    },
    box,
  );
}

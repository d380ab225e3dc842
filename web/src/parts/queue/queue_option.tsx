import type { VirtualItem } from '@tanstack/react-virtual';
import type { Incident } from '../../api/generated';
import styles from './queue.module.css';
import { QueueRow } from './queue_row';

type Props = {
  item: VirtualItem;
  incident: Incident;
  count: number; // of all rows, seen or not
  selected: boolean;
  picked: boolean;
  measure: (row: HTMLElement | null) => void;
  onSelect: (incident: string) => void;
};

// A row in its place. The list owns the keyboard; a row only answers the pointer.
export function QueueOption(props: Props) {
  const { item, incident, count, selected, picked, measure, onSelect } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`row-${incident.id}`}
      ref={measure}
      data-index={item.index}
      className={styles.option}
      style={{ transform: `translateY(${item.start}px)` }}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={item.index + 1}
      aria-setsize={count}
      data-level={incident.priority}
      data-picked={picked}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[role="listbox"]')?.focus();
        onSelect(incident.id);
      }}
    >
      <QueueRow incident={incident} picked={picked} />
    </div>
  );
}

import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '../keys/use_keys';
import type { Direction } from './order';
import styles from './table.module.css';

type Props = {
  label: string;
  head: ReactNode;
  children: ReactNode;
  region?: string;
  is_panelled?: boolean;
};

const links_in = (box: HTMLElement | null) => [
  ...(box?.querySelectorAll<HTMLElement>('[data-row-link]') ?? []),
];

// A table whose rows are links: arrows and J K walk them, Enter opens. It scrolls by itself when
// the window is too narrow for it.
export function LinkTable({ label, head, children, region, is_panelled = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const go = (to: (at: number, count: number) => number) => (event: KeyboardEvent) => {
    const links = links_in(box.current);
    const at = links.indexOf(document.activeElement as HTMLElement);
    const wanted = Math.min(links.length - 1, Math.max(0, to(at, links.length)));
    event.preventDefault();
    links[wanted]?.focus();
    links[wanted]?.scrollIntoView({ block: 'nearest' });
  };
  useKeys(
    {
      next_line: go((at) => at + 1),
      previous_line: go((at) => at - 1),
      first_line: go(() => 0),
      last_line: go((_, count) => count - 1),
    },
    box,
  );
  return (
    <div
      ref={box}
      className={is_panelled ? styles.panelled : styles.wrap}
      data-region={region}
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so it is reached
      tabIndex={0}
    >
      <table className={styles.table} data-rows="links">
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

// A table to read, in a box that scrolls sideways where it must.
export function PlainTable({ label, head, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so it is reached
    <div className={styles.panelled} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

type SortProps = {
  name: ReactNode;
  direction: Direction | undefined; // absent while another column sorts
  onSort: () => void;
  is_right?: boolean;
};

export function SortHead({ name, direction, onSort, is_right = false }: SortProps) {
  const { t } = useLingui();
  const order = direction === undefined ? 'none' : direction === 'up' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={order} className={is_right ? styles.right : undefined}>
      <button
        type="button"
        className={styles.sort}
        data-active={direction !== undefined}
        title={t`Sort`}
        onClick={onSort}
      >
        {name}
        <span className={styles.arrow} data-direction={direction} aria-hidden="true" />
      </button>
    </th>
  );
}

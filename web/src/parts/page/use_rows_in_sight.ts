import { measureElement, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useRef } from 'react';

type Rows<Row> = {
  rows: readonly Row[]; // the same array for as long as it holds the same
  name: (row: Row) => string; // the same function, too
  guess: number; // px, until a row is measured
  box: RefObject<HTMLDivElement | null>;
};

// Of a long list only the rows that are drawn. The first one measured is the guess for the rest: a
// guess that is wrong lays all rows behind it out anew, and so would names that change.
export function useRowsInSight<Row>({ rows, name, guess, box }: Rows<Row>) {
  const usual = useRef<number>(undefined);
  const name_at = useCallback(
    (index: number) => (rows[index] ? name(rows[index]) : index),
    [rows, name],
  );
  return useVirtualizer<HTMLDivElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => usual.current ?? guess,
    measureElement: (row, entry, instance) => {
      const size = measureElement(row, entry, instance);
      usual.current ??= size;
      return size;
    },
    getItemKey: name_at,
    overscan: 8,
  });
}

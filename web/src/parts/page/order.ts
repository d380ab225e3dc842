// The column by which a table is sorted, and which way. Pure.
export type Direction = 'up' | 'down';
export type Order<Column> = { column: Column; direction: Direction };

// Another column begins as it is read first; the same one turns round.
export function next_order<Column extends string>(
  now: Order<Column>,
  column: Column,
  first: Readonly<Record<Column, Direction>>,
): Order<Column> {
  if (now.column !== column) return { column, direction: first[column] };
  return { column, direction: now.direction === 'up' ? 'down' : 'up' };
}

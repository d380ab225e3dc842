// Rows do not move under the hand: while pointer or focus is in the list the old order is held and
// what is new waits outside.
export type StillOrder = { ids: readonly string[]; waiting: readonly string[] };

export function hold_order(
  held: readonly string[],
  live: readonly string[],
  is_still: boolean,
): StillOrder {
  if (!is_still) return { ids: live, waiting: [] };
  const alive = new Set(live);
  const shown = new Set(held);
  return { ids: held.filter((id) => alive.has(id)), waiting: live.filter((id) => !shown.has(id)) };
}

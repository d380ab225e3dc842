import { useMemo, useState } from 'react';
import { hold_order } from '../../api/still_order';

const NOTHING: readonly string[] = [];

export type HeldOrder = { ids: readonly string[]; waiting: number; release: () => void };

// Rows keep their places while a hand is in the list, although what they say goes on. `live` is the
// same array for as long as it holds the same.
export function useHeldOrder(live: readonly string[], is_still: boolean): HeldOrder {
  const [held, set_held] = useState(NOTHING);
  const holds = is_still && held.length > 0;
  if (!holds && held !== live) set_held(live);
  // Not for each step of scrolling: there may be thousands.
  const { ids, waiting } = useMemo(() => hold_order(held, live, holds), [held, live, holds]);
  return { ids, waiting: waiting.length, release: () => set_held(live) };
}

// A pointer that rests and a focus that stays hold the rows where they are.
export function useHand() {
  const [hand, set_hand] = useState({ pointer: false, focus: false });
  const touch = (change: Partial<typeof hand>) => set_hand((was) => ({ ...was, ...change }));
  return {
    is_there: hand.pointer || hand.focus,
    of_pointer: {
      onPointerEnter: () => touch({ pointer: true }),
      onPointerLeave: () => touch({ pointer: false }),
    },
    of_focus: {
      onFocus: () => touch({ focus: true }),
      onBlur: () => touch({ focus: false }),
    },
  };
}

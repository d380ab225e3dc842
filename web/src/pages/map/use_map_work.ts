// The work of an operator on the map: act on the chosen hit, and take a verdict back.
import { useState } from 'react';
import type { Hit } from '../../api/generated';
import { take_back } from '../../parts/card/undo_bar';
import { type Act, useAct } from '../../parts/page/act';

export type MapWork = {
  act: Act;
  undoing: Act;
  last: Hit | null; // judged last, by this person
  judged: (now: Hit) => void;
  undo: () => void;
  undone: () => void;
};

// The button that was pressed is gone with the question: `keep_focus` holds the keys on the map.
export function useMapWork(keep_focus: () => void): MapWork {
  const act = useAct();
  const undoing = useAct();
  const [last, set_last] = useState<Hit | null>(null);
  const undone = () => {
    keep_focus();
    set_last(null);
  };
  return {
    act,
    undoing,
    last,
    judged: (now) => {
      undoing.forget();
      keep_focus();
      set_last(now);
    },
    undo: () => {
      if (last) void take_back({ judged: last, act: undoing, onUndone: undone });
    },
    undone,
  };
}

// The work of an operator on the watch screen: claim, judge, undo, next.
import { useState } from 'react';
import { type Desk, type Place, queue_of } from '../api/desk';
import type { Hit, Incident } from '../api/generated';
import { claim } from '../api/hit_steps';
import { take_back } from '../parts/card/undo_bar';
import { type Act, useAct } from '../parts/page/act';
import { useTriage } from '../parts/queue/use_triage';

type Chosen = {
  desk: Desk;
  place: Place;
  selected: string | undefined;
  onSelect: (incident: string) => void;
};

export type Work = {
  act: Act; // of the hit on the card
  undoing: Act;
  last: Hit | null; // judged last, by this person
  claim: (hit: Hit) => void;
  judged: (now: Hit) => void;
  undo: () => void;
  undone: () => void;
  next: () => void;
};

export function useWork(at: Chosen, keep_focus: () => void): Work {
  const act = useAct();
  const undoing = useAct();
  const [last, set_last] = useState<Hit | null>(null);
  const triage = useTriage();
  const next = () => {
    const id = next_open(at, triage(queue_of(at.desk, at.place)));
    if (id !== undefined) at.onSelect(id);
  };
  const undone = () => {
    if (last) at.onSelect(last.incident);
    keep_focus();
    set_last(null);
  };
  return {
    act,
    undoing,
    last,
    claim: (hit) => void act.run(() => claim(hit)),
    // Who validates goes on with this vehicle; who rejects with the next.
    judged: (now) => {
      undoing.forget();
      keep_focus();
      set_last(now);
      if (now.state === 'validated') copy_for_radio(now);
      else next();
    },
    undo: () => {
      if (last) void take_back({ judged: last, act: undoing, onUndone: undone });
    },
    undone,
    next,
  };
}

// The one below the chosen that waits for somebody, or else the first.
function next_open({ selected }: Chosen, rows: readonly Incident[]): string | undefined {
  const at = rows.findIndex(({ id }) => id === selected);
  const waits = ({ id, open }: Incident) => open && id !== selected;
  return (rows.slice(at + 1).find(waits) ?? rows.find(waits))?.id;
}

// Plate and place, for the radio or the dispatch system. Where a browser refuses, nothing is lost.
function copy_for_radio(hit: Hit): void {
  const { site } = hit.camera;
  const text = [hit.plate, hit.country, site.road, site.municipality].filter(Boolean).join(' ');
  void navigator.clipboard?.writeText(text).catch(() => undefined);
}

import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../shell/refusal';

export type Act = {
  is_busy: boolean;
  failure: unknown; // null: none
  run: (work: () => Promise<unknown>) => Promise<boolean>; // false: it failed, and says why
  forget: () => void;
};

// Nowhere, or in the question of a proof that is just closing.
const is_lost = (focused: Element | null) =>
  focused === null || focused === document.body || focused.closest('[data-above]') !== null;

// One thing a person does: it is busy, it fails with a reason, or it is done.
export function useAct(): Act {
  const [is_busy, set_busy] = useState(false);
  const [failure, set_failure] = useState<unknown>(null);
  const begun_at = useRef<Element | null>(null);
  const run = async (work: () => Promise<unknown>) => {
    begun_at.current = document.activeElement;
    set_busy(true);
    set_failure(null);
    try {
      await work();
      return true;
    } catch (error) {
      set_failure(error);
      return false;
    } finally {
      set_busy(false);
    }
  };
  // A button that is disabled meanwhile loses the focus: it comes back to where the act was begun.
  useEffect(() => {
    const at = begun_at.current;
    if (is_busy || !(at instanceof HTMLElement)) return;
    begun_at.current = null;
    if (is_lost(document.activeElement)) at.focus();
  }, [is_busy]);
  return { is_busy, failure, run, forget: () => set_failure(null) };
}

export function ActFailure({ of }: { of: Act }) {
  return of.failure === null ? null : <Refusal error={of.failure} />;
}

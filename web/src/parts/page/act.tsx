import { useState } from 'react';
import { Refusal } from '../shell/refusal';

export type Act = {
  is_busy: boolean;
  failure: unknown; // null: none
  run: (work: () => Promise<unknown>) => Promise<boolean>; // false: it failed, and says why
  forget: () => void;
};

// One thing a person does: it is busy, it fails with a reason, or it is done.
export function useAct(): Act {
  const [is_busy, set_busy] = useState(false);
  const [failure, set_failure] = useState<unknown>(null);
  const run = async (work: () => Promise<unknown>) => {
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
  return { is_busy, failure, run, forget: () => set_failure(null) };
}

export function ActFailure({ of }: { of: Act }) {
  return of.failure === null ? null : <Refusal error={of.failure} />;
}

// Acts that could not be sent yet: a pure list, and how it is read back from the device. Of a hit
// only its number and its version stand in it, never a plate, a place or a picture.
import { z } from 'zod';
import { VERBS } from './car_acts';

const entry = z.strictObject({
  key: z.uuid(), // the Idempotency-Key: sent again, it is the same act
  hit: z.string().max(64),
  version: z.number().int().min(1), // of the hit as it was looked at
  verb: z.enum(VERBS),
  by: z.string().max(64), // whose act it is: nobody else's session sends it
  at: z.iso.datetime(),
});

export type Entry = Readonly<z.infer<typeof entry>>;

// Why an act is given up. What was done meanwhile is said where the server tells it.
export type Why = 'expired' | 'withdrawn' | 'changed' | 'gone' | 'forbidden' | 'refused';
export type Dropped = { entry: Entry; why: Why };

export type Outbox = { waiting: readonly Entry[]; dropped: readonly Dropped[] };

export const EMPTY: Outbox = { waiting: [], dropped: [] };

// One act a hit: what was pressed twice is one.
export function put(box: Outbox, added: Entry): Outbox {
  if (box.waiting.some(({ hit }) => hit === added.hit)) return box;
  return { ...box, waiting: [...box.waiting, added] };
}

export type Answer = 'done' | 'later' | Why;

export function settle(box: Outbox, key: string, answer: Answer): Outbox {
  const found = box.waiting.find((one) => one.key === key);
  if (!found || answer === 'later') return box;
  const waiting = box.waiting.filter((one) => one !== found);
  if (answer === 'done') return { ...box, waiting };
  return { waiting, dropped: [...box.dropped, { entry: found, why: answer }] };
}

// The person has read why.
export const forget = (box: Outbox, key: string): Outbox => ({
  ...box,
  dropped: box.dropped.filter((one) => one.entry.key !== key),
});

const LATER: ReadonlySet<number> = new Set([0, 401, 408, 425, 429, 500, 502, 503, 504]);

// What a failure means for the act. `state`: what the hit is by now, where that is known.
export function answer_to(status: number, state: string | undefined): Answer {
  if (LATER.has(status)) return 'later';
  if (status === 404) return 'gone';
  if (status === 403) return 'forbidden';
  if (status !== 409 && status !== 412) return 'refused';
  return state === 'expired' || state === 'withdrawn' ? state : 'changed';
}

// What stood on the device; each entry that is not one is left out.
export function waiting_from(text: string | null): Entry[] {
  try {
    const json: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(json)) return [];
    return json.flatMap((one) => entry.safeParse(one).data ?? []);
  } catch {
    return [];
  }
}

// The acts of the car on their way: each is put down on the device first, then sent, and sent again
// with the same key until the server has answered. A gap of coverage, a reload or a flat battery
// between loses none and doubles none.
import { useEffect, useSyncExternalStore } from 'react';
import { useConnection } from '../../api/desk_feed';
import { answered, Failure } from '../../api/failure';
import { closeHit, dispatchHit, getHit, type Hit, judgeHit, stopHit } from '../../api/generated';
import { type Looked, type Sent, step } from '../../api/hit_steps';
import type { Verb } from './car_acts';
import {
  type Answer,
  answer_to,
  EMPTY,
  type Entry,
  forget,
  type Outbox,
  put,
  settle,
  waiting_from,
} from './outbox';

const STORED = 'bas.car.outbox';
const AGAIN_MS = 10_000;

let box: Outbox = EMPTY;
let judged: Hit | null = null; // last, by this person: it can be taken back for a while
let is_sending = false;
const listeners = new Set<() => void>();

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function keep(next: Outbox): void {
  if (next === box) return;
  box = next;
  try {
    localStorage.setItem(STORED, JSON.stringify(box.waiting));
  } catch {
    // without storage they wait until the page is left
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useOutbox = (): Outbox => useSyncExternalStore(subscribe, () => box);
export const useJudged = (): Hit | null => useSyncExternalStore(subscribe, () => judged);

export function forget_judged(): void {
  judged = null;
  for (const listener of listeners) listener();
}

// What another tab of this browser put down or sent.
function follow({ key, newValue }: StorageEvent): void {
  if (key !== STORED) return;
  box = { ...box, waiting: waiting_from(newValue) };
  for (const listener of listeners) listener();
}

const SENDERS: Readonly<Record<Verb, (sent: Sent) => Promise<Hit>>> = {
  validate: (sent) => answered(judgeHit({ ...sent, body: { state: 'validated' } })),
  reject: (sent) =>
    answered(judgeHit({ ...sent, body: { state: 'rejected', reason: 'vehicle_differs' } })),
  dispatch: (sent) => answered(dispatchHit(sent)),
  stop: (sent) => answered(stopHit(sent)),
  confirm: (sent) => answered(closeHit({ ...sent, body: { outcome: 'confirmed' } })),
  clear: (sent) => answered(closeHit({ ...sent, body: { outcome: 'cleared' } })),
  not_found: (sent) => answered(closeHit({ ...sent, body: { outcome: 'not_found' } })),
};

async function state_of(hit: string): Promise<string | undefined> {
  const asked = await answered(getHit({ path: { id: hit } })).catch(() => undefined);
  return asked?.state;
}

async function send(entry: Entry): Promise<Answer> {
  const looked: Looked = { id: entry.hit, version: entry.version };
  try {
    const now = await step(looked, SENDERS[entry.verb], entry.key);
    if (entry.verb === 'validate' || entry.verb === 'reject') judged = now;
    return 'done';
  } catch (error) {
    const status = error instanceof Failure ? error.status : 0;
    const is_late = status === 409 || status === 412;
    return answer_to(status, is_late ? await state_of(entry.hit) : undefined);
  }
}

// In their order, one after another; stops at the first that has to wait.
async function send_waiting(me: string): Promise<void> {
  if (is_sending) return;
  is_sending = true;
  try {
    for (;;) {
      const next = box.waiting.find(({ by }) => by === me);
      if (!next) return;
      // oxlint-disable-next-line no-await-in-loop -- one act builds on the one before it
      const answer = await send(next);
      keep(settle(box, next.key, answer));
      if (answer === 'later') return;
    }
  } finally {
    is_sending = false;
  }
}

// Puts an act down and sends it.
export async function act(hit: Hit, verb: Verb, me: string): Promise<void> {
  keep(
    put(box, {
      key: crypto.randomUUID(),
      hit: hit.id,
      version: hit.version,
      verb,
      by: me,
      at: new Date().toISOString(),
    }),
  );
  await send_waiting(me);
}

export const understood = (key: string): void => keep(forget(box, key));

// Sends what waits: at the start, when the line is back, and every now and then.
export function useSending(me: string | undefined): void {
  const { phase } = useConnection();
  useEffect(() => {
    if (me === undefined) return;
    if (box === EMPTY) keep({ ...EMPTY, waiting: waiting_from(stored()) });
    const again = () => void send_waiting(me);
    again();
    const timer = setInterval(again, AGAIN_MS);
    globalThis.addEventListener('online', again);
    globalThis.addEventListener('storage', follow);
    return () => {
      clearInterval(timer);
      globalThis.removeEventListener('storage', follow);
      globalThis.removeEventListener('online', again);
    };
  }, [me]);
  useEffect(() => {
    if (me !== undefined && phase === 'open') void send_waiting(me);
  }, [me, phase]);
}

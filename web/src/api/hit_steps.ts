// The verbs of the desk: one function a step. Each names the version that was looked at and a key
// that is made once, when the user acts, so that what is sent again after a cut is one step.
import { take_hit } from './desk_feed';
import { answered, Failure } from './failure';
import {
  claimHit,
  closeHit,
  dispatchHit,
  getHit,
  type Hit,
  judgeHit,
  type NewOutcome,
  type RejectReason,
  rejectHits,
  releaseHit,
  stopHit,
  undoVerdict,
} from './generated';

export const UNDO_MS = 10_000;

// What a step is taken on: a hit, as it was looked at.
export type Looked = Pick<Hit, 'id' | 'version'>;

export type Sent = {
  path: { id: string };
  headers: { 'If-Match': string; 'Idempotency-Key': string };
};

// When somebody else was first, what the hit has become is shown beside the refusal.
// `key`: of the act, when it was made earlier.
export async function step(
  hit: Looked,
  send: (sent: Sent) => Promise<Hit>,
  key: string = crypto.randomUUID(),
): Promise<Hit> {
  const path = { id: hit.id };
  const headers = { 'If-Match': `"${hit.version}"`, 'Idempotency-Key': key };
  try {
    const now = await send({ path, headers });
    take_hit(now);
    return now;
  } catch (error) {
    const is_late = error instanceof Failure && (error.status === 409 || error.status === 412);
    if (is_late) take_hit(await answered(getHit({ path })));
    throw error;
  }
}

export const claim = (hit: Hit, take_over = false) =>
  step(hit, (sent) => answered(claimHit({ ...sent, body: take_over ? { take_over } : {} })));
export const release = (hit: Hit) => step(hit, (sent) => answered(releaseHit(sent)));
export const validate = (hit: Hit) =>
  step(hit, (sent) => answered(judgeHit({ ...sent, body: { state: 'validated' } })));
export const reject = (hit: Hit, reason: RejectReason) =>
  step(hit, (sent) => answered(judgeHit({ ...sent, body: { state: 'rejected', reason } })));
export const undo = (hit: Hit) => step(hit, (sent) => answered(undoVerdict(sent)));
export const dispatch = (hit: Hit) => step(hit, (sent) => answered(dispatchHit(sent)));
export const stop = (hit: Hit) => step(hit, (sent) => answered(stopHit(sent)));
export const close = (hit: Hit, outcome: NewOutcome['outcome']) =>
  step(hit, (sent) => answered(closeHit({ ...sent, body: { outcome } })));

// Several of the less urgent for one reason. Answers why some were left as they are.
export async function reject_together(hits: readonly Hit[], reason: RejectReason) {
  const body = { reason, hits: hits.map(({ id, version }) => ({ id, version })) };
  const { items } = await answered(rejectHits({ body }));
  return items.filter(({ rejected }) => !rejected);
}

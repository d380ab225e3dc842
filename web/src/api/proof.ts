// Grave acts ask again who is there. Every request of the client passes here: what is answered
// `proof-needed` waits for the proof and is then sent once more, so that no screen knows of it.
import { done, Failure, problem_in } from './failure';
import { proveSession } from './generated';

const NEEDED = '/problems/proof-needed';

type Waiting = (is_proved: boolean) => void;

// One question at a time, however many requests wait for its answer.
let waiting: Waiting[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function on_proof_asked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const is_proof_asked = (): boolean => waiting.length > 0;

// What waits goes on, or fails with the answer it had.
export function answer_proof(is_proved: boolean): void {
  const told = waiting;
  waiting = [];
  tell();
  for (const one of told) one(is_proved);
}

const asked_proof = () =>
  new Promise<boolean>((resolve) => {
    waiting = [...waiting, resolve];
    tell();
  });

// One of the two is enough. Throws a Failure when neither is right.
export async function prove(password: string, code: string): Promise<void> {
  await done(proveSession({ body: { ...(password && { password }), ...(code && { code }) } }));
}

export const is_wrong_proof = (failure: unknown): boolean =>
  failure instanceof Failure && failure.problem?.type === NEEDED;

async function needs_proof(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return problem_in(body)?.type === NEEDED;
}

const PROVES = '/api/v1/session/proof';

// `send` is the fetch of the browser. The question itself is never asked about.
export function proving(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).pathname === PROVES) return send(request);
    const again = request.clone();
    const response = await send(request);
    if (!(await needs_proof(response)) || !(await asked_proof())) return response;
    return send(again);
  };
}

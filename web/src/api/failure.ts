// A refusal of the server as something a screen can show: what to do, and the number to quote.
import type { Problem } from './generated';
import { type Language, problemOf } from './problems';

export class Failure extends Error {
  readonly status: number; // 0: the server could not be reached
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem?.title ?? `status ${status}`);
    this.status = status;
    this.problem = problem;
  }

  advice(language: Language): string | null {
    return (this.problem && problemOf(this.problem.type)?.advice[language]) ?? null;
  }
}

type Answer<T> = { data?: T; error?: unknown; response?: Response | undefined };

// Unwraps an answer of the generated client; throws a Failure for everything but success.
export async function answered<T>(asked: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const answer = await asked.catch(() => {
    throw new Failure(0, null);
  });
  if (answer.data !== undefined && answer.data !== null) return answer.data as NonNullable<T>;
  throw new Failure(answer.response?.status ?? 0, problem_in(answer.error));
}

export function problem_in(body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null || !('type' in body)) return null;
  return body as Problem;
}

// The same for an answer without content.
export async function done(asked: Promise<Answer<unknown>>): Promise<void> {
  const answer = await asked.catch(() => {
    throw new Failure(0, null);
  });
  if (answer.response?.ok) return;
  throw new Failure(answer.response?.status ?? 0, problem_in(answer.error));
}

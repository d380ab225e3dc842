// Desks without a browser: each is an operator of his own with an event stream of his own.
import type { Hit } from '../../../web/src/api/generated';
import { add_person, expect, PASSWORD, type Served } from '../served';

export type Arrival = { name: string; at: number; hit: Pick<Hit, 'id' | 'state'> };
export type Listener = { cookie: string; arrivals: Arrival[]; close: () => void };

async function sign_in(url: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  expect(answer.ok, `${name}: ${answer.status}`).toBe(true);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

// Reads the stream as it comes and notes when each hit event was whole.
async function follow(body: ReadableStream<Uint8Array>, arrivals: Arrival[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const at = performance.now();
    const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const name = part.match(/^event: ?(hit\.(?:created|changed))$/m)?.[1];
      if (!name) continue;
      const text = [...part.matchAll(/^data: ?(.*)$/gm)].map((line) => line[1]).join('\n');
      arrivals.push({ name, at, hit: JSON.parse(text) as Arrival['hit'] });
    }
  }
}

export async function open_desk(served: Served, name: string, zone: string): Promise<Listener> {
  await add_person(served, { name, zone });
  const cookie = await sign_in(served.url, name);
  const stop = new AbortController();
  const answer = await fetch(`${served.url}/api/v1/stream`, {
    headers: { Cookie: cookie, Accept: 'text/event-stream' },
    signal: stop.signal,
  });
  expect(answer.status).toBe(200);
  const arrivals: Arrival[] = [];
  if (!answer.body) throw new Error('the stream has no body');
  follow(answer.body, arrivals).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return { cookie, arrivals, close: () => stop.abort() };
}

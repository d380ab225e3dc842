// Requests, answers and the event stream of the fake.
import type { IncomingMessage, ServerResponse } from 'node:http';

export type Asked = {
  method: string;
  url: URL;
  parts: Record<string, string>; // of the path, by name
  body: string;
  who: string | undefined; // the role signed in
  cookie: string | undefined;
};

export class Refused extends Error {
  readonly status: number;
  readonly slug: string;

  constructor(status: number, slug: string, detail: string) {
    super(detail);
    this.status = status;
    this.slug = slug;
  }
}

export const not_found = () => new Refused(404, 'not-found', 'There is nothing with this name.');

export type Answer = { status?: number; json?: unknown; headers?: Record<string, string> };
export type Handler = (asked: Asked) => Answer | Promise<Answer>;
export type Routes = [pattern: string, handler: Handler][];

const compiled = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const path = pattern.split(' ')[1] ?? '';
  const source = path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const made = compiled.get(pattern) ?? new RegExp(`^${source}$`);
  compiled.set(pattern, made);
  return made;
}

export function find(routes: Routes, method: string, path: string) {
  for (const [pattern, handler] of routes) {
    if (!pattern.startsWith(`${method} `)) continue;
    const groups = expression(pattern).exec(path);
    if (groups) return { handler, parts: { ...groups.groups } };
  }
  return null;
}

export async function body_of(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function problem(response: ServerResponse, refused: Refused): void {
  response.writeHead(refused.status, { 'Content-Type': 'application/problem+json' });
  response.end(
    JSON.stringify({
      type: `/problems/${refused.slug}`,
      title: refused.slug,
      status: refused.status,
      code: 'E_FAKE',
      detail: refused.message,
      request_id: '01KAZZFAKE',
    }),
  );
}

// Everybody who follows, and what was said last.
export class Stream {
  private readonly followers = new Set<ServerResponse>();
  seq = 100;

  follow(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    this.followers.add(response);
    response.on('close', () => this.followers.delete(response));
    this.write(response, 'hello', { ...this.clock(), version: 'fake' });
  }

  say(name: string, data: unknown): void {
    this.seq += 1;
    for (const follower of this.followers) this.write(follower, name, data, this.seq);
  }

  beat(): void {
    for (const follower of this.followers) this.write(follower, 'heartbeat', this.clock());
  }

  private clock() {
    return { seq: this.seq, server_time: new Date().toISOString() };
  }

  private write(to: ServerResponse, name: string, data: unknown, id?: number): void {
    const number = id === undefined ? '' : `id: ${id}\n`;
    to.write(`event: ${name}\n${number}data: ${JSON.stringify(data)}\n\n`);
  }
}

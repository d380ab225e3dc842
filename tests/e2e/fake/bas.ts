#!/usr/bin/env node
// A stand-in for `bas demo`: prints what it prints, serves web/dist and a pretended API.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { Hit } from '../../../web/src/api/generated';
import { hit_routes, new_hit, picture, withdraw } from './hits_api.ts';
import { list_routes } from './lists_api.ts';
import { facts_of, make_id } from './make.ts';
import { body_of, find, not_found, problem, Refused, type Routes, Stream } from './serve.ts';
import { make_world } from './world.ts';

const DIST = path.join(import.meta.dirname, '../../../web/dist');
const PASSWORD = 'demo-fake-only';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; " +
  "connect-src 'self'; worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; " +
  "frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const ROLES: Readonly<Record<string, string>> = {
  nadia: 'operator',
  lien: 'list_manager',
  admin: 'administrator',
};
const HIT_EVERY_MS = 2_500;
const BEAT_EVERY_MS = 5_000;

const world = make_world();
const stream = new Stream();
const sessions = new Map<string, string>(); // cookie to name

const news_of = (hit: Hit): Hit => ({ ...hit, of_incident: facts_of(hit) });
const say_changed = (hit: Hit) => stream.say('hit.changed', news_of(hit));

const session_of = (name: string) => ({
  user: {
    id: `01KAZZ0000000000000000${name.toUpperCase().padEnd(4, '0').slice(0, 4)}`,
    name,
    display_name: name[0]?.toUpperCase() + name.slice(1),
    role: ROLES[name],
    language: 'nl',
    zone: { code: '5364', name: 'Neteland' },
  },
  expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  server_time: new Date().toISOString(),
});

const session_routes: Routes = [
  [
    'POST /api/v1/session',
    ({ body }) => {
      const { name, password } = JSON.parse(body) as { name: string; password: string };
      if (!ROLES[name] || password !== PASSWORD) {
        throw new Refused(401, 'unauthenticated', 'Name or password is not right.');
      }
      const cookie = make_id();
      sessions.set(cookie, name);
      const headers = { 'Set-Cookie': `fake=${cookie}; Path=/; HttpOnly; SameSite=Strict` };
      return { json: session_of(name), headers };
    },
  ],
  ['GET /api/v1/session', ({ cookie }) => ({ json: session_of(sessions.get(cookie ?? '') ?? '') })],
  ['DELETE /api/v1/session', ({ cookie }) => (sessions.delete(cookie ?? ''), { status: 204 })],
];

const routes: Routes = [
  ...session_routes,
  ...hit_routes(world, say_changed, () => stream.seq),
  ...list_routes(world, {
    changed: ({ list }) =>
      stream.say('list.changed', {
        id: list.id,
        name: list.name,
        title: list.title,
        suspended: list.suspended,
        suspended_because: list.suspended_because ?? '',
        revision: list.revision,
      }),
    ended: (entry, why) => {
      for (const hit of world.hits.values()) {
        if (hit.entry === entry.id && hit.open) say_changed(withdraw(world, hit, why));
      }
    },
  }),
];

function serve_file(pathname: string, response: ServerResponse): void {
  const wanted = path.join(DIST, pathname);
  const is_file = wanted.startsWith(DIST) && path.extname(wanted) !== '' && existsSync(wanted);
  const file = is_file ? wanted : path.join(DIST, 'index.html');
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': POLICY,
  });
  response.end(readFileSync(file));
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  if (!url.pathname.startsWith('/api/')) return serve_file(url.pathname, response);
  const cookie = request.headers.cookie?.match(/fake=(\w+)/)?.[1];
  const name = sessions.get(cookie ?? '');
  const is_sign_in = request.method === 'POST' && url.pathname === '/api/v1/session';
  if (!name && !is_sign_in) throw new Refused(401, 'unauthenticated', 'Sign in first.');
  if (url.pathname === '/api/v1/stream') return stream.follow(response);
  const pictured = url.pathname.match(/pictures\/(\d)$/)?.[1];
  if (pictured) {
    response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
    response.end(picture(pictured, url.searchParams.get('plate') ?? ''));
    return;
  }
  const found = find(routes, request.method ?? 'GET', url.pathname);
  if (!found) throw not_found();
  const body = await body_of(request);
  const who = ROLES[name ?? ''];
  const asked = { method: request.method ?? 'GET', url, parts: found.parts, body, who, cookie };
  const { status = 200, json, headers = {} } = await found.handler(asked);
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    if (error instanceof Refused) return problem(response, error);
    console.error(error);
    return problem(response, new Refused(500, 'internal', 'The fake broke.'));
  });
});

for (let at = 0; at < 9; at += 1) new_hit(world);
setInterval(() => stream.say('hit.created', news_of(new_hit(world))), HIT_EVERY_MS);
setInterval(() => stream.beat(), BEAT_EVERY_MS);
process.on('SIGTERM', () => process.exit(0));
const port = Number(process.argv.at(-1)?.split(':').at(-1) ?? 0) || 0;
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  console.log(`BAS is ready on http://127.0.0.1:${bound}`);
  for (const [name, role] of Object.entries(ROLES)) {
    console.log(`sign in as ${name} with password ${PASSWORD}   (${role})`);
  }
});

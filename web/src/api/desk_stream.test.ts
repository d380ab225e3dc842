// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sample_hit, sample_incident } from '../testing/samples';
import type { Connection } from './connection';
import { DeskStream, type StreamOwner } from './desk_stream';
import type { StreamEvent } from './stream_events';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readonly url: string;
  readyState = 1;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.all.push(this);
  }

  close(): void {
    this.readyState = 2;
  }

  send(name: string, data: unknown, id = ''): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data), lastEventId: id }));
  }

  fail(): void {
    this.readyState = 2;
    this.dispatchEvent(new Event('error'));
  }
}

class FakeOwner implements StreamOwner {
  seen: StreamEvent[] = [];
  now: Connection | null = null;
  snapshots = 0;
  stands: boolean | Error = true;
  lost = 0;
  place = 100;

  async snapshot(): Promise<number> {
    this.snapshots += 1;
    return this.place;
  }
  seq(): number {
    return this.place;
  }
  apply(events: readonly StreamEvent[]): void {
    this.seen.push(...events);
  }
  connection(connection: Connection): void {
    this.now = connection;
  }
  async session_stands(): Promise<boolean> {
    if (this.stands instanceof Error) throw this.stands;
    return this.stands;
  }
  session_lost(): void {
    this.lost += 1;
  }
}

const latest = () => FakeSource.all.at(-1) as FakeSource;
const hello = () => ({ seq: 100, server_time: new Date().toISOString(), version: '0.1.0' });
let owner: FakeOwner;
let stream: DeskStream;

// jsdom has no Web Locks, so this tab streams alone.
beforeEach(async () => {
  vi.useFakeTimers();
  FakeSource.all = [];
  vi.stubGlobal('EventSource', FakeSource);
  owner = new FakeOwner();
  stream = new DeskStream(owner);
  stream.start();
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  stream.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('fetches the snapshot first and streams from there', () => {
  expect(owner.snapshots).toBe(1);
  expect(latest().url).toBe('/api/v1/stream?since=100');
  expect(owner.now?.role).toBe('alone');
});

it('applies the events of a frame in one step', async () => {
  const apply = vi.spyOn(owner, 'apply');
  const of_incident = sample_incident();
  latest().send('hit.created', sample_hit({ id: 'a', of_incident }), '101');
  latest().send('hit.created', sample_hit({ id: 'b', of_incident }), '102');
  await vi.advanceTimersByTimeAsync(100);
  expect(apply).toHaveBeenCalledTimes(1);
  expect(owner.seen.map((event) => event.seq)).toEqual([101, 102]);
});

it('knows how far behind it is', () => {
  latest().send('hello', { ...hello(), server_time: new Date(Date.now() - 250).toISOString() });
  expect(owner.now).toMatchObject({ phase: 'open', latency_ms: 250, version: '0.1.0' });
});

it('measures the clock anew when a heartbeat contradicts it, and not otherwise', async () => {
  const asked = vi.spyOn(owner, 'session_stands');
  const beat = (off_ms: number) =>
    latest().send('heartbeat', {
      seq: 100,
      server_time: new Date(Date.now() + off_ms).toISOString(),
    });
  beat(-500);
  expect(asked).not.toHaveBeenCalled();
  for (const off_ms of [600_000, -600_000]) {
    beat(off_ms);
    beat(off_ms);
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(asked).toHaveBeenCalledTimes(2);
});

it('notices silence although the clock was set back', async () => {
  latest().send('hello', hello());
  vi.setSystemTime(Date.now() - 600_000);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(owner.now?.phase).toBe('lost');
});

it('fetches a new snapshot after a reset and streams from its seq', async () => {
  owner.place = 500;
  latest().send('reset', { reason: 'gap' });
  await vi.advanceTimersByTimeAsync(10);
  expect(owner.snapshots).toBe(2);
  expect(FakeSource.all).toHaveLength(2);
  expect(latest().url).toContain('since=500');
});

it('opens again after a proxy’s refusal, once the session is known to stand', async () => {
  latest().fail();
  await vi.advanceTimersByTimeAsync(0);
  expect(owner.now?.phase).toBe('lost');
  await vi.advanceTimersByTimeAsync(1_500);
  expect(FakeSource.all).toHaveLength(2);
  latest().send('hello', hello());
  expect(owner.now?.phase).toBe('open');
});

it('asks to sign in when the session is over, and does not hammer the server', async () => {
  owner.stands = false;
  latest().fail();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(owner.lost).toBe(1);
  expect(FakeSource.all).toHaveLength(1);
});

it('keeps trying while the server cannot be asked, at most every 30 s', async () => {
  owner.stands = new Error('no network');
  latest().fail();
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const before = FakeSource.all.length;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(FakeSource.all.length).toBeGreaterThan(before);
    latest().fail();
  }
});

it('reopens a connection that is open but silent', async () => {
  latest().send('hello', hello());
  await vi.advanceTimersByTimeAsync(24_000);
  expect(FakeSource.all).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(FakeSource.all).toHaveLength(2);
  expect(owner.now?.phase).toBe('lost');
});

it('ignores words it does not understand', async () => {
  latest().send('hit.created', { id: 'half' }, '101');
  await vi.advanceTimersByTimeAsync(100);
  expect(owner.seen).toEqual([]);
});

// The one place that knows about connections. One tab of a browser holds a Web Lock and owns the
// stream; it repeats every event on a BroadcastChannel for the others. Closing that tab hands the
// lock over; a silent owner loses it after 25 s. Without locks each tab has a stream of its own.
import { type Connection, NOT_CONNECTED, WATCHDOG_MS } from './connection';
import { server_now } from './server_clock';
import { EVENT_NAMES, type EventName, read_event, type StreamEvent } from './stream_events';

const NAME = 'bas.stream';
const SIGN_OF_LIFE_MS = 5_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_LAST_MS = 30_000;
const CLOCK_DOUBT_MS = 2_000; // more cannot be the network alone: a clock was set

export type StreamOwner = {
  // Fetches the snapshot and puts it in place; resolves to its seq, or rejects.
  snapshot(): Promise<number>;
  // The latest seq that is in place.
  seq(): number;
  apply(events: readonly StreamEvent[]): void;
  connection(connection: Connection): void;
  // Resolves to whether the session still stands; rejects when the server cannot be asked.
  session_stands(): Promise<boolean>;
  session_lost(): void;
};

type Word = { kind: 'event'; event: StreamEvent } | { kind: 'phase'; phase: Connection['phase'] };

export class DeskStream {
  private readonly owner: StreamOwner;
  private connection: Connection = NOT_CONNECTED;
  private channel: BroadcastChannel | null = null;
  private source: EventSource | null = null;
  private release: (() => void) | null = null;
  private waiting: StreamEvent[] = [];
  private is_ready = false; // a snapshot is in place
  private is_stopped = false;
  private is_recovering = false;
  private is_measuring = false;
  private flush_planned = false;
  private last_word_at = Date.now();
  private attempts = 0;
  private timers: number[] = [];
  private retry_timer = 0;

  constructor(owner: StreamOwner) {
    this.owner = owner;
  }

  start(): void {
    if ('BroadcastChannel' in globalThis) {
      this.channel = new BroadcastChannel(NAME);
      this.channel.addEventListener('message', (message: MessageEvent<Word>) =>
        this.hear(message.data),
      );
    }
    this.timers.push(window.setInterval(() => this.watch(), 1_000));
    this.timers.push(window.setInterval(() => this.sign_of_life(), SIGN_OF_LIFE_MS));
    window.addEventListener('pageshow', this.returned);
    void this.refresh().then(() => this.seek_lead());
  }

  stop(): void {
    this.is_stopped = true;
    for (const timer of this.timers) window.clearInterval(timer);
    window.clearTimeout(this.retry_timer);
    window.removeEventListener('pageshow', this.returned);
    this.close();
    this.release?.();
    this.channel?.close();
  }

  private readonly returned = (event: PageTransitionEvent): void => {
    if (event.persisted) void this.restart();
  };

  // Becoming the owner of the stream

  private seek_lead(): void {
    if (this.is_stopped) return;
    if (!('locks' in navigator) || !this.channel) {
      this.tell({ role: 'alone' });
      this.open();
      return;
    }
    this.request_lock({ steal: false });
  }

  private request_lock(options: { steal: boolean }): void {
    const held = navigator.locks.request(NAME, options, () => {
      if (this.is_stopped) return;
      this.tell({ role: 'leader' });
      this.open();
      return new Promise<void>((resolve) => {
        this.release = resolve;
      });
    });
    // The lock was taken by a tab that no longer heard us: follow it, and stand in line again.
    held.catch(() => {
      if (this.is_stopped) return;
      this.close();
      this.release = null;
      this.last_word_at = Date.now();
      this.tell({ role: 'follower' });
      this.seek_lead();
    });
  }

  private leads(): boolean {
    return this.connection.role !== 'follower';
  }

  // The stream itself

  private open(): void {
    this.close();
    if (this.is_stopped) return;
    const source = new EventSource(`/api/v1/stream?since=${this.owner.seq()}`);
    this.source = source;
    this.last_word_at = Date.now();
    for (const name of EVENT_NAMES) {
      source.addEventListener(name, (message) => this.arrived(name, message as MessageEvent));
    }
    source.addEventListener('error', () => {
      if (source !== this.source) return;
      this.lost();
      if (source.readyState === EventSource.CLOSED) void this.recover();
    });
  }

  private close(): void {
    this.source?.close();
    this.source = null;
  }

  private arrived(name: EventName, message: MessageEvent): void {
    const event = read_event(name, message.lastEventId, String(message.data));
    if (!event) return;
    this.attempts = 0;
    this.channel?.postMessage({ kind: 'event', event } satisfies Word);
    this.take(event);
    if (event.name === 'reset') void this.restart();
  }

  private hear(word: Word): void {
    if (this.leads()) return;
    this.last_word_at = Date.now();
    if (word.kind === 'phase') {
      if (word.phase === 'lost') this.lost();
      return;
    }
    this.take(word.event);
    if (word.event.name === 'reset') void this.refresh();
  }

  private take(event: StreamEvent): void {
    const now = Date.now();
    this.last_word_at = now;
    const alive = { phase: 'open', last_event_at: now, lost_at: null } as const;
    if (event.name === 'hello' || event.name === 'heartbeat') {
      const said_at = Date.parse(event.data.server_time);
      const behind_ms = server_now() - said_at;
      if (Math.abs(behind_ms) > CLOCK_DOUBT_MS) void this.measure_clock();
      this.tell({ ...alive, last_server_at: said_at, latency_ms: Math.max(0, behind_ms) });
      if (event.name === 'hello') this.tell({ version: event.data.version ?? null });
    } else {
      this.tell(alive);
      this.waiting.push(event);
      this.plan_flush();
    }
  }

  // To ask for the session measures the server's clock anew.
  private async measure_clock(): Promise<void> {
    if (this.is_measuring) return;
    this.is_measuring = true;
    await this.owner.session_stands().catch(() => null);
    this.is_measuring = false;
  }

  // Events of one frame are applied in one step. A hidden page has no frames, so it has a timer.
  private plan_flush(): void {
    if (this.flush_planned || !this.is_ready) return;
    this.flush_planned = true;
    const flush = () => {
      this.flush_planned = false;
      if (!this.is_ready || this.is_stopped) return;
      const events = this.waiting;
      this.waiting = [];
      if (events.length > 0) this.owner.apply(events);
    };
    if (document.hidden) window.setTimeout(flush, 50);
    else window.requestAnimationFrame(flush);
  }

  // When something is wrong

  private async refresh(): Promise<void> {
    this.is_ready = false;
    try {
      await this.owner.snapshot();
    } catch {
      this.lost();
      await this.recover();
      return;
    }
    this.is_ready = true;
    this.plan_flush();
  }

  private async restart(): Promise<void> {
    this.close();
    await this.refresh();
    if (this.is_ready && this.leads() && !this.source) this.open();
  }

  // The stream cannot say why it closed, so the session is asked first.
  private async recover(): Promise<void> {
    if (this.is_recovering || this.is_stopped) return;
    this.is_recovering = true;
    this.close();
    const stands = await this.owner.session_stands().catch(() => null);
    this.is_recovering = false;
    if (stands === false) {
      this.owner.session_lost();
      return;
    }
    this.attempts += 1;
    const ceiling = Math.min(RETRY_LAST_MS, RETRY_FIRST_MS * 2 ** (this.attempts - 1));
    const wait_ms = RETRY_FIRST_MS + Math.random() * Math.max(0, ceiling - RETRY_FIRST_MS);
    window.clearTimeout(this.retry_timer);
    this.retry_timer = window.setTimeout(() => {
      if (!this.is_ready) void this.restart();
      else if (this.leads()) this.open();
    }, wait_ms);
  }

  private watch(): void {
    const now = Date.now();
    this.last_word_at = Math.min(this.last_word_at, now); // a clock that is set back hides no silence
    if (now - this.last_word_at <= WATCHDOG_MS || this.is_stopped) return;
    this.last_word_at = now;
    this.lost();
    if (this.leads()) this.open();
    else this.request_lock({ steal: true });
  }

  // An owner that has lost the server still says that it is there, so that nobody takes its lock.
  private sign_of_life(): void {
    if (this.leads() && this.connection.phase === 'lost') this.say_lost();
  }

  private say_lost(): void {
    this.channel?.postMessage({ kind: 'phase', phase: 'lost' } satisfies Word);
  }

  private lost(): void {
    if (this.connection.phase === 'lost') return;
    this.tell({ phase: 'lost', lost_at: this.connection.last_event_at ?? Date.now() });
    if (this.leads()) this.say_lost();
  }

  private tell(change: Partial<Connection>): void {
    this.connection = { ...this.connection, ...change };
    this.owner.connection(this.connection);
  }
}

import { useSyncExternalStore } from 'react';

// The one polite and the one assertive live region of the console. Polite sentences are collected
// and spoken at most every five seconds; a class-1 hit and the loss of the feed are spoken at once.
const POLITE_EVERY_MS = 5_000;

type Spoken = { polite: string; assertive: string };
let spoken: Spoken = { polite: '', assertive: '' };
let waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function speak(change: Partial<Spoken>): void {
  spoken = { ...spoken, ...change };
  for (const listener of listeners) listener();
}

export function say(sentence: string): void {
  waiting.push(sentence);
  timer ??= setTimeout(() => {
    timer = undefined;
    speak({ polite: waiting.join(' ') });
    waiting = [];
  }, POLITE_EVERY_MS);
}

export function say_now(sentence: string): void {
  speak({ assertive: sentence });
}

export function Announcer() {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => spoken,
  );
  return (
    <>
      <div className="unseen" aria-live="polite" data-testid="polite">
        {now.polite}
      </div>
      <div className="unseen" aria-live="assertive" data-testid="assertive">
        {now.assertive}
      </div>
    </>
  );
}

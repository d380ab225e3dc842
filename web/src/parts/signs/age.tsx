import { useLingui } from '@lingui/react';
import { useSyncExternalStore } from 'react';
import { server_now } from '../../api/server_clock';
import { full_time, span } from '../../text/format';

// One timer for every age on the screen.
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// This machine's clock in ms. Renders its user again every second.
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

// How long ago, with the moment itself as title.
export function Age({ at }: { at: string }) {
  useLingui();
  useNow();
  return (
    <time dateTime={at} title={full_time(at)}>
      {span(server_now() - Date.parse(at))}
    </time>
  );
}

// How far this browser has read the logs of pursuits: what came while nobody looked is marked.
import { useEffect, useState } from 'react';

const PLACE = 'bas.pursuits_read';
const KEPT_MOST = 50;

type Read = readonly (readonly [id: string, number: number])[];

function kept(): Read {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(read) ? (read as Read) : [];
  } catch {
    return [];
  }
}

// The latest pursuits first; the oldest are forgotten.
export function with_read(read: Read, id: string, number: number): Read {
  return [[id, number] as const, ...read.filter(([other]) => other !== id)].slice(0, KEPT_MOST);
}

// The number of the last line that was read when the screen was opened, or went out of view;
// null: it was never open before. `latest` counts as read while the page is in view.
export function useLastRead(id: string, latest: number): number | null {
  const [read, set_read] = useState(() => kept().find(([other]) => other === id)?.[1] ?? null);
  useEffect(() => {
    const keep = () => {
      if (document.visibilityState !== 'visible') return;
      localStorage.setItem(PLACE, JSON.stringify(with_read(kept(), id, latest)));
    };
    const changed = () => {
      if (document.visibilityState === 'hidden') set_read(latest);
      keep();
    };
    keep();
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, [id, latest]);
  return read;
}

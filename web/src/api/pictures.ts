// Pictures are fetched when their hit arrives, so that a crop is there before the eye is. The bytes
// are kept in memory only, the oldest leave first, and all of them leave at sign-out.
import type { Hit, PictureLink } from './generated';

const KEPT_MAX = 96;
const PREFETCHED_MAX = 24; // of one snapshot or burst
const kept = new Map<string, Promise<string>>();

export function crop_of(hit: Hit): PictureLink | undefined {
  const by_role = (role: PictureLink['role']) => hit.pictures.find((one) => one.role === role);
  return by_role('plate') ?? by_role('vehicle') ?? by_role('overview') ?? hit.pictures[0];
}

export function overview_of(hit: Hit): PictureLink | undefined {
  const crop = crop_of(hit);
  const rest = hit.pictures.filter((one) => one !== crop);
  return rest.find((one) => one.role === 'overview') ?? rest[0];
}

// Resolves to an address of this document that holds the bytes.
export function picture(url: string): Promise<string> {
  const held = kept.get(url);
  if (held) {
    kept.delete(url);
    kept.set(url, held);
    return held;
  }
  const fetched = fetch_picture(url);
  kept.set(url, fetched);
  fetched.catch(() => kept.delete(url));
  forget_beyond(KEPT_MAX);
  return fetched;
}

// What came is no picture: it is asked for again the next time.
export function forget_picture(url: string): void {
  kept.delete(url);
}

export function prefetch_pictures(hits: readonly Hit[]): void {
  for (const hit of hits.slice(0, PREFETCHED_MAX)) {
    const crop = crop_of(hit);
    if (crop) picture(crop.url).catch(() => undefined); // the card asks again and shows the reason
  }
}

export function forget_pictures(): void {
  forget_beyond(0);
}

async function fetch_picture(url: string): Promise<string> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`picture: status ${response.status}`);
  return URL.createObjectURL(await response.blob());
}

function forget_beyond(count: number): void {
  for (const [url, held] of kept) {
    if (kept.size <= count) return;
    kept.delete(url);
    held.then((address) => URL.revokeObjectURL(address)).catch(() => undefined);
  }
}

// The hits of the last hours, for the map that looks back. Hits only: no other read is asked for.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import { type Hit, listHits } from './generated';
import { server_now } from './server_clock';

const PAGE = 500;
const PAGES_MAX = 10; // a day of a storm is cut short, and the map says from when it is whole
const FRESH_MS = 60_000;

type PastHits = { hits: Hit[]; whole_from: number };

// `whole_from`: from this moment on none is missing.
async function hits_since(from: number): Promise<PastHits> {
  const held: Hit[] = [];
  let before: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = { limit: PAGE, ...(before !== undefined && { before }) };
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const { items, next } = await answered(listHits({ query }));
    held.push(...items);
    const oldest = items.at(-1);
    before = next;
    if (!oldest || before === undefined || Date.parse(oldest.created_at) < from) {
      return { hits: held, whole_from: from };
    }
  }
  return { hits: held, whole_from: Date.parse(held.at(-1)?.created_at ?? '') };
}

export const past_hits_query = (length_ms: number) =>
  queryOptions({
    queryKey: ['past hits', length_ms],
    queryFn: () => hits_since(server_now() - length_ms),
    staleTime: FRESH_MS,
  });

// What the screens of lists ask, each with its place in the cache, and what an event does to it.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import {
  getEntry,
  getList,
  getRevision,
  type List,
  listChanges,
  listEntries,
  listEntryPast,
  listLists,
  listProfiles,
  listRejects,
  listRevisions,
  listWrongEntries,
  previewEntry,
  previewList,
} from './generated';
import { cache } from './queries';
import type { ListChanged } from './stream_events';

const PAGE = 100;
const RUNNING_EVERY_MS = 500;

export const lists_query = queryOptions({
  queryKey: ['lists'],
  queryFn: async () => (await answered(listLists())).items,
  refetchInterval: 60_000,
});

export const list_query = (name: string) =>
  queryOptions({
    queryKey: ['list', name, 'itself'],
    queryFn: () => answered(getList({ path: { name } })),
  });

export const profiles_query = queryOptions({
  queryKey: ['profiles'],
  queryFn: async () => (await answered(listProfiles())).items,
  staleTime: Number.POSITIVE_INFINITY,
});

export const list_preview_query = (name: string) =>
  queryOptions({
    queryKey: ['list', name, 'preview'],
    queryFn: () => answered(previewList({ path: { name } })),
    staleTime: 600_000,
  });

// Asked with every pause in typing. The plate travels in the body, never in the address.
export const entry_preview_query = (name: string, plate: string, country: string) =>
  queryOptions({
    queryKey: ['entry preview', name, plate, country],
    queryFn: ({ signal }) =>
      answered(
        previewEntry({
          path: { name },
          body: country === '' ? { plate } : { plate, country },
          signal,
        }),
      ),
    enabled: plate !== '',
    gcTime: 60_000,
    placeholderData: (before) => before,
  });

export const revisions_query = (name: string) =>
  infiniteQueryOptions({
    queryKey: ['list', name, 'revisions'],
    queryFn: async ({ pageParam }) =>
      (await answered(listRevisions({ path: { name }, query: { ...pageParam, limit: PAGE } })))
        .items,
    initialPageParam: {} as { before?: number },
    getNextPageParam: (page) => next_after(page, ({ number }) => ({ before: number })),
  });

// A revision that runs is asked for until it has ended.
export const revision_query = (name: string, number: number) =>
  queryOptions({
    queryKey: ['list', name, 'revision', number],
    queryFn: () => answered(getRevision({ path: { name, number } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? RUNNING_EVERY_MS : false),
  });

export const changes_query = (name: string, number: number, kind: 'written' | 'ended') =>
  infiniteQueryOptions({
    queryKey: ['list', name, 'changes', number, kind],
    queryFn: async ({ pageParam }) =>
      (
        await answered(
          listChanges({ path: { name, number }, query: { ...pageParam, kind, limit: PAGE } }),
        )
      ).items,
    initialPageParam: {} as { after?: string },
    getNextPageParam: (page) => next_after(page, ({ entry }) => ({ after: entry.id })),
  });

export const rejects_query = (name: string, number: number) =>
  queryOptions({
    queryKey: ['list', name, 'rejects', number],
    queryFn: async () =>
      (await answered(listRejects({ path: { name, number }, query: { limit: 1000 } }))).items,
  });

export const entries_query = (name: string) =>
  infiniteQueryOptions({
    queryKey: ['list', name, 'entries'],
    queryFn: async ({ pageParam }) =>
      (await answered(listEntries({ path: { name }, query: { ...pageParam, limit: PAGE } }))).items,
    initialPageParam: {} as { after?: string },
    getNextPageParam: (page) => next_after(page, ({ id }) => ({ after: id })),
  });

export const entry_query = (name: string, id: string) =>
  queryOptions({
    queryKey: ['list', name, 'entry', id],
    queryFn: () => answered(getEntry({ path: { id } })),
  });

export const entry_past_query = (name: string, id: string) =>
  queryOptions({
    queryKey: ['list', name, 'past', id],
    queryFn: async () => (await answered(listEntryPast({ path: { id } }))).items,
  });

export const wrong_query = (name: string) =>
  queryOptions({
    queryKey: ['list', name, 'wrong'],
    queryFn: async () => (await answered(listWrongEntries({ path: { name } }))).items,
  });

function next_after<T, P>(page: readonly T[], place: (last: T) => P): P | undefined {
  const last = page.at(-1);
  return page.length < PAGE || last === undefined ? undefined : place(last);
}

// Everything of a list is asked for again; what nobody looks at only when somebody does.
export function list_changed(name: string): void {
  void cache.invalidateQueries({ queryKey: ['lists'] });
  void cache.invalidateQueries({ queryKey: ['list', name] });
}

// What the event itself says is shown at once, the rest is asked for.
export function lists_changed(changes: readonly ListChanged[]): void {
  const by_name = new Map(changes.map((change) => [change.name, change]));
  const changed = (list: List): List => {
    const change = by_name.get(list.name);
    if (!change) return list;
    const { suspended_because: _, ...rest } = list;
    return { ...rest, ...change } as List;
  };
  cache.setQueryData(lists_query.queryKey, (lists) => lists?.map(changed));
  for (const name of by_name.keys()) {
    cache.setQueryData(list_query(name).queryKey, (list) => list && changed(list));
    list_changed(name);
  }
}

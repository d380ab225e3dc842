// The addresses of lists, entries and profiles.
import type { Entry, List, NewEntry, NewList, Revision } from '../../../web/src/api/generated';
import { apply, read_file } from './import.ts';
import { ago, make_id, NO_COUNTS, make_revision, pick, draw, HOUR } from './make.ts';
import { preview_of } from './preview.ts';
import { type Asked, not_found, Refused, type Routes } from './serve.ts';
import { kept_list, type Kept, type World, zones } from './world.ts';

type Told = { changed: (kept: Kept) => void; ended: (entry: Entry, why: string) => void };

const shown = (kept: Kept): List => ({
  ...kept.list,
  entries: kept.entries.length,
  ...(kept.revisions[0] && { last_revision: kept.revisions[0] }),
});

function page<T>(items: readonly T[], asked: Asked, id_of: (item: T) => string): T[] {
  const after = asked.url.searchParams.get('after');
  const limit = Number(asked.url.searchParams.get('limit') ?? 100);
  const from = after === null ? 0 : items.findIndex((item) => id_of(item) === after) + 1;
  return items.slice(from, from + limit);
}

export function list_routes(world: World, told: Told): Routes {
  const kept_in = (asked: Asked): Kept => {
    const kept = world.lists.get(asked.parts.name ?? '');
    if (!kept) throw not_found();
    return kept;
  };
  const keeper = (asked: Asked): Kept => {
    if (asked.who !== 'list_manager' && asked.who !== 'administrator') {
      throw new Refused(403, 'forbidden', 'Only a list manager may do this.');
    }
    return kept_in(asked);
  };
  const owner_of = (asked: Asked) => {
    for (const kept of world.lists.values()) {
      const entry = kept.entries.find(({ id }) => id === asked.parts.id);
      if (entry) return { kept, entry };
    }
    throw not_found();
  };
  const revision_in = (asked: Asked) => {
    const kept = kept_in(asked);
    const revision = kept.revisions.find(({ number }) => number === Number(asked.parts.number));
    if (!revision) throw not_found();
    return { kept, revision };
  };
  const json = (asked: Asked) => JSON.parse(asked.body || '{}');
  const end = (asked: Asked, why: string) => {
    const { kept, entry } = owner_of(asked);
    kept.entries = kept.entries.filter(({ id }) => id !== entry.id);
    told.ended(entry, why);
    told.changed(kept);
    return { kept, entry };
  };
  const put = (kept: Kept, wish: NewEntry): Entry => {
    const { list } = kept;
    const plate = wish.plate.replaceAll(/[\s-]/g, '').toUpperCase();
    const held = kept.entries.find((entry) => entry.plate === plate);
    const defaults = { priority: list.priority, category: list.category, reason: '' };
    const entry: Entry = { ...defaults, ...wish, id: held?.id ?? make_id(), list: list.id, plate };
    kept.entries = [...kept.entries.filter(({ id }) => id !== entry.id), entry];
    const counts = { ...NO_COUNTS, lines: 1, added: held ? 0 : 1, changed: held ? 1 : 0 };
    const number = (kept.revisions[0]?.number ?? 0) + 1;
    kept.revisions.unshift(make_revision(number, { origin: 'desk', counts, started_at: ago(0) }));
    kept.list.revision = number;
    told.changed(kept);
    return entry;
  };
  return [
    [
      'GET /api/v1/lists',
      () => ({ json: { items: [...world.lists.values()].map((kept) => shown(kept)) } }),
    ],
    [
      'POST /api/v1/lists',
      (asked) => {
        const wish = json(asked) as NewList;
        const start = { title: '', priority: 3, category: '', ...wish, owner_zone: zones.neteland };
        world.lists.set(wish.name, kept_list(start as Parameters<typeof kept_list>[0]));
        return { status: 201, json: shown(world.lists.get(wish.name) as Kept) };
      },
    ],
    ['GET /api/v1/lists/{name}', (asked) => ({ json: shown(kept_in(asked)) })],
    [
      'PATCH /api/v1/lists/{name}',
      (asked) => {
        const kept = keeper(asked);
        const change = Object.entries(json(asked));
        const left = Object.entries(kept.list).filter(([name]) => !(name in json(asked)));
        const now = [...left, ...change.filter(([, value]) => value !== null)];
        kept.list = Object.fromEntries(now) as List;
        told.changed(kept);
        return { json: shown(kept) };
      },
    ],
    [
      'POST /api/v1/lists/{name}/suspend',
      (asked) => {
        const kept = keeper(asked);
        const { because } = json(asked) as { because: string };
        kept.list = { ...kept.list, suspended: true, suspended_because: because };
        told.changed(kept);
        return { json: shown(kept) };
      },
    ],
    [
      'POST /api/v1/lists/{name}/resume',
      (asked) => {
        const kept = keeper(asked);
        const { suspended_because: _, ...rest } = kept.list;
        kept.list = { ...rest, suspended: false };
        told.changed(kept);
        return { json: shown(kept) };
      },
    ],
    ['POST /api/v1/lists/{name}/sync', (asked) => (keeper(asked), { json: { changed: false } })],
    [
      'POST /api/v1/lists/{name}/import',
      (asked) => {
        const kept = keeper(asked);
        const query = asked.url.searchParams;
        const revision = read_file(kept, asked.body, {
          dry_run: query.get('dry_run') === 'true',
          mode: (query.get('mode') ?? 'merge') as Revision['mode'],
          file_name: query.get('file_name') ?? undefined,
          may_shrink: query.get('accept_shrink') === 'true',
        });
        told.changed(kept);
        return { status: 202, json: revision };
      },
    ],
    [
      'GET /api/v1/lists/{name}/revisions',
      (asked) => {
        const before = Number(asked.url.searchParams.get('before') ?? Number.POSITIVE_INFINITY);
        const items = kept_in(asked).revisions.filter(({ number }) => number < before);
        return { json: { items: items.slice(0, 100) } };
      },
    ],
    [
      'GET /api/v1/lists/{name}/revisions/{number}',
      (asked) => ({ json: revision_in(asked).revision }),
    ],
    [
      'POST /api/v1/lists/{name}/revisions/{number}/confirm',
      (asked) => {
        keeper(asked);
        const { kept, revision } = revision_in(asked);
        apply(kept, revision.number);
        Object.assign(revision, { state: 'applied', ended_at: ago(0) });
        told.changed(kept);
        return { status: 202, json: revision };
      },
    ],
    [
      'POST /api/v1/lists/{name}/revisions/{number}/discard',
      (asked) => {
        keeper(asked);
        const { kept, revision } = revision_in(asked);
        Object.assign(revision, { state: 'cancelled', ended_at: ago(0) });
        told.changed(kept);
        return { json: revision };
      },
    ],
    [
      'GET /api/v1/lists/{name}/revisions/{number}/rejects',
      (asked) => {
        const { kept, revision } = revision_in(asked);
        return { json: { items: kept.rejects.get(revision.number) ?? [] } };
      },
    ],
    [
      'GET /api/v1/lists/{name}/revisions/{number}/changes',
      (asked) => {
        const { kept, revision } = revision_in(asked);
        const is_ended = asked.url.searchParams.get('kind') === 'ended';
        const all = (is_ended ? kept.ended : kept.written).get(revision.number) ?? [];
        return { json: { items: page(all, asked, ({ entry }) => entry.id) } };
      },
    ],
    [
      'GET /api/v1/lists/{name}/entries',
      (asked) => ({ json: { items: page(kept_in(asked).entries, asked, ({ id }) => id) } }),
    ],
    [
      'POST /api/v1/lists/{name}/entries',
      (asked) => ({ status: 201, json: put(keeper(asked), json(asked)) }),
    ],
    ['GET /api/v1/lists/{name}/wrong', (asked) => ({ json: { items: kept_in(asked).wrong } })],
    [
      'POST /api/v1/lists/{name}/wrong/take-back',
      (asked) => {
        const kept = keeper(asked);
        const { plate } = json(asked) as { plate: string };
        kept.wrong = kept.wrong.filter(({ entry }) => entry.plate !== plate);
        return { status: 204 };
      },
    ],
    ['GET /api/v1/entries/{id}', (asked) => ({ json: owner_of(asked).entry })],
    [
      'GET /api/v1/entries/{id}/past',
      (asked) => {
        const { kept, entry } = owner_of(asked);
        return { json: { items: kept.past.get(entry.id) ?? [] } };
      },
    ],
    [
      'POST /api/v1/entries/{id}/withdraw',
      (asked) => (end(asked, 'Its entry was withdrawn by its owner.'), { status: 204 }),
    ],
    [
      'POST /api/v1/entries/{id}/wrong',
      (asked) => {
        const { kept, entry } = end(asked, 'Its entry was marked wrong, for all zones.');
        kept.wrong.unshift({ entry, marked_at: ago(0) });
        return { status: 204 };
      },
    ],
    [
      'POST /api/v1/entries/{id}/look-back',
      (asked) => {
        const { entry } = owner_of(asked);
        const items = Array.from({ length: 3 }, (_, at) => ({
          id: make_id(),
          camera: pick(world.places),
          captured_at: ago((at + 1) * HOUR * (1 + draw(20))),
          received_at: ago(at * HOUR),
          plate: entry.plate,
          plate_raw: entry.plate,
          country: 'BE',
          late: false,
          protocol: 'bas',
          pictures: [],
        }));
        return { json: { items, cut: false } };
      },
    ],
    [
      'GET /api/v1/lists/{name}/preview',
      (asked) => {
        const { entries } = kept_in(asked);
        const worst = entries.slice(0, 3).map(({ id, plate }) => ({
          entry: id,
          plate,
          false_hits_per_day: preview_of(plate).false_hits_per_day,
        }));
        const false_hits_per_day = entries.length * 0.004;
        return {
          json: { entries: entries.length, false_hits_per_day, reads_per_day: 1_100_000, worst },
        };
      },
    ],
    [
      'POST /api/v1/lists/{name}/preview',
      (asked) => (kept_in(asked), { json: preview_of((json(asked) as { plate: string }).plate) }),
    ],
    ['GET /api/v1/profiles', () => ({ json: { items: ['stolen-csv', 'rdw-json', 'fixed-80'] } })],
    [
      'GET /api/v1/registers',
      () => ({ json: { items: [{ name: 'rdw', state: 'well', asked: 120, failed: 2 }] } }),
    ],
  ];
}

// The addresses of the list screens. A list has a name, an entry only its number.
import { createRoute, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { z } from 'zod';
import { COLUMNS, type Order } from '../../parts/lists/list_order';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./list_pages'));

const ListsPage = screen((pages) => pages.ListsPage);
const ListPage = screen((pages) => pages.ListPage);
const EntriesPage = screen((pages) => pages.EntriesPage);
const EntryPage = screen((pages) => pages.EntryPage);
const NewEntryPage = screen((pages) => pages.NewEntryPage);
const RevisionsPage = screen((pages) => pages.RevisionsPage);
const RevisionPage = screen((pages) => pages.RevisionPage);
const ImportPage = screen((pages) => pages.ImportPage);
const WrongPage = screen((pages) => pages.WrongPage);

// A screen is made anew for another list, entry or revision: nothing of the one before is kept.
function of_list(Shown: ComponentType<{ name: string }>) {
  return function OfList() {
    const { name = '' } = useParams({ strict: false });
    return <Shown key={name} name={name} />;
  };
}

function Lists() {
  const { by, direction } = useSearch({ from: '/lists' });
  const navigate = useNavigate({ from: '/lists' });
  const sort = (order: Order) =>
    void navigate({ search: { by: order.column, direction: order.direction }, replace: true });
  const order = by && direction ? { column: by, direction } : undefined;
  return <ListsPage order={order} onOrder={sort} />;
}

function OneEntry() {
  const { name, entry } = useParams({ from: '/lists/$name/entries/$entry' });
  return <EntryPage key={entry} name={name} id={entry} />;
}

function OneRevision() {
  const { name, number } = useParams({ from: '/lists/$name/revisions/$number' });
  return <RevisionPage key={number} name={name} number={Number(number)} />;
}

const lists_search = z.object({
  by: z.enum(COLUMNS).optional().catch(undefined),
  direction: z.enum(['up', 'down']).optional().catch(undefined),
});

const at = <P extends string>(path: P, component: () => ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

export const list_routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/lists',
    validateSearch: lists_search,
    component: Lists,
  }),
  at('/lists/$name', of_list(ListPage)),
  at('/lists/$name/entries', of_list(EntriesPage)),
  at('/lists/$name/entries/new', of_list(NewEntryPage)),
  at('/lists/$name/entries/$entry', OneEntry),
  at('/lists/$name/revisions', of_list(RevisionsPage)),
  at('/lists/$name/revisions/$number', OneRevision),
  at('/lists/$name/import', of_list(ImportPage)),
  at('/lists/$name/wrong', of_list(WrongPage)),
] as const;

// The addresses of accounts. One is named by its number, never by a name.
import { createRoute, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./people_pages'));
const PeoplePage = screen((pages) => pages.PeoplePage);
const PersonPage = screen((pages) => pages.PersonPage);
const NewPersonPage = screen((pages) => pages.NewPersonPage);

function OnePerson() {
  const { id } = useParams({ from: '/people/$id' });
  return <PersonPage key={id} id={id} />;
}

const at = <P extends string>(path: P, component: () => ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

export const people_routes = [
  at('/people', () => <PeoplePage />),
  at('/people/new', () => <NewPersonPage />),
  at('/people/$id', OnePerson),
] as const;

// The addresses of searches, grants and authorisations. No plate and no case ever stands in one.
import { createRoute } from '@tanstack/react-router';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./gate_pages'));
const SearchPage = screen((pages) => pages.SearchPage);
const AccessPage = screen((pages) => pages.AccessPage);
const AccountPage = screen((pages) => pages.AccountPage);
const OversightPage = screen((pages) => pages.OversightPage);

export const gate_routes = [
  createRoute({ getParentRoute: () => root, path: '/search', component: () => <SearchPage /> }),
  createRoute({ getParentRoute: () => root, path: '/access', component: () => <AccessPage /> }),
  createRoute({ getParentRoute: () => root, path: '/account', component: () => <AccountPage /> }),
  createRoute({
    getParentRoute: () => root,
    path: '/oversight',
    component: () => <OversightPage />,
  }),
] as const;

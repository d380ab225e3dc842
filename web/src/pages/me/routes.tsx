// What is of the person who is signed in. The account had an address of its own once; it still leads
// here.
import { createRoute, redirect } from '@tanstack/react-router';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const MePage = screen_of(() => import('./me_pages'))((pages) => pages.MePage);

export const me_routes = [
  createRoute({ getParentRoute: () => root, path: '/me', component: () => <MePage /> }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    beforeLoad: () => {
      throw redirect({ to: '/me', replace: true });
    },
  }),
] as const;

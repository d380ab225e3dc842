// Every address is a place: the address holds what is shown, and never a plate.
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { App } from './app';
import { Watch } from './watch';

const root = createRootRoute({
  component: () => (
    <App>
      <Outlet />
    </App>
  ),
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/watch', search: {} });
  },
});

const watch_search = z.object({ incident: z.string().optional().catch(undefined) });

const watch = createRoute({
  getParentRoute: () => root,
  path: '/watch',
  validateSearch: watch_search,
  component: WatchRoute,
});

function WatchRoute() {
  const { incident } = watch.useSearch();
  const navigate = watch.useNavigate();
  return (
    <Watch
      selected={incident}
      onSelect={(chosen) => void navigate({ search: { incident: chosen }, replace: true })}
    />
  );
}

export const router = createRouter({
  routeTree: root.addChildren([start, watch]),
  defaultNotFoundComponent: () => null,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// Every address is a place: the address holds what is shown, and never a plate.
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { list_routes } from './lists/routes';
import { root } from './root';
import { Watch } from './watch';

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/watch', search: {} });
  },
});

const watch_search = z.object({
  incident: z.string().optional().catch(undefined),
  queue: z.enum(['review']).optional().catch(undefined),
});

const watch = createRoute({
  getParentRoute: () => root,
  path: '/watch',
  validateSearch: watch_search,
  component: WatchRoute,
});

function WatchRoute() {
  const { incident, queue } = watch.useSearch();
  const navigate = watch.useNavigate();
  return (
    <Watch
      selected={incident}
      queue={queue ?? 'alarms'}
      onSelect={(chosen) =>
        void navigate({ search: (was) => ({ ...was, incident: chosen }), replace: true })
      }
      onQueue={(wanted) =>
        void navigate({
          search: (was) => ({ ...was, queue: wanted === 'review' ? wanted : undefined }),
          replace: true,
        })
      }
    />
  );
}

export const router = createRouter({
  routeTree: root.addChildren([start, watch, ...list_routes]),
  defaultNotFoundComponent: () => null,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// Every address is a place: the address holds what is shown, and never a plate.
import { useQuery } from '@tanstack/react-query';
import { createRoute, createRouter, Navigate, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { searches, sees_hits } from '../api/gate_queries';
import { session_query } from '../api/queries';
import { camera_routes } from './cameras/routes';
import { car_routes } from './car/routes';
import { gate_routes } from './gate/routes';
import { list_routes } from './lists/routes';
import { me_routes } from './me/routes';
import { map_routes } from './map/routes';
import { outlet_routes } from './outlets/routes';
import { people_routes } from './people/routes';
import { pursuit_routes } from './pursuits/routes';
import { root } from './root';
import { statistics_routes } from './statistics/routes';
import { system_routes } from './system/routes';
import { wall_routes } from './wall/routes';
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
  queue: z.enum(['review', 'daily']).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
});

const watch = createRoute({
  getParentRoute: () => root,
  path: '/watch',
  validateSearch: watch_search,
  component: WatchRoute,
});

// Who sees no hits begins with the question he may ask, or with what is open to whom.
function WatchRoute() {
  const role = useQuery(session_query).data?.user.role;
  if (role && !sees_hits(role)) {
    return <Navigate to={searches(role) ? '/search' : '/access'} replace />;
  }
  return <WatchAt />;
}

function WatchAt() {
  const { incident, queue, day } = watch.useSearch();
  const navigate = watch.useNavigate();
  return (
    <Watch
      selected={incident}
      place={{ queue: queue ?? 'alarms', day }}
      onSelect={(chosen) =>
        void navigate({ search: (was) => ({ ...was, incident: chosen }), replace: true })
      }
      onPlace={(to) =>
        void navigate({
          search: (was) => ({
            ...was,
            queue: to.queue === 'alarms' ? undefined : to.queue,
            day: to.day,
          }),
          replace: true,
        })
      }
    />
  );
}

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    watch,
    ...list_routes,
    ...gate_routes,
    ...people_routes,
    ...pursuit_routes,
    ...me_routes,
    ...car_routes,
    ...wall_routes,
    ...map_routes,
    ...statistics_routes,
    ...camera_routes,
    ...system_routes,
    ...outlet_routes,
  ]),
  defaultNotFoundComponent: () => null,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

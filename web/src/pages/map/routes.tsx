// The address of the map: what is chosen, which layers are on and where one looks. Never a plate.
import { useQuery } from '@tanstack/react-query';
import { createRoute, Navigate } from '@tanstack/react-router';
import { z } from 'zod';
import { sees_hits } from '../../api/gate_queries';
import { session_query } from '../../api/queries';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./map_pages'));
const MapPage = screen((pages) => pages.MapPage);

const map_search = z.object({
  chosen: z.string().optional().catch(undefined),
  layers: z.string().optional().catch(undefined),
  view: z.string().optional().catch(undefined),
});

const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  validateSearch: map_search,
  component: MapRoute,
});

function MapRoute() {
  const place = map.useSearch();
  const navigate = map.useNavigate();
  const user = useQuery(session_query).data?.user;
  if (!user) return null;
  if (!sees_hits(user.role)) return <Navigate to="/access" replace />;
  return (
    <MapPage
      user={user}
      place={place}
      onPlace={(change) =>
        void navigate({ search: (was) => ({ ...was, ...change }), replace: true })
      }
    />
  );
}

export const map_routes = [map] as const;

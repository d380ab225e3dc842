// The addresses of cameras. What is filtered and how it is sorted stand in them.
import { createRoute, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { COLUMNS, type Order, type Wanted } from '../../parts/cameras/camera_order';
import { MAKES } from '../../parts/cameras/makes';
import { is_step } from '../../parts/cameras/steps';
import { HEALTHS } from '../../parts/map/health';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./camera_pages'));
const CamerasPage = screen((pages) => pages.CamerasPage);
const CameraPage = screen((pages) => pages.CameraPage);
const ConnectPage = screen((pages) => pages.ConnectPage);
const NewCameraPage = screen((pages) => pages.NewCameraPage);

const cameras_search = z.object({
  by: z.enum(COLUMNS).optional().catch(undefined),
  direction: z.enum(['up', 'down']).optional().catch(undefined),
  health: z.enum(HEALTHS).optional().catch(undefined),
  zone: z.coerce.string().optional().catch(undefined),
  text: z.coerce.string().optional().catch(undefined),
});

function Cameras() {
  const { by, direction, text = '', zone, health } = useSearch({ from: '/cameras' });
  const navigate = useNavigate({ from: '/cameras' });
  const sort = (order: Order) =>
    void navigate({
      search: (was) => ({ ...was, by: order.column, direction: order.direction }),
      replace: true,
    });
  const want = (change: Partial<Wanted>) =>
    void navigate({
      search: (was) => ({ ...was, ...change, text: (change.text ?? text) || undefined }),
      replace: true,
    });
  return (
    <CamerasPage
      order={by && direction ? { column: by, direction } : undefined}
      wanted={{ text, zone, health }}
      onOrder={sort}
      onWant={want}
    />
  );
}

function OneCamera() {
  const { id } = useParams({ from: '/cameras/$id' });
  return <CameraPage key={id} id={id} />;
}

const connect_search = z.object({ make: z.enum(MAKES).optional().catch(undefined) });

function Connect() {
  const { id, step } = useParams({ from: '/cameras/$id/connect/$step' });
  const { make } = useSearch({ from: '/cameras/$id/connect/$step' });
  return <ConnectPage key={id} id={id} step={is_step(step) ? step : 'identify'} make={make} />;
}

export const camera_routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/cameras',
    validateSearch: cameras_search,
    component: Cameras,
  }),
  createRoute({ getParentRoute: () => root, path: '/cameras/$id', component: OneCamera }),
  createRoute({
    getParentRoute: () => root,
    path: '/cameras/new',
    component: () => <NewCameraPage />,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cameras/$id/connect/$step',
    validateSearch: connect_search,
    component: Connect,
  }),
] as const;

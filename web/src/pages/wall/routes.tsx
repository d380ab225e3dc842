import { createRoute } from '@tanstack/react-router';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const WallPage = screen_of(() => import('./wall_pages'))((pages) => pages.WallPage);

export const wall_routes = [
  createRoute({ getParentRoute: () => root, path: '/wall', component: () => <WallPage /> }),
] as const;

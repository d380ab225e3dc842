import { createRoute } from '@tanstack/react-router';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const CarPage = screen_of(() => import('./car_pages'))((pages) => pages.CarPage);

export const car_routes = [
  createRoute({ getParentRoute: () => root, path: '/car', component: () => <CarPage /> }),
] as const;

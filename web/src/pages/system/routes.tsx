import { createRoute } from '@tanstack/react-router';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./system_pages'));
const SystemPage = screen((pages) => pages.SystemPage);

export const system_routes = [
  createRoute({ getParentRoute: () => root, path: '/system', component: () => <SystemPage /> }),
] as const;

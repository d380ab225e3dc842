// The addresses of pursuits: by number, never by a plate.
import { createRoute, useParams } from '@tanstack/react-router';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./pursuit_pages'));
const PursuitsPage = screen((pages) => pages.PursuitsPage);
const PursuitPage = screen((pages) => pages.PursuitPage);

function OnePursuit() {
  const { id } = useParams({ from: '/pursuits/$id' });
  return <PursuitPage key={id} id={id} />;
}

export const pursuit_routes = [
  createRoute({ getParentRoute: () => root, path: '/pursuits', component: () => <PursuitsPage /> }),
  createRoute({ getParentRoute: () => root, path: '/pursuits/$id', component: OnePursuit }),
] as const;

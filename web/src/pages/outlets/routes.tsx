import { createRoute, useParams } from '@tanstack/react-router';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./outlet_pages'));
const OutletsPage = screen((pages) => pages.OutletsPage);
const OutletPage = screen((pages) => pages.OutletPage);
const NewOutletPage = screen((pages) => pages.NewOutletPage);

function OneOutlet() {
  const { id } = useParams({ from: '/outlets/$id' });
  return <OutletPage key={id} id={id} />;
}

export const outlet_routes = [
  createRoute({ getParentRoute: () => root, path: '/outlets', component: () => <OutletsPage /> }),
  createRoute({
    getParentRoute: () => root,
    path: '/outlets/new',
    component: () => <NewOutletPage />,
  }),
  createRoute({ getParentRoute: () => root, path: '/outlets/$id', component: OneOutlet }),
] as const;

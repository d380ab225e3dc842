import { createRootRoute, Outlet } from '@tanstack/react-router';
import { App } from './app';

export const root = createRootRoute({
  component: () => (
    <App>
      <Outlet />
    </App>
  ),
});

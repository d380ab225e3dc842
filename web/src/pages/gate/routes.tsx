// The addresses of searches, grants and authorisations. No plate and no case ever stands in one.
import { createRoute, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { REGISTERS } from '../../api/ledger_queries';
import type { Between } from '../../parts/registers/versions';
import { screen_of } from '../lazy_screen';
import { root } from '../root';

const screen = screen_of(() => import('./gate_pages'));
const SearchPage = screen((pages) => pages.SearchPage);
const AccessPage = screen((pages) => pages.AccessPage);
const OversightPage = screen((pages) => pages.OversightPage);
const RegisterPage = screen((pages) => pages.RegisterPage);
const SubjectsPage = screen((pages) => pages.SubjectsPage);

const REGISTER = '/oversight/registers/$name';

const register_search = z.object({
  from: z.number().int().min(1).optional().catch(undefined),
  to: z.number().int().min(1).optional().catch(undefined),
});

function OneRegister() {
  const asked = useParams({ from: REGISTER }).name;
  const { from, to } = useSearch({ from: REGISTER });
  const navigate = useNavigate({ from: REGISTER });
  const name = REGISTERS.find((one) => one === asked) ?? 'processing';
  const choose = (between: Between) => void navigate({ search: between, replace: true });
  const between = from && to ? { from, to } : null;
  return <RegisterPage key={name} name={name} between={between} onChoose={choose} />;
}

export const gate_routes = [
  createRoute({ getParentRoute: () => root, path: '/search', component: () => <SearchPage /> }),
  createRoute({ getParentRoute: () => root, path: '/access', component: () => <AccessPage /> }),
  createRoute({
    getParentRoute: () => root,
    path: '/oversight',
    component: () => <OversightPage />,
  }),
  createRoute({
    getParentRoute: () => root,
    path: REGISTER,
    validateSearch: register_search,
    component: OneRegister,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/oversight/subjects',
    component: () => <SubjectsPage />,
  }),
] as const;

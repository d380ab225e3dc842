// Outlets: where events go for those who are not at a desk, and what became of them.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import {
  enableOutlet,
  listOutletDeliveries,
  listOutlets,
  makeOutlet,
  type NewOutlet,
  type Outlet,
  type OutletWithKey,
  removeOutlet,
  replayOutletDelivery,
  replayOutletPeriod,
  type Role,
  rotateOutletKey,
  testOutlet,
} from './generated';
import { cache } from './queries';
import { server_now } from './server_clock';

const SHOWN = 50;
const ALL_MS = 60_000;
const ONE_MS = 5_000; // whoever looks at one waits for an answer
const DAY_MS = 86_400_000;

export const sees_outlets = (role: Role) =>
  role === 'administrator' || role === 'zone_administrator';

export const outlets_query = queryOptions({
  queryKey: ['outlets'],
  queryFn: async () => (await answered(listOutlets())).items,
  refetchInterval: ALL_MS,
});

export const deliveries_query = (outlet: string) =>
  queryOptions({
    queryKey: ['deliveries', outlet],
    queryFn: async () => {
      const asked = { path: { id: outlet }, query: { limit: SHOWN } };
      return (await answered(listOutletDeliveries(asked))).items;
    },
    refetchInterval: ONE_MS,
  });

const changed = () => cache.invalidateQueries({ queryKey: outlets_query.queryKey });
const sent = (outlet: string) =>
  Promise.all([
    changed(),
    cache.invalidateQueries({ queryKey: deliveries_query(outlet).queryKey }),
  ]);

// Keys are shown once: they live in this page's memory and nowhere else.
const keys = new Map<string, string>();
export const outlet_key_shown = (id: string) => keys.get(id);
export const forget_outlet_key = (id: string) => keys.delete(id);

async function keep(made: OutletWithKey): Promise<Outlet> {
  if (made.verification_key !== undefined) keys.set(made.id, made.verification_key);
  await changed();
  return made;
}

export async function make_outlet(body: NewOutlet): Promise<Outlet> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  return keep(await answered(makeOutlet({ headers, body })));
}

export const rotate_key = async (id: string) =>
  keep(await answered(rotateOutletKey({ path: { id } })));

export async function enable_outlet(id: string): Promise<void> {
  await answered(enableOutlet({ path: { id } }));
  await sent(id);
}

export async function test_outlet(id: string): Promise<void> {
  await answered(testOutlet({ path: { id } }));
  await sent(id);
}

export async function remove_outlet(id: string): Promise<void> {
  await answered(removeOutlet({ path: { id } }));
  await changed();
}

export async function replay_one(outlet: string, delivery: string): Promise<void> {
  await answered(replayOutletDelivery({ path: { id: outlet, delivery } }));
  await sent(outlet);
}

// What was given up in that many days.
export async function replay_days(id: string, days: number): Promise<void> {
  const now = server_now();
  const body = {
    from: new Date(now - days * DAY_MS).toISOString(),
    until: new Date(now + 1_000).toISOString(),
  };
  await answered(replayOutletPeriod({ path: { id }, body }));
  await sent(id);
}

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
const KEPT_DAYS = 30;

export const sees_outlets = (role: Role) =>
  role === 'administrator' || role === 'zone_administrator';

export const outlets_query = queryOptions({
  queryKey: ['outlets'],
  queryFn: async () => (await answered(listOutlets())).items,
  refetchInterval: ALL_MS,
});

// While one is looked at.
export const watched_outlets_query = queryOptions({ ...outlets_query, refetchInterval: ONE_MS });

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

// Secrets are shown once: they live in this page's memory and nowhere else.
const secrets = new Map<string, string>();
export const secret_shown = (id: string) => secrets.get(id);
export const forget_secret = (id: string) => secrets.delete(id);

async function keep(made: OutletWithKey): Promise<Outlet> {
  if (made.verification_key?.startsWith('whsec_')) secrets.set(made.id, made.verification_key);
  await changed();
  return made;
}

// `key`: of one form, so that what is sent twice is made once.
export async function make_outlet(body: NewOutlet, key: string): Promise<Outlet> {
  const headers = { 'Idempotency-Key': key };
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

// All that was given up and is kept. Answers how many.
export async function replay_all(id: string): Promise<number> {
  const now = server_now();
  const body = {
    from: new Date(now - KEPT_DAYS * DAY_MS).toISOString(),
    until: new Date(now + 1_000).toISOString(),
  };
  const { deliveries } = await answered(replayOutletPeriod({ path: { id }, body }));
  await sent(id);
  return deliveries;
}

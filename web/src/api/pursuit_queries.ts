// Pursuits: what is asked of them, and the lines that are written into their logs.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import {
  beginPursuit,
  endPursuit,
  extendPursuit,
  getPursuit,
  handOverPursuit,
  type Hit,
  inviteZone,
  joinPursuit,
  leavePursuit,
  listPursuits,
  listZones,
  type NewOutcome,
  notePursuit,
  type Pursuit,
  type PursuitWithLog,
} from './generated';
import { cache } from './queries';

export const pursuits_query = queryOptions({
  queryKey: ['pursuits'],
  queryFn: async () => (await answered(listPursuits({ query: { limit: 100 } }))).items,
});

export const pursuit_query = (id: string) =>
  queryOptions({
    queryKey: ['pursuit', id],
    queryFn: () => answered(getPursuit({ path: { id } })),
  });

export const zones_query = queryOptions({
  queryKey: ['zones'],
  queryFn: async () => (await answered(listZones())).items,
  staleTime: 600_000,
});

// What an event tells is not all: who takes part asks for the line behind it.
export function pursuits_changed(ids: readonly string[]): void {
  void cache.invalidateQueries({ queryKey: pursuits_query.queryKey });
  for (const id of ids) {
    void cache.invalidateQueries({ queryKey: pursuit_query(id).queryKey });
  }
}

type Sent = {
  path: { id: string };
  headers: { 'If-Match': string; 'Idempotency-Key': string };
};

const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });

// Lines are added to whatever the pursuit is by now: two who write at once both stand.
async function write(
  pursuit: Pursuit,
  send: (sent: Sent) => Promise<PursuitWithLog>,
): Promise<void> {
  const now = await send({ path: { id: pursuit.id }, headers: { 'If-Match': '*', ...key() } });
  cache.setQueryData(pursuit_query(now.id).queryKey, now);
  void cache.invalidateQueries({ queryKey: pursuits_query.queryKey });
}

export async function begin(hit: Hit): Promise<PursuitWithLog> {
  const headers = { 'If-Match': `"${hit.version}"`, ...key() };
  const begun = await answered(beginPursuit({ headers, body: { hit: hit.id } }));
  cache.setQueryData(pursuit_query(begun.id).queryKey, begun);
  void cache.invalidateQueries({ queryKey: pursuits_query.queryKey });
  return begun;
}

export const join = (pursuit: Pursuit) => write(pursuit, (sent) => answered(joinPursuit(sent)));
export const leave = (pursuit: Pursuit) => write(pursuit, (sent) => answered(leavePursuit(sent)));
export const invite = (pursuit: Pursuit, zone: string) =>
  write(pursuit, (sent) => answered(inviteZone({ ...sent, body: { zone } })));
export const hand_over = (pursuit: Pursuit, zone: string) =>
  write(pursuit, (sent) => answered(handOverPursuit({ ...sent, body: { zone } })));
export const note = (pursuit: Pursuit, text: string) =>
  write(pursuit, (sent) => answered(notePursuit({ ...sent, body: { note: text } })));
export const extend = (pursuit: Pursuit, until: string) =>
  write(pursuit, (sent) => answered(extendPursuit({ ...sent, body: { until } })));
export const end = (pursuit: Pursuit, outcome: NewOutcome['outcome']) =>
  write(pursuit, (sent) => answered(endPursuit({ ...sent, body: { outcome } })));

// What arrives on the stream, checked at the door. The shape of a hit is the one of the API; here
// only what the desk leans on is verified, so that a field added later does no harm.
import { z } from 'zod';
import type { Hit } from './generated';

const priority = z.number().int().min(1).max(4);

const hit = z
  .looseObject({
    id: z.string(),
    version: z.number(),
    incident: z.string(),
    of_incident: z.looseObject({ id: z.string(), version: z.number() }),
    priority,
    plate: z.string(),
    captured_at: z.string(),
    created_at: z.string(),
    list: z.looseObject({ title: z.string() }),
    camera: z.looseObject({ site: z.looseObject({ latitude: z.number(), longitude: z.number() }) }),
    pictures: z.array(z.looseObject({ role: z.string(), url: z.string() })),
  })
  .transform((value) => value as unknown as Hit);

const cameraHealth = z.looseObject({ id: z.string() });
const listChange = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  suspended: z.boolean(),
  suspended_because: z.string().optional(),
  revision: z.number(),
});
const viewed = z.object({
  hit: z.string(),
  viewers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      zone: z.object({ code: z.string(), name: z.string() }).optional(),
      until: z.string(),
    }),
  ),
});
const pursuit = z.looseObject({ id: z.string(), event: z.string() });
const clock = z.object({ seq: z.number(), server_time: z.string() });

const schemas = {
  hello: clock.extend({ version: z.string().optional() }),
  heartbeat: clock,
  reset: z.object({ reason: z.string() }),
  'hit.created': hit,
  'hit.changed': hit,
  'hit.viewed': viewed,
  'pursuit.changed': pursuit,
  'list.changed': listChange,
  'camera.health': cameraHealth,
} as const;

export type EventName = keyof typeof schemas;
export const EVENT_NAMES = Object.keys(schemas) as EventName[];

export type ListChanged = z.infer<typeof listChange>;

export type HitViewed = z.infer<typeof viewed>;

export type StreamEvent =
  | { name: 'hello'; seq: null; data: { seq: number; server_time: string; version?: string } }
  | { name: 'heartbeat'; seq: null; data: { seq: number; server_time: string } }
  | { name: 'reset'; seq: null; data: { reason: string } }
  | { name: 'hit.created' | 'hit.changed'; seq: number; data: Hit }
  | { name: 'hit.viewed'; seq: number; data: HitViewed }
  | { name: 'pursuit.changed'; seq: number; data: { id: string; event: string } }
  | { name: 'list.changed'; seq: number; data: ListChanged }
  | { name: 'camera.health'; seq: number; data: { id: string; [field: string]: unknown } };

const NUMBERED: ReadonlySet<EventName> = new Set([
  'hit.created',
  'hit.changed',
  'hit.viewed',
  'pursuit.changed',
  'list.changed',
  'camera.health',
]);

// `id` is the event's number as the stream gives it; events that keep the stream alive have none.
// Returns null for what this build does not understand.
export function read_event(name: EventName, id: string, text: string): StreamEvent | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schemas[name].safeParse(json);
  const seq = NUMBERED.has(name) ? Number(id) : null;
  if (!parsed.success || Number.isNaN(seq)) return null;
  return { name, seq, data: parsed.data } as StreamEvent;
}

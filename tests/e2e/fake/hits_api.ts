// The addresses of the desk: hits, incidents, verdicts and what was withdrawn.
import type { Hit, NewOutcome, NewVerdict } from '../../../web/src/api/generated';
import { ago, incident_of, make_hit, misread, pick, draw } from './make.ts';
import { type Asked, not_found, Refused, type Routes } from './serve.ts';
import type { World } from './world.ts';

// A vehicle passes a camera. Every fourth is misread; of those most are for review.
export function new_hit(world: World): Hit {
  const ready = [...world.lists.values()].filter(
    (kept) => !kept.list.suspended && kept.entries.length > 0,
  );
  const kept = pick(ready);
  const entry = pick(kept.entries);
  const is_misread = draw(4) === 0;
  const read = is_misread ? misread(entry.plate) : entry.plate;
  const quiet = is_misread && kept.list.match.inexact !== 'alarm';
  const hit = make_hit({ list: kept.list, entry, camera: pick(world.places), read, quiet });
  if (draw(9) === 0)
    hit.warning = 'Stopped 2 times in 24 hours on this entry. Look first whether it still holds.';
  world.hits.set(hit.id, hit);
  return hit;
}

export function withdraw(world: World, hit: Hit, why: string): Hit {
  const now: Hit = {
    ...hit,
    version: hit.version + 1,
    state: 'withdrawn',
    open: false,
    warning: why,
  };
  world.hits.set(now.id, now);
  if (world.opened.has(now.id)) world.withdrawn.set(now.id, now);
  return now;
}

const newest = (world: World) => [...world.hits.values()].toReversed();

const ME = { by: { id: 'me', name: 'Nadia' } };

// A step of the hit, as far as a screen can tell.
function stepped(hit: Hit, verb: string, body: string): Partial<Hit> {
  const said = (body === '' ? {} : JSON.parse(body)) as Partial<NewVerdict & NewOutcome>;
  switch (verb) {
    case 'claim':
      return { state: 'claimed', claim: { ...ME, at: ago(0) } };
    case 'release':
    case 'undo':
      return { state: 'candidate', open: true };
    case 'dispatch':
      return { follow_up: 'dispatched' };
    case 'stop':
      return { follow_up: 'stopped' };
    case 'outcome':
      return { follow_up: 'closed', open: false, ...(said.outcome && { outcome: said.outcome }) };
    default:
      return judged(hit, said);
  }
}

function judged(hit: Hit, { state = 'rejected', reason }: Partial<NewVerdict>): Partial<Hit> {
  const asks = state === 'validated' && hit.category.startsWith('unins');
  return {
    state,
    open: state === 'validated',
    verdict: {
      ...ME,
      at: ago(0),
      ...(reason && { reason }),
      ...(asks && { register: 'unconfirmed', register_note: 'The register did not answer.' }),
    },
  };
}

export function hit_routes(
  world: World,
  say_changed: (hit: Hit) => void,
  seq: () => number,
): Routes {
  const hit_in = (asked: Asked): Hit => {
    const hit = world.hits.get(asked.parts.id ?? '');
    if (!hit) throw not_found();
    return hit;
  };
  const incident_in = (asked: Asked): Hit => {
    const hit = newest(world).find(({ incident }) => incident === asked.parts.id);
    if (!hit) throw not_found();
    return hit;
  };
  return [
    [
      'GET /api/v1/incidents',
      () => ({ json: { seq: seq(), items: newest(world).map((hit) => incident_of(hit)) } }),
    ],
    [
      'GET /api/v1/incidents/{id}',
      (asked) => {
        const hit = incident_in(asked);
        world.opened.add(hit.id);
        return { json: { ...incident_of(hit), trail: [hit] } };
      },
    ],
    [
      'GET /api/v1/hits/withdrawn',
      () => ({ json: { items: [...world.withdrawn.values()].toReversed() } }),
    ],
    ['GET /api/v1/hits/{id}', (asked) => ({ json: hit_in(asked) })],
    ...['claim', 'release', 'verdict', 'undo', 'dispatch', 'stop', 'outcome'].map(
      (verb): Routes[number] => [
        `POST /api/v1/hits/{id}/${verb}`,
        (asked) => {
          const hit = hit_in(asked);
          if (verb === 'verdict' && hit.state !== 'candidate' && hit.state !== 'claimed') {
            throw new Refused(409, 'conflict', 'Somebody else has judged this hit.');
          }
          const now = { ...hit, version: hit.version + 1, ...stepped(hit, verb, asked.body) };
          world.hits.set(now.id, now);
          say_changed(now);
          return { json: now };
        },
      ],
    ),
    [
      'POST /api/v1/hits/{id}/withdrawal-seen',
      (asked) => (world.withdrawn.delete(asked.parts.id ?? ''), { status: 204 }),
    ],
    ['GET /api/v1/cameras', () => ({ json: { items: world.cameras } })],
  ];
}

// A plate as a picture, or the road it was seen on.
export function picture(number: string, plate: string): string {
  const is_crop = number === '1';
  const size = is_crop ? [360, 90] : [640, 360];
  const place = is_crop ? 'translate(180 62)' : 'translate(320 262) scale(0.5)';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}">
<rect width="100%" height="100%" fill="${is_crop ? '#3b3f44' : '#59636b'}"/>
${is_crop ? '' : '<path d="M150 360 270 140h100l120 220z" fill="#444c53"/><rect x="235" y="150" width="170" height="130" rx="18" fill="#8b1d24"/>'}
<g transform="${place}"><rect x="-150" y="-50" width="300" height="72" rx="8" fill="#fff" stroke="#8c1116" stroke-width="5"/>
<text text-anchor="middle" y="5" font-family="monospace" font-size="50" font-weight="700" fill="#8c1116">${plate}</text></g></svg>`;
}

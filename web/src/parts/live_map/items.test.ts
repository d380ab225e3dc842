import { describe, expect, it } from 'vitest';
import type { Camera, Pursuit } from '../../api/generated';
import { sample_hit, sample_incident } from '../../testing/samples';
import {
  chosen_in,
  filtered,
  items_of,
  type MapItem,
  type Scene,
  sorted,
  text_of_chosen,
} from './items';
import { LAYERS, layers_in, switched, text_of } from './layers';
import { length_km } from './measure';

const NOW = Date.parse('2026-11-23T20:10:00.000Z');
const { camera: place } = sample_hit();

function camera(change: Partial<Camera>): Camera {
  const site = { ...place.site, zone: place.zone, municipality_nis: '11057' };
  const read = { reads: 100, quarantined: 0, refused: 0, last_read_at: '2026-11-23T20:09:00.000Z' };
  const legal_source = 'police_function_act' as Camera['legal_source'];
  return { ...place, site, lanes: 1, disabled: false, legal_source, ...read, ...change };
}

const pursuit: Pursuit = {
  id: 'pursuit-1',
  version: 1,
  hit: 'hit-1',
  incident: 'incident-1',
  plate: '1QRS234',
  priority: 1,
  lead: place.zone,
  zones: [],
  opened_at: '2026-11-23T20:01:00.000Z',
  expires_at: '2026-11-23T22:01:00.000Z',
  sightings: 1,
  last_hit: 'hit-1',
  last_seen_at: '2026-11-28T10:00:00Z',
};

const hit = sample_hit();
const scene: Scene = {
  hits: [{ hit, incident: sample_incident() }],
  pursuits: [{ pursuit, hit }],
  expected: [
    {
      hit,
      rank: 1,
      next: {
        camera: { ...place, id: 'camera-2', site: { ...place.site, road: 'N14' } },
        probability: 0.6,
        earliest: '2026-11-23T20:12:00.000Z',
        likely: '2026-11-23T20:13:00.000Z',
        latest: '2026-11-23T20:15:00.000Z',
        passages: 40,
      },
    },
  ],
  cameras: [
    camera({}),
    camera({ id: 'camera-3', name: 'Malle 3', last_read_at: '2026-11-23T19:00:00.000Z' }),
    camera({ id: 'camera-4', name: 'Malle 4', quarantined: 60 }),
  ],
  now: NOW,
};
const all = items_of(scene, LAYERS);
const kinds = (items: readonly MapItem[]) => items.map(({ kind }) => kind);
const names = (items: readonly MapItem[]) => items.map(({ name }) => name);

describe('the list of the map', () => {
  it('holds everything on it, what is pursued first and the worst camera before the others', () => {
    expect(kinds(all)).toEqual(['pursuit', 'hit', 'next', 'camera', 'camera', 'camera', 'zone']);
    expect(names(all).slice(3, 6)).toEqual(['Malle 3', 'Malle 4', 'Malle 1']);
    expect(all.at(-1)).toMatchObject({ name: 'Voorkempen', cameras: 3, unwell: 2, hits: 1 });
  });

  it('has nothing of a layer that is off', () => {
    expect(kinds(items_of(scene, ['hits', 'zones']))).toEqual(['hit', 'zone']);
  });

  it('is found by plate, name, place and zone, whatever the spelling', () => {
    expect(kinds(filtered(all, '1-qrs 234', null))).toEqual(['pursuit', 'hit', 'next']);
    expect(names(filtered(all, 'MALLE 3', null))).toEqual(['Malle 3']);
    expect(kinds(filtered(all, 'n14', null))).toEqual(['next']);
    expect(kinds(filtered(all, 'voorkempen', 'camera'))).toHaveLength(3);
    expect(filtered(all, 'nowhere', null)).toEqual([]);
  });

  it('is sorted by time and by place, what has none last', () => {
    expect(kinds(sorted(all, 'time'))[0]).toBe('next');
    expect(kinds(sorted(all, 'time')).at(-1)).toBe('zone');
    expect(kinds(sorted(all, 'place')).slice(-2)).toEqual(['next', 'zone']);
    expect(sorted(all, 'urgency')).toEqual(all);
  });
});

describe('the address of the map', () => {
  it('names what is chosen by number, and nothing else', () => {
    expect(chosen_in(text_of_chosen({ kind: 'hit', id: '01ABC' }))).toEqual({
      kind: 'hit',
      id: '01ABC',
    });
    for (const wrong of [undefined, '', 'hit', 'hit.', 'plate.1QRS234']) {
      expect(chosen_in(wrong)).toBeNull();
    }
  });

  it('holds the layers that are on, in one order, and no others', () => {
    const fewer = switched(switched(LAYERS, 'cameras'), 'next');
    expect(text_of(fewer)).toBe('zones,hits,pursuits');
    expect(layers_in('pursuits,hits,reads')).toEqual(['hits', 'pursuits']);
    expect(switched(fewer, 'cameras')).toEqual(['zones', 'cameras', 'hits', 'pursuits']);
  });
});

it('measures along points as the crow flies', () => {
  expect(length_km([])).toBe(0);
  expect(length_km([[4.8, 51.2]])).toBe(0);
  const leg = length_km([
    [4.8, 51.2],
    [4.8, 51.3],
  ]);
  expect(leg).toBeCloseTo(11.12, 2);
  const twice = [
    [4.8, 51.2],
    [4.8, 51.3],
    [4.8, 51.2],
  ] as const;
  expect(length_km(twice)).toBeCloseTo(2 * leg, 6);
});

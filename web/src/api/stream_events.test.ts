import { expect, it } from 'vitest';
import { sample_hit } from '../testing/samples';
import { read_event } from './stream_events';

it('reads a hit and keeps fields it does not know', () => {
  const of_incident = { id: 'incident-1', version: 4 };
  const text = JSON.stringify({ ...sample_hit(), of_incident, news: 'later' });
  const event = read_event('hit.created', '1764', text);
  expect(event).toMatchObject({ name: 'hit.created', seq: 1764 });
  expect(event?.data).toMatchObject({ of_incident, news: 'later', plate: '1QRS234' });
});

it('gives signs of life no number', () => {
  const text = '{"seq":12,"server_time":"2026-11-23T20:00:00.000Z"}';
  expect(read_event('heartbeat', '', text)).toMatchObject({ name: 'heartbeat', seq: null });
});

it.each([
  ['hit.created', '1', '{'],
  ['hit.created', '1', '{"id":"x"}'],
  ['hit.created', 'abc', JSON.stringify(sample_hit())],
  ['hit.created', '1', JSON.stringify({ ...sample_hit(), priority: 9 })],
  ['heartbeat', '', '{"seq":"12"}'],
] as const)('leaves out what it cannot understand: %s %s %s', (name, id, text) => {
  expect(read_event(name, id, text)).toBeNull();
});

it('reads that a list changed, in force or suspended', () => {
  const change = { id: 'l', name: 'stolen', title: 'Stolen', suspended: true, revision: 4 };
  const text = JSON.stringify({ ...change, suspended_because: 'its source is too old' });
  expect(read_event('list.changed', '9', text)).toMatchObject({
    name: 'list.changed',
    seq: 9,
    data: { suspended_because: 'its source is too old' },
  });
  expect(read_event('list.changed', '9', JSON.stringify(change))).not.toBeNull();
  expect(read_event('list.changed', '9', '{"name":"stolen"}')).toBeNull();
});

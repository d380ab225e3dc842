import { describe, expect, it } from 'vitest';
import { answer_to, EMPTY, type Entry, forget, put, settle, waiting_from } from './outbox';

const entry = (change: Partial<Entry> = {}): Entry => ({
  key: '0b54dc6e-9f0c-4b0e-9d0c-8ad1b4a5a001',
  hit: 'hit-1',
  version: 3,
  verb: 'dispatch',
  by: 'user-1',
  at: '2026-11-23T20:00:00.000Z',
  ...change,
});
const other = entry({ key: '0b54dc6e-9f0c-4b0e-9d0c-8ad1b4a5a002', hit: 'hit-2' });

it('keeps acts in their order, and one a hit', () => {
  const box = put(put(put(EMPTY, entry()), other), entry({ key: crypto.randomUUID() }));
  expect(box.waiting).toEqual([entry(), other]);
});

it('takes out what is done, keeps what may be sent later, and says why it gave up', () => {
  const box = put(put(EMPTY, entry()), other);
  expect(settle(box, entry().key, 'later')).toBe(box);
  expect(settle(box, entry().key, 'done')).toEqual({ waiting: [other], dropped: [] });
  const given_up = settle(box, entry().key, 'expired');
  expect(given_up).toEqual({ waiting: [other], dropped: [{ entry: entry(), why: 'expired' }] });
  expect(forget(given_up, entry().key).dropped).toEqual([]);
  expect(settle(box, 'unknown', 'done')).toBe(box);
});

describe('an answer', () => {
  it.each([
    [0, undefined, 'later'], // no network
    [401, undefined, 'later'], // until somebody signs in
    [503, undefined, 'later'],
    [409, 'expired', 'expired'],
    [412, 'withdrawn', 'withdrawn'],
    [412, 'validated', 'changed'],
    [404, undefined, 'gone'],
    [403, undefined, 'forbidden'],
    [400, undefined, 'refused'],
  ])('%d on %s means %s', (status, state, wanted) => {
    expect(answer_to(status, state)).toBe(wanted);
  });
});

it('comes back from the device as it was', () => {
  expect(waiting_from(JSON.stringify([entry(), other]))).toEqual([entry(), other]);
});

it.each([null, '', '7', '{}', '[1]', '[{"hit":"h"}]', '[{'])('reads %s as nothing', (text) => {
  expect(waiting_from(text)).toEqual([]);
});

it('lets nothing beside its numbers stand on the device', () => {
  const told = JSON.stringify([{ ...entry(), plate: '1QRS234' }]);
  expect(waiting_from(told)).toEqual([]);
});

import { expect, it } from 'vitest';
import { compare, group_of } from './compare';

const likenesses = (read: string, entry: string) =>
  compare(read, entry).map(({ likeness }) => likeness);

it('marks equal characters that cameras confuse', () => {
  expect(likenesses('1TRK', '1TRK')).toEqual(['confusable', 'same', 'same', 'same']);
});

it.each(['0O', '0D', 'OD', '1I', '8B', '5S', '2Z', '6G'])('knows %s as look-alikes', (pair) => {
  const [read, entry] = [...pair] as [string, string];
  expect(likenesses(read, entry)).toEqual(['look-alike']);
  expect(likenesses(entry, read)).toEqual(['look-alike']);
});

it('tells a look-alike from another character', () => {
  expect(likenesses('TAB4', 'TXB4')).toEqual(['same', 'different', 'confusable', 'same']);
});

it('puts a missing character where it is missing', () => {
  const cells = compare('1TK834', '1TRK834');
  expect(cells.map(({ read }) => read || '_').join('')).toBe('1T_K834');
  expect(cells.map(({ entry }) => entry || '_').join('')).toBe('1TRK834');
});

it('puts a surplus character where it stands', () => {
  const cells = compare('XTRK834', 'TRK834');
  expect(cells[0]).toMatchObject({ read: 'X', entry: '', likeness: 'different' });
  expect(cells.slice(1).every(({ read, entry }) => read === entry)).toBe(true);
});

it('shows the camera’s confidence only when it has one for each character', () => {
  expect(compare('AT', 'AT', [0.9, 0.5]).map(({ confidence }) => confidence)).toEqual([0.9, 0.5]);
  expect(compare('AT', 'AT', [0.9]).map(({ confidence }) => confidence)).toEqual([null, null]);
});

it.each([
  ['1ABC23', '1A?C23'],
  ['1ABC23', '1A*'],
  ['1ABC23', '*C23'],
  ['1ABC23', '1*3'],
])('takes whatever stands where a pattern is open: %s as %s', (read, pattern) => {
  const cells = compare(read, pattern);
  expect(cells.map((cell) => cell.read).join('')).toBe(read);
  expect(cells.filter(({ likeness }) => likeness === 'different')).toEqual([]);
  expect(cells.some(({ likeness }) => likeness === 'open')).toBe(true);
});

it('survives empty plates', () => {
  expect(compare('', '')).toEqual([]);
  expect(compare('', 'A')).toHaveLength(1);
});

it('has each character in one group', () => {
  expect(group_of('0')).toBe(group_of('D'));
  expect(group_of('T')).toBe(-1);
});

// Random plates: whatever the alignment, nothing is lost or turned round.
it('writes both plates down whole', () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`seed ${seed}`);
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const plate = () => Array.from({ length: next(9) }, () => '0OD1I8BTRK'[next(10)]).join('');
  for (let round = 0; round < 500; round += 1) {
    const [read, entry] = [plate(), plate()];
    const cells = compare(read, entry);
    expect(cells.map((cell) => cell.read).join('')).toBe(read);
    expect(cells.map((cell) => cell.entry).join('')).toBe(entry);
    expect(cells.every((cell) => cell.read !== '' || cell.entry !== '')).toBe(true);
  }
});

import { expect, it } from 'vitest';
import { rejects_csv } from './csv';

it('keeps quotes, separators and line ends inside their cell', () => {
  const csv = rejects_csv([{ line: 7, raw: 'a;"b",c\nd', error: 'no plate' }]);
  expect(csv).toBe('\ufeffline,error,raw\r\n7,"no plate","a;""b"",c\nd"\r\n');
});

it.each(['=1+1', '+32', '-5', '@SUM(A1)'])(
  'disarms a cell that a spreadsheet would run: %s',
  (raw) => {
    expect(rejects_csv([{ line: 1, raw, error: '' }])).toContain(`"'${raw}"`);
  },
);

it('has a head even when nothing was rejected', () => {
  expect(rejects_csv([])).toBe('\ufeffline,error,raw\r\n');
});

import { expect, test } from 'vitest';
import { close_plates } from './close_plates';

function filled(own: string, relatives: string): FormData {
  const fields = new FormData();
  fields.set('own', own);
  fields.set('relatives', relatives);
  return fields;
}

test('plates stand on lines or behind commas, and may hold spaces', () => {
  expect(close_plates(filled(' 1 ABC 234\r\n1-DEF-567 ', '1-GHI-890, 1-JKL-123;'))).toEqual({
    own: ['1 ABC 234', '1-DEF-567'],
    relatives: ['1-GHI-890', '1-JKL-123'],
  });
});

test('nothing typed is no plate', () => {
  expect(close_plates(filled(' \n', ''))).toEqual({ own: [], relatives: [] });
});

// Roughly what the matcher would say of an entry; only the shape of the answer is to be trusted.
import type { AcceptedRead, EntryPreview } from '../../../web/src/api/generated';

const READS_PER_DAY = 1_100_000;
const LIKE: Readonly<Record<string, string>> = {
  0: 'OD',
  O: '0D',
  1: 'I',
  8: 'B',
  B: '8',
  5: 'S',
  S: '5',
  2: 'Z',
  Z: '2',
  6: 'G',
};

export function preview_of(plate: string): EntryPreview {
  if (/[?*]/.test(plate)) return of_pattern(plate);
  const accepted: AcceptedRead[] = [
    { read: plate, kind: 'exact', probability: 0.998, share: 0.958 },
  ];
  for (const [at, character] of [...plate].entries()) {
    for (const other of LIKE[character] ?? '') {
      const read = plate.slice(0, at) + other + plate.slice(at + 1);
      accepted.push({ read, kind: 'look_alike', probability: 0.91, share: 0.006 });
    }
  }
  for (const [at] of [...plate].entries()) {
    const read = plate.slice(0, at) + plate.slice(at + 1);
    accepted.push({ read, kind: 'missing', probability: 0.62, share: 0.0004 });
  }
  return {
    found_share: Math.min(
      0.999,
      accepted.reduce((sum, { share }) => sum + share, 0),
    ),
    false_hits_per_day: 0.0007 * accepted.length,
    reads_per_day: READS_PER_DAY,
    accepted: accepted.slice(0, 100),
  };
}

function of_pattern(plate: string): EntryPreview {
  const open = plate.split('?').length - 1 + 3 * (plate.split('*').length - 1);
  const read = plate.replaceAll('?', 'K').replaceAll('*', '234');
  return {
    found_share: 0.96,
    false_hits_per_day: 0.02 * 12 ** Math.min(open, 5),
    reads_per_day: READS_PER_DAY,
    accepted: [
      { read, kind: 'partial', probability: 0.3, share: 0.02 },
      { read: read.replace('K', 'X'), kind: 'partial', probability: 0.3, share: 0.02 },
    ],
  };
}

// Read over entry, character by character: what is the same, what a camera easily confuses, and
// what differs. An entry may be a pattern: `?` takes any character, `*` any number of them. Pure.

// Characters that look alike on a plate. One character may stand in one group only.
const LOOK_ALIKES = ['0ODQ', '1I', '8B', '5S', '2Z', '6G'] as const;

export type Likeness =
  | 'same' // equal, and nothing looks like it
  | 'confusable' // equal, but of a kind that cameras confuse: look at the picture
  | 'look-alike' // not equal, but of one group
  | 'open' // the pattern takes anything here
  | 'different'; // not equal, or only on one side

export type Cell = {
  place: number; // from the left, counting what is missing too
  read: string; // empty: nothing stands here
  entry: string;
  likeness: Likeness;
  confidence: number | null; // of the read's character, 0..1, as the camera gave it
};

export function group_of(character: string): number {
  return LOOK_ALIKES.findIndex((group) => group.includes(character));
}

function likeness(read: string, entry: string): Likeness {
  const group = group_of(read);
  if (entry === '?' || entry === '*') return 'open';
  if (read === entry) return group < 0 ? 'same' : 'confusable';
  return group >= 0 && group === group_of(entry) ? 'look-alike' : 'different';
}

// `confidences` counts only when it has one number for each character of the read.
export function compare(read: string, entry: string, confidences: readonly number[] = []): Cell[] {
  const above = [...read];
  const known = confidences.length === above.length;
  let at = 0;
  return aligned(above, spread(entry, above.length)).map(([character, other], place) => {
    const confidence = character !== '' && known ? (confidences[at] ?? null) : null;
    if (character !== '') at += 1;
    return {
      place,
      read: character,
      entry: other,
      likeness: likeness(character, other),
      confidence,
    };
  });
}

// A `*` as the number of characters it has to take for the read to be as long as the pattern.
function spread(entry: string, length: number): string[] {
  const stars = entry.split('*').length - 1;
  if (stars === 0) return [...entry];
  const room = Math.max(0, length - (entry.length - stars));
  const of_first = room - (stars - 1) * Math.floor(room / stars);
  let at = 0;
  return [...entry].flatMap((character) => {
    if (character !== '*') return [character];
    at += 1;
    return Array.from({ length: at === 1 ? of_first : Math.floor(room / stars) }, () => '*');
  });
}

const COSTS: Readonly<Record<Likeness, number>> = {
  same: 0,
  confusable: 0,
  open: 0,
  'look-alike': 1,
  different: 3,
};
const GAP = 2; // a missing character beside an equal rest is likelier than two wrong ones

// The cheapest way to write both below each other.
function aligned(read: readonly string[], entry: readonly string[]): [string, string][] {
  const cost = costs(read, entry);
  const pairs: [string, string][] = [];
  let [row, column] = [read.length, entry.length];
  while (row > 0 || column > 0) {
    const [a, b] = [read[row - 1] ?? '', entry[column - 1] ?? ''];
    const here = cost[row]?.[column];
    const across = (cost[row - 1]?.[column - 1] ?? Number.NaN) + COSTS[likeness(a, b)];
    if (row > 0 && column > 0 && here === across) {
      pairs.push([a, b]);
      [row, column] = [row - 1, column - 1];
    } else if (row > 0 && here === (cost[row - 1]?.[column] ?? Number.NaN) + GAP) {
      pairs.push([a, '']);
      row -= 1;
    } else {
      pairs.push(['', b]);
      column -= 1;
    }
  }
  return pairs.toReversed();
}

function costs(read: readonly string[], entry: readonly string[]): number[][] {
  const table: number[][] = [];
  for (let row = 0; row <= read.length; row += 1) {
    const line: number[] = [];
    for (let column = 0; column <= entry.length; column += 1) {
      line.push(cheapest(table, line, likeness(read[row - 1] ?? '', entry[column - 1] ?? '')));
    }
    table.push(line);
  }
  return table;
}

// The cost of the next place of `line`, from its three neighbours.
function cheapest(table: readonly number[][], line: readonly number[], step: Likeness): number {
  const above = table.at(-1);
  const column = line.length;
  if (!above && column === 0) return 0;
  const from_left = column > 0 ? (line[column - 1] ?? 0) + GAP : Number.POSITIVE_INFINITY;
  const from_above = above ? (above[column] ?? 0) + GAP : Number.POSITIVE_INFINITY;
  const diagonal =
    above && column > 0 ? (above[column - 1] ?? 0) + COSTS[step] : Number.POSITIVE_INFINITY;
  return Math.min(from_left, from_above, diagonal);
}

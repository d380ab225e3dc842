// Times and numbers as people here write them. Times are shown in Brussels and kept in UTC.
import { language, region } from './language';

const ZONE = 'Europe/Brussels';
const moments = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

// Each is made once a language: making one costs a hundred times what it costs to use it.
function kept<Format>(all: Map<string, Format>, name: string, make: (region: string) => Format) {
  const key = `${region()} ${name}`;
  const made = all.get(key) ?? make(region());
  all.set(key, made);
  return made;
}

const format = (name: string, options: Intl.DateTimeFormatOptions) =>
  kept(moments, name, (of) => new Intl.DateTimeFormat(of, { timeZone: ZONE, ...options }));

const number = (name: string, options: Intl.NumberFormatOptions = {}) =>
  kept(numbers, name, (of) => new Intl.NumberFormat(of, options));

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

// "14:02:37"
export function clock_time(at: string | number): string {
  return format('clock', CLOCK).format(new Date(at));
}

// "14:02"
export function short_time(at: string | number): string {
  return format('short', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
}

// The hour of the clock in Brussels, 0 to 23
export function short_hour(at: number): number {
  return Number(short_time(at).slice(0, 2));
}

// "maandag 23 november 2026, 14:02:37", for titles and evidence
export function full_time(at: string | number): string {
  const date = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const moment = new Date(at);
  return `${format('date', date).format(moment)}, ${format('clock', CLOCK).format(moment)}`;
}

// "maandag 23 november"
export function long_date(at: string | number): string {
  const date = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return format('day', date).format(new Date(at));
}

// "ma 23 nov.", of a day such as "2026-11-23"
export function week_day(day: string): string {
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return format('week day', date).format(new Date(`${day}T12:00:00Z`));
}

// "23 nov. 2026"
export function short_date(at: string | number): string {
  return format('date short', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(at),
  );
}

// "23 nov. 2026 14:02"
export function day_time(at: string | number): string {
  return `${short_date(at)} ${short_time(at)}`;
}

// "14:02:37.184": evidence needs the fraction the camera gave
export function evidence_time(at: string): string {
  return format('evidence', { ...CLOCK, fractionalSecondDigits: 3 }).format(new Date(at));
}

const STEPS: readonly [seconds: number, count: number, sign: Readonly<Record<string, string>>][] = [
  [1, 60, { en: 's' }],
  [60, 60, { en: 'min' }],
  [3_600, 24, { en: 'h', nl: 'u' }],
  [86_400, Number.POSITIVE_INFINITY, { en: 'd', fr: 'j', de: 'T' }],
];

// "4 s", "11 min", "3 u": an age or a length in its largest whole unit, short enough for a row.
export function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [size, , sign] = STEPS.find(([one, count]) => seconds < one * count) ?? [
    1,
    60,
    { en: 's' },
  ];
  return `${whole(Math.floor(seconds / size))}\u00a0${sign[language()] ?? sign.en}`;
}

export function percent(share: number): string {
  const cautious = share < 1 ? Math.floor(share * 1000) / 1000 : 1; // 99.97 % never reads 100 %
  return number('percent', { style: 'percent', maximumFractionDigits: 1 }).format(cautious);
}

export function whole(count: number): string {
  return number('whole').format(count);
}

// "1,2": a count that need not be whole. What is not nothing never reads as nothing.
export function decimal(count: number): string {
  const digits = count >= 100 ? 0 : count >= 1 ? 1 : 3;
  const options = { maximumFractionDigits: digits, minimumFractionDigits: 0 };
  const shown = number(`decimal ${digits}`, options);
  const least = 1 / 10 ** digits;
  return count > 0 && count < least ? `< ${shown.format(least)}` : shown.format(count);
}

const TERM_UNITS = ['second', 'minute', 'hour', 'day', 'month', 'year'] as const;

// "1 maand" of "1 month": a term of the law as the server writes it.
export function term_words(term: string): string {
  const [count = '', unit = ''] = term.split(' ');
  const known = TERM_UNITS.find((one) => unit === one || unit === `${one}s`);
  if (known === undefined) return term;
  const options = { style: 'unit', unit: known, unitDisplay: 'long' } as const;
  return number(`term ${known}`, options).format(Number(count));
}

// "Koen, Amélie and Ralf"
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(region(), { type: 'conjunction' }).format(names);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

// "1.2 GB", in thousands, as disks are sold.
export function bytes_words(bytes: number): string {
  const at = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const unit = BYTE_UNITS[at] ?? 'byte';
  const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return number(`bytes ${unit}`, options).format(bytes / 1000 ** at);
}

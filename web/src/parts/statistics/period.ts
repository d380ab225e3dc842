// Days of Brussels, as the API names them.
export const PERIODS = [7, 28, 90] as const;
export type Days = (typeof PERIODS)[number];

const DAY_MS = 86_400_000;
const in_brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

// "2026-11-28"
export const day_of = (at: number) => in_brussels.format(at);

// So many days, today included.
export function last_days(days: Days, now: number): { from: string; to: string } {
  const to = day_of(now);
  const first = Date.parse(to) - (days - 1) * DAY_MS; // counted in days, not in hours
  return { from: new Date(first).toISOString().slice(0, 10), to };
}

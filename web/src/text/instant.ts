// Times as they are typed, which is by the clock of Brussels wherever the browser stands.
const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

// "2026-11-27T14:02", as a field of type datetime-local shows it.
export function typed_time(at: number): string {
  const part = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

// RFC 3339 of such a text. Where the clock shows it twice or never, one of the two hours around it.
export function instant(typed: string): string {
  const as_utc = Date.parse(`${typed}:00Z`);
  const shown = Date.parse(`${typed_time(as_utc)}:00Z`);
  const guess = as_utc - (shown - as_utc);
  const again = Date.parse(`${typed_time(guess)}:00Z`);
  return new Date(guess - (again - as_utc)).toISOString();
}

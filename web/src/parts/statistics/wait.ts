import { span } from '../../text/format';

// "< 1 s", "11 min": never nothing.
export const took = (seconds: number) =>
  seconds < 1 ? `<\u00a0${span(1000)}` : span(seconds * 1000);

// "12 min" of 11.2: rounded up in the unit it is told in, for what is said to be within it.
export function up_to(seconds: number): string {
  const unit_s = [86_400, 3_600, 60].find((one) => seconds >= one) ?? 1;
  return span(Math.max(1, Math.ceil(seconds / unit_s)) * unit_s * 1000);
}

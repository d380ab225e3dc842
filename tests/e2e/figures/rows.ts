// Quantiles, and the rows that are printed.
import { loadavg } from 'node:os';

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(0, at)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export function row(name: string, cells: Readonly<Record<string, string | number>>): void {
  const told = Object.entries(cells).map(([of, value]) => `${of} ${value}`);
  console.info(`| ${name} | ${told.join(' | ')} | load ${(loadavg()[0] ?? 0).toFixed(1)} |`);
}

export function times(name: string, values: readonly number[]): void {
  row(name, {
    count: values.length,
    median: ms(median(values)),
    p95: ms(quantile(values, 0.95)),
    longest: ms(quantile(values, 1)),
  });
}

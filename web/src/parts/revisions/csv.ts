// Rejected lines as a file a person can open in a spreadsheet and send back. Pure.
import type { Reject } from '../../api/generated';

const BOM = '\ufeff'; // without it Excel takes the file for Latin-1
const FORMULA = /^[=+\-@\t\r]/; // a cell that begins so is run by a spreadsheet

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

export function rejects_csv(rejects: readonly Reject[]): string {
  const lines = rejects.map(({ line, error, raw }) => `${line},${cell(error)},${cell(raw)}`);
  return `${BOM}${['line,error,raw', ...lines].join('\r\n')}\r\n`;
}

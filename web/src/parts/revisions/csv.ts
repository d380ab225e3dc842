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

// Hands a text to the person as a file. It never leaves the browser.
export function save_file(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

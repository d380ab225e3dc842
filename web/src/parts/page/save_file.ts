// Hands something to the person as a file. It never leaves the browser.
export function save_blob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const save_csv = (name: string, text: string) =>
  save_blob(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));

export const save_bytes = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  save_blob(name, new Blob([bytes], { type: 'application/octet-stream' }));

// Sends a file to a list and says how far it is, which fetch cannot.
import { Failure, problem_in } from './failure';
import type { ImportMode, Revision } from './generated';

export type ImportWish = {
  list: string;
  file: File;
  dry_run: boolean;
  mode?: ImportMode | undefined;
  profile?: string | undefined;
  map?: string | undefined;
  accept_shrink?: boolean | undefined;
};

export type Upload = { done: Promise<Revision>; cancel: () => void };

export class Cancelled extends Error {}

const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv', json: 'application/json' };

export function import_address(wish: ImportWish): string {
  const query = new URLSearchParams({ file_name: wish.file.name });
  if (wish.dry_run) query.set('dry_run', 'true');
  if (wish.accept_shrink) query.set('accept_shrink', 'true');
  for (const name of ['mode', 'profile', 'map'] as const) {
    const value = wish[name];
    if (value) query.set(name, value);
  }
  return `/api/v1/lists/${encodeURIComponent(wish.list)}/import?${query.toString()}`;
}

export function type_of(file_name: string): string {
  const ending = file_name.split('.').at(-1)?.toLowerCase() ?? '';
  return TYPES[ending] ?? 'application/octet-stream';
}

// `on_progress` is told the share that has been sent, 0..1.
export function upload(wish: ImportWish, on_progress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Revision>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      on_progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('abort', () => reject(new Cancelled()));
    request.addEventListener('error', () => reject(new Failure(0, null)));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status === 202 && body !== null) resolve(body as Revision);
      else reject(new Failure(request.status, problem_in(body)));
    });
  });
  request.open('POST', import_address(wish));
  request.setRequestHeader('Content-Type', type_of(wish.file.name));
  request.send(wish.file);
  return { done, cancel: () => request.abort() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// What a filled-in form asks for.
import type { NewSearch } from '../../api/generated';
import { instant } from '../../text/instant';

export function new_search(fields: FormData): NewSearch {
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  const asked: NewSearch = {
    purpose: text('purpose'),
    case_number: text('case_number'),
    reason: text('reason'),
    from: instant(text('from')),
    until: instant(text('until')),
  };
  if (text('what') === 'sites') asked.sites = fields.getAll('site').map(String);
  else asked.plate = text('plate');
  if (text('authorisation') !== '') asked.authorisation = text('authorisation');
  if (text('older') === 'leave') asked.without_authorisation = true;
  if (text('danger_seen_by') !== '') {
    asked.danger = { seen_by: text('danger_seen_by'), seen_at: instant(text('danger_seen_at')) };
  }
  return asked;
}

// What a filled-in form registers.
import type { NewAuthorisation } from '../../api/generated';
import { instant } from '../../text/instant';

const words = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '');

export function new_authorisation(fields: FormData): NewAuthorisation {
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  return {
    number: text('number'),
    authority: text('authority'),
    office: text('office'),
    case_number: text('case_number'),
    dated: instant(text('dated')),
    expires: instant(text('expires')),
    from: instant(text('from')),
    until: instant(text('until')),
    plates: words(text('plates')),
    areas: fields.getAll('area').map(String),
    penalty_years: Number(text('penalty_years')),
    uses_max: Number(text('uses_max')),
  };
}

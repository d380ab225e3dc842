// What a filled-in form allows.
import type { NewGrant } from '../../api/generated';
import { instant } from '../../text/instant';

export function new_grant(fields: FormData): NewGrant {
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  return {
    to_zone: text('to_zone'),
    purposes: fields.getAll('purpose').map(String),
    from: instant(text('from')),
    until: instant(text('until')),
    reason: text('reason'),
    impact_assessment: text('impact_assessment'),
  };
}

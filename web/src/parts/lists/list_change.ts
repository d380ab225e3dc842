// From the fields of the settings form to the change that is sent. Pure.
import type { List, ListChange, MatchRule } from '../../api/generated';

export type SettingsFields = {
  title: string;
  inexact: MatchRule['inexact'];
  threshold_percent: string;
  uses_veto: boolean;
  valid_days: string;
  max_age_hours: string; // empty: none
  unit: string;
  unit_until: string; // as a field of type datetime-local gives it; empty: no end
  profile: string;
  source: string; // JSON; empty: none
};

export function fields_of(list: List): SettingsFields {
  const hours = list.max_age_s === undefined ? '' : String(list.max_age_s / 3600);
  return {
    title: list.title,
    inexact: list.match.inexact,
    threshold_percent: String(Math.round(list.match.threshold * 1000) / 10),
    uses_veto: list.match.uses_veto,
    valid_days: String(list.valid_days),
    max_age_hours: hours,
    unit: list.unit ?? '',
    unit_until: list.unit_until ? local_time(list.unit_until) : '',
    profile: list.profile ?? '',
    source: list.source ? JSON.stringify(list.source, null, 2) : '',
  };
}

// "2026-11-23T21:05" on this machine's clock, as datetime-local wants it
export function local_time(at: string): string {
  const moment = new Date(at);
  const here = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 16);
}

const or_null = (text: string) => (text.trim() === '' ? null : text.trim());

// Only what differs is sent, so that two people who change different things do not undo each other.
// Throws a SyntaxError where the source is no JSON.
export function change_of(list: List, fields: SettingsFields): ListChange {
  const before = fields_of(list);
  const differs = (name: keyof SettingsFields) => fields[name] !== before[name];
  const change: ListChange = {};
  if (differs('title')) change.title = fields.title.trim();
  if (differs('inexact') || differs('threshold_percent') || differs('uses_veto')) {
    const threshold = Number(fields.threshold_percent) / 100;
    change.match = { inexact: fields.inexact, threshold, uses_veto: fields.uses_veto };
  }
  if (differs('valid_days')) change.valid_days = Number(fields.valid_days);
  if (differs('max_age_hours')) {
    const hours = or_null(fields.max_age_hours);
    change.max_age_s = hours === null ? null : Math.round(Number(hours) * 3600);
  }
  if (differs('unit')) change.unit = or_null(fields.unit);
  if (differs('unit_until')) {
    change.unit_until = fields.unit_until ? new Date(fields.unit_until).toISOString() : null;
  }
  if (differs('profile')) change.profile = or_null(fields.profile);
  if (differs('source')) {
    const source = or_null(fields.source);
    change.source = source === null ? null : (JSON.parse(source) as Record<string, unknown>);
  }
  return change;
}

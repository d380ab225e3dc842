import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { zones_query } from '../../api/gate_queries';
import { RoleWords } from '../access/role_words';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { CapacityWords } from './capacity_words';
import { FieldNameWords } from './field_name';
import { CAPACITIES, type PersonFields, ROLES } from './person_fields';

const LANGUAGES = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' } as const;

type Props = {
  fields: PersonFields;
  onChange: (change: Partial<PersonFields>) => void;
  is_own: boolean; // nobody gives itself another role
  needs_terms: boolean;
};

// What is said of an account, whether it is new or there already.
export function PersonInputs({ fields, onChange, is_own, needs_terms }: Props) {
  return (
    <>
      <div className={form.row}>
        <Field name={<FieldNameWords name="display_name" />}>
          <input
            value={fields.display_name}
            required
            maxLength={128}
            autoComplete="off"
            onChange={(event) => onChange({ display_name: event.currentTarget.value })}
          />
        </Field>
        <LanguageOf fields={fields} onChange={onChange} />
      </div>
      <div className={form.row}>
        <RoleOf fields={fields} onChange={onChange} is_own={is_own} />
        <ZoneOf fields={fields} onChange={onChange} />
        <CapacityOf fields={fields} onChange={onChange} />
      </div>
      <Terms fields={fields} onChange={onChange} needs_terms={needs_terms} />
    </>
  );
}

type PartProps = Pick<Props, 'fields' | 'onChange'>;

function LanguageOf({ fields, onChange }: PartProps) {
  return (
    <Field name={<FieldNameWords name="language" />}>
      <select
        value={fields.language}
        onChange={({ currentTarget: { value } }) =>
          onChange({ language: value as PersonFields['language'] })
        }
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function RoleOf({ fields, onChange, is_own }: PartProps & { is_own: boolean }) {
  return (
    <Field
      name={<FieldNameWords name="role" />}
      hint={is_own && <Trans>Another administrator changes yours.</Trans>}
    >
      <select
        value={fields.role}
        disabled={is_own}
        onChange={({ currentTarget: { value } }) =>
          onChange({ role: value as PersonFields['role'] })
        }
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            <RoleWords role={role} />
          </option>
        ))}
      </select>
    </Field>
  );
}

function ZoneOf({ fields, onChange }: PartProps) {
  const zones = useQuery(zones_query);
  return (
    <Field name={<FieldNameWords name="zone" />}>
      <select
        value={fields.zone}
        onChange={(event) => onChange({ zone: event.currentTarget.value })}
      >
        <option value="">
          <Trans>the province</Trans>
        </option>
        {zones.data?.map((zone) => (
          <option key={zone.id} value={zone.code}>
            {zone.name} ({zone.code})
          </option>
        ))}
      </select>
    </Field>
  );
}

function CapacityOf({ fields, onChange }: PartProps) {
  return (
    <Field name={<FieldNameWords name="capacity" />}>
      <select
        value={fields.capacity}
        onChange={({ currentTarget: { value } }) =>
          onChange({ capacity: value as PersonFields['capacity'] })
        }
      >
        {fields.capacity === '' && (
          <option value="">
            <Trans>as usual for the role</Trans>
          </option>
        )}
        {CAPACITIES.map((capacity) => (
          <option key={capacity} value={capacity}>
            <CapacityWords capacity={capacity} />
          </option>
        ))}
      </select>
    </Field>
  );
}

function Terms({ fields, onChange, needs_terms }: PartProps & { needs_terms: boolean }) {
  return (
    <div className={form.row}>
      <Field name={<FieldNameWords name="role_until" />}>
        <input
          type="datetime-local"
          value={fields.role_until}
          required={needs_terms}
          onChange={(event) => onChange({ role_until: event.currentTarget.value })}
        />
      </Field>
      <Field
        name={<FieldNameWords name="trained_until" />}
        hint={<Trans>Past either of the two, the account can only sign out.</Trans>}
      >
        <input
          type="datetime-local"
          value={fields.trained_until}
          required={needs_terms}
          onChange={(event) => onChange({ trained_until: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import type { MatchRule } from '../../api/generated';
import { Choice, Field } from '../page/field';
import form from '../page/form.module.css';
import type { SettingsFields } from './list_change';
import { InexactTitle, InexactWords } from './match_words';

const USES: readonly MatchRule['inexact'][] = ['nothing', 'review', 'alarm'];

type Props = { fields: SettingsFields; onChange: (change: Partial<SettingsFields>) => void };

// What a read may do that is not the listed plate but may well be a misread of it.
export function MatchFields({ fields, onChange }: Props) {
  return (
    <>
      <fieldset className={form.choices}>
        <legend>
          <Trans>Misreads of a listed plate</Trans>
        </legend>
        {USES.map((use) => (
          <Choice
            key={use}
            name="inexact"
            value={use}
            title={<InexactTitle use={use} />}
            is_checked={fields.inexact === use}
            onChoose={() => onChange({ inexact: use })}
          >
            <InexactWords use={use} />
          </Choice>
        ))}
      </fieldset>
      {fields.inexact !== 'nothing' && (
        <div className={form.row}>
          <Field
            name={<Trans>Certainty from which it counts, %</Trans>}
            hint={<Trans>Higher: fewer false hits, and more listed vehicles missed.</Trans>}
          >
            <input
              type="number"
              min={0}
              max={100}
              step="any"
              required
              value={fields.threshold_percent}
              onChange={(event) => onChange({ threshold_percent: event.currentTarget.value })}
            />
          </Field>
          <label className={form.choice}>
            <input
              type="checkbox"
              checked={fields.uses_veto}
              onChange={(event) => onChange({ uses_veto: event.currentTarget.checked })}
            />
            <span>
              <strong>
                <Trans>Plates of other known vehicles do not count</Trans>
              </strong>{' '}
              <span className={form.hint}>
                <Trans>Switch this off only where a life is at risk.</Trans>
              </span>
            </span>
          </label>
        </div>
      )}
    </>
  );
}

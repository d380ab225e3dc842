import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Camera } from '../../api/generated';
import { whole } from '../../text/format';
import { HealthName, HealthSign } from '../live_map/health_sign';
import { HEALTHS } from '../map/health';
import { Field } from '../page/field';
import { count_healths, type Wanted } from './camera_order';
import styles from './cameras.module.css';

type Props = {
  cameras: readonly Camera[];
  now: number;
  wanted: Wanted;
  onWant: (change: Partial<Wanted>) => void;
};

const zones_of = (cameras: readonly Camera[]) => {
  const names = new Map(cameras.map(({ zone }) => [zone.code, zone.name]));
  return [...names].toSorted(([, a], [, b]) => a.localeCompare(b));
};

// Chips count each health and filter by it; a field and a choice do the rest.
export function CameraFilter({ cameras, now, wanted, onWant }: Props) {
  const { t } = useLingui();
  const [text, set_text] = useState(wanted.text); // the address follows what is typed
  const counts = count_healths(cameras, now);
  const shown = HEALTHS.filter((one) => counts[one] > 0 || one === wanted.health).toReversed();
  return (
    <search className={styles.filter} data-region="filter" tabIndex={-1}>
      <div className={styles.chips} role="group" aria-label={t`Health`}>
        {shown.map((health) => (
          <button
            key={health}
            type="button"
            className={styles.chip}
            aria-pressed={wanted.health === health}
            onClick={() => onWant({ health: wanted.health === health ? undefined : health })}
          >
            <HealthSign health={health} />
            <strong>{whole(counts[health])}</strong>
            <HealthName health={health} />
          </button>
        ))}
      </div>
      <div className={styles.fields}>
        <Field name={t`Find`}>
          <input
            type="search"
            value={text}
            placeholder={t`Name, site or road`}
            onChange={(event) => {
              set_text(event.target.value);
              onWant({ text: event.target.value });
            }}
          />
        </Field>
        <Field name={t`Zone`}>
          <select
            value={wanted.zone ?? ''}
            onChange={(event) => onWant({ zone: event.target.value || undefined })}
          >
            <option value="">{t`All zones`}</option>
            {zones_of(cameras).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </search>
  );
}

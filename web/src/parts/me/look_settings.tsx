import { Trans, useLingui } from '@lingui/react/macro';
import type { Language } from '../../api/problems';
import { choose_language, LANGUAGES } from '../../text/language';
import { BRILLIANCE_MIN, change_settings, DENSITIES, useSettings } from '../device/settings';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { choose_palette, PALETTES, usePalette } from '../shell/palette';
import styles from './me.module.css';
import { Segments } from './segments';

// How the console looks on this device. Every change shows at once.
export function LookSettings() {
  const { density, motion, hand } = useSettings();
  const { t } = useLingui();
  const densities = { comfortable: t`Comfortable`, compact: t`Compact`, touch: t`For fingers` };
  return (
    <div className={form.form}>
      <LanguageField />
      <PaletteField />
      <BrillianceField />
      <Segments
        name="density"
        legend={<Trans>Density</Trans>}
        options={DENSITIES.map((value) => ({ value, words: densities[value] }))}
        value={density}
        onChoose={(value) => change_settings({ density: value })}
      />
      <Segments
        name="hand"
        legend={<Trans>Layout</Trans>}
        hint={<Trans>Left-handed mirrors the Watch screen and the buttons in the car.</Trans>}
        options={[
          { value: 'right', words: t`Right-handed` },
          { value: 'left', words: t`Left-handed` },
        ]}
        value={hand}
        onChoose={(value) => change_settings({ hand: value })}
      />
      <Segments
        name="motion"
        legend={<Trans>Motion</Trans>}
        options={[
          { value: 'system', words: t`As this computer says` },
          { value: 'reduced', words: t`Reduced` },
        ]}
        value={motion}
        onChoose={(value) => change_settings({ motion: value })}
      />
    </div>
  );
}

function LanguageField() {
  const { i18n } = useLingui();
  return (
    <Field name={<Trans>Language</Trans>}>
      <select
        value={i18n.locale}
        onChange={(event) => void choose_language(event.currentTarget.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function PaletteField() {
  const { t } = useLingui();
  const { palette_by } = useSettings();
  const palette = usePalette();
  const names = { day: t`Day`, dusk: t`Dusk`, night: t`Night` };
  const by_hand = PALETTES.map((value) => ({ value, words: names[value] }));
  return (
    <Segments
      name="palette"
      legend={<Trans>Palette</Trans>}
      hint={
        <Trans>
          By the clock: day while the sun is up in Brussels, dusk when it is down, night from 22 to
          6 o'clock.
        </Trans>
      }
      options={[...by_hand, { value: 'clock' as const, words: t`By the clock` }]}
      value={palette_by === 'clock' ? 'clock' : palette}
      onChoose={(value) => {
        if (value === 'clock') change_settings({ palette_by: 'clock' });
        else choose_palette(value);
      }}
    />
  );
}

function BrillianceField() {
  const { brilliance } = useSettings();
  return (
    <Field
      name={<Trans>Brilliance</Trans>}
      hint={
        <Trans>
          Pictures and map get as dark as you like. Letters never get too dark to be read.
        </Trans>
      }
    >
      <span className={styles.slider}>
        <input
          type="range"
          min={BRILLIANCE_MIN}
          max={100}
          step={5}
          value={brilliance}
          onChange={(event) => change_settings({ brilliance: Number(event.currentTarget.value) })}
        />
        <output>{brilliance} %</output>
      </span>
    </Field>
  );
}

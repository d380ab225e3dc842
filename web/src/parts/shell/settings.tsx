import { useLingui } from '@lingui/react/macro';
import { choose_language, LANGUAGES } from '../../text/language';
import type { Language } from '../../api/problems';
import { useSettings } from '../device/settings';
import { aria_keys, key_words } from '../keys/current_keys';
import { choose_palette, PALETTES, usePalette } from './palette';
import styles from './shell.module.css';

export function PaletteSwitch() {
  const { t } = useLingui();
  const current = usePalette();
  useSettings();
  const names = { day: t`Day`, dusk: t`Dusk`, night: t`Night` };
  return (
    <div className={styles.palettes} role="group" aria-label={t`Palette`}>
      {PALETTES.map((palette) => (
        <button
          key={palette}
          type="button"
          aria-pressed={palette === current}
          aria-keyshortcuts={aria_keys('palette')}
          title={key_words('palette')}
          onClick={() => choose_palette(palette)}
        >
          {names[palette]}
        </button>
      ))}
    </div>
  );
}

export function LanguageSwitch() {
  const { t, i18n } = useLingui();
  return (
    <select
      className={styles.language}
      aria-label={t`Language`}
      value={i18n.locale}
      onChange={(event) => void choose_language(event.currentTarget.value as Language)}
    >
      {Object.entries(LANGUAGES).map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}

// Which language the console speaks: the choice made on this device, else the profile of the user,
// else the browser's list, else Dutch.
import { i18n } from '@lingui/core';
import type { Language } from '../api/problems';

export const LANGUAGES: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
};

const REGIONS: Readonly<Record<string, string>> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  de: 'de-BE',
  en: 'en-GB',
};
const STORED = 'bas.language';

const catalogs = {
  nl: () => import('./locales/nl.po'),
  fr: () => import('./locales/fr.po'),
  de: () => import('./locales/de.po'),
  en: () => import('./locales/en.po'),
  pseudo: () => import('./locales/pseudo.po'),
};
type Locale = keyof typeof catalogs;

export function is_language(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && Object.hasOwn(LANGUAGES, text);
}

export function preferred_language(
  chosen: string | null,
  profile: string | undefined,
  browser: readonly string[],
): Language {
  const offered = [chosen, profile, ...browser.map((tag) => tag.slice(0, 2).toLowerCase())];
  return offered.find(is_language) ?? 'nl';
}

// The language in force as the server's register of problems knows it.
export function language(): Language {
  return is_language(i18n.locale) ? i18n.locale : 'en';
}

export function region(): string {
  return REGIONS[i18n.locale] ?? 'en-GB';
}

export async function use_profile_language(profile?: string): Promise<void> {
  const chosen = stored_choice();
  if (chosen === 'pseudo') return speak('pseudo');
  return speak(preferred_language(chosen, profile, navigator.languages));
}

export async function choose_language(chosen: Language): Promise<void> {
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // without storage the choice holds until the page is left
  }
  return speak(chosen);
}

async function speak(locale: Locale): Promise<void> {
  if (i18n.locale === locale) return;
  const { messages } = await catalogs[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale === 'pseudo' ? 'en' : locale;
}

function stored_choice(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

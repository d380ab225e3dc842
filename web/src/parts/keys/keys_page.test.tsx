// @vitest-environment jsdom
// docs/keys.md is made of the registry: `vitest run -u keys_page` in web writes it anew.
import { type Messages, setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render } from '@testing-library/react';
import path from 'node:path';
import { expect, it } from 'vitest';
import { messages as de } from '../../text/locales/de.po';
import { messages as en } from '../../text/locales/en.po';
import { messages as fr } from '../../text/locales/fr.po';
import { messages as nl } from '../../text/locales/nl.po';
import { key_caps, type Scope, SCOPES, SHORTCUTS } from './registry';
import { ScopeName } from './scope_name';

const PAGE = path.join(import.meta.dirname, '../../../../docs/keys.md');
const CATALOGS: Readonly<Record<string, Messages>> = { en, nl, fr, de };
const i18n = setupI18n({ messages: CATALOGS });

function scope_name(scope: Scope): string {
  i18n.activate('en');
  const { container } = render(
    <I18nProvider i18n={i18n}>
      <ScopeName scope={scope} />
    </I18nProvider>,
  );
  const name = container.textContent ?? '';
  cleanup();
  return name;
}

function lines_of(scope: Scope): string {
  const lines = SHORTCUTS.filter((one) => one.scope === scope).map(({ keys, verb }) => {
    const caps = keys.map((one) => `\`${key_caps(one).join(' ')}\``).join(', ');
    const verbs = Object.keys(CATALOGS).map((language) => {
      i18n.activate(language);
      return i18n._(verb);
    });
    return `| ${[caps, ...verbs].join(' | ')} |`;
  });
  return lines.join('\n');
}

it('is the page of the docs', async () => {
  const scopes = SCOPES.flatMap((scope) => [
    `## ${scope_name(scope)}`,
    '| keys | en | nl | fr | de |',
    '|---|---|---|---|---|',
    lines_of(scope),
    '',
  ]);
  const page = [
    '# Keys',
    'Letters act only while their part of the screen has the focus; each key can be changed on `/me`. Made of',
    '`web/src/parts/keys/registry.ts`, as the help on F1 is.',
    '',
    ...scopes,
  ].join('\n');
  await expect(page).toMatchFileSnapshot(PAGE);
});

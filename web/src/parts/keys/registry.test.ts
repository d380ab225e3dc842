import { describe, expect, it } from 'vitest';
import { key_caps, type Scope, SHORTCUTS } from './registry';

const all = SHORTCUTS.flatMap(({ id, keys, scope }) =>
  keys.map((key) => ({ id, key, scope: scope as Scope })),
);
const last_of = (key: string) => key.split('+').at(-1) ?? '';

describe('the shortcut registry', () => {
  it('has every id once', () => {
    expect(new Set(SHORTCUTS.map(({ id }) => id)).size).toBe(SHORTCUTS.length);
  });

  it('has no key twice where both would act', () => {
    for (const one of all) {
      const rivals = all.filter(
        (other) =>
          other.id !== one.id &&
          other.key.toLowerCase() === one.key.toLowerCase() &&
          (other.scope === one.scope || other.scope === 'everywhere' || one.scope === 'everywhere'),
      );
      expect(rivals, `${one.key} of ${one.id}`).toEqual([]);
    }
  });

  it('uses no digit and no punctuation, except ? beside F1', () => {
    for (const { id, key } of all) {
      if (id === 'help' && last_of(key) === '?') continue;
      expect(last_of(key), key).toMatch(/^([A-Z]|F\d{1,2}|Arrow\w+|Home|End|Enter|Escape|Space)$/);
    }
    expect(all.filter(({ id }) => id === 'help').map(({ key }) => key)).toContain('F1');
  });

  it('never takes the characters that AltGr types', () => {
    for (const { key } of all) {
      if (key.includes('Control+Alt')) expect('EQM').not.toContain(last_of(key));
    }
  });

  it('lets single letters act only inside a region', () => {
    for (const { key, scope } of all) {
      if (/^[A-Z]$/.test(key)) expect(scope, key).not.toBe('everywhere');
    }
  });

  it('prints the caps of the keyboard', () => {
    expect(key_caps('Control+Alt+N')).toEqual(['Ctrl', 'Alt', 'N']);
    expect(key_caps('[Shift]+?')).toEqual(['?']);
  });
});

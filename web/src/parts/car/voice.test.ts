import { expect, it } from 'vitest';
import { voice_for } from './voice';

const voice = (lang: string, localService = true) => ({ lang, localService });

it('takes the voice of the region, else one of the language', () => {
  const all = [voice('fr-FR'), voice('nl-NL'), voice('nl_BE')];
  expect(voice_for(all, 'nl-BE', 'nl')).toBe(all[2]);
  expect(voice_for(all, 'fr-BE', 'fr')).toBe(all[0]);
  expect(voice_for(all, 'de-BE', 'de')).toBeUndefined();
});

it('never takes a voice that speaks from elsewhere', () => {
  expect(voice_for([voice('nl-BE', false)], 'nl-BE', 'nl')).toBeUndefined();
});

// The voice of the device. Only a voice that lives on the device itself is used: others would send
// the plate to their maker.
import { useSyncExternalStore } from 'react';
import { language, region } from '../../text/language';

const voices = (): SpeechSynthesisVoice[] =>
  'speechSynthesis' in globalThis ? speechSynthesis.getVoices() : [];

export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>;

// That of the region before that of the language.
export function voice_for<V extends Voice>(
  all: readonly V[],
  wanted: string,
  tongue: string,
): V | undefined {
  const own = all.filter(({ localService }) => localService);
  const tag = ({ lang }: V) => lang.replace('_', '-').toLowerCase();
  return (
    own.find((one) => tag(one) === wanted.toLowerCase()) ??
    own.find((one) => tag(one).split('-')[0] === tongue)
  );
}

const voice_now = () => voice_for(voices(), region(), language());

// Whether this device can speak the language of the screen.
export function useHasVoice(): boolean {
  return useSyncExternalStore(
    (listener) => {
      if (!('speechSynthesis' in globalThis)) return () => undefined;
      speechSynthesis.addEventListener('voiceschanged', listener);
      return () => speechSynthesis.removeEventListener('voiceschanged', listener);
    },
    () => voice_now() !== undefined,
  );
}

// What was being said is cut off.
export function speak(sentence: string): void {
  const voice = voice_now();
  if (!voice) return;
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(sentence);
  said.voice = voice;
  said.lang = voice.lang;
  said.rate = 0.9;
  speechSynthesis.speak(said);
}

export function hush(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}

import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import type { Hit } from '../../api/generated';
import { language } from '../../text/language';
import { useSettings } from '../device/settings';
import { is_silenced } from '../shell/sound';
import { level_of } from '../signs/priority';
import { spell } from './spelling';
import { hush, speak, useHasVoice } from './voice';

export type Reading = { spelled: string; has_voice: boolean; read: () => void };

// The plate in the words of the language's alphabet, and its reading aloud: by itself when another
// hit is shown, and whenever it is asked for.
export function useReading(hit: Hit | undefined): Reading {
  const { t } = useLingui();
  const has_voice = useHasVoice();
  const { reads_aloud } = useSettings();
  const spelled = hit ? spell(hit.plate, language()).join(', ') : '';
  const read = () => {
    if (!hit) return;
    const [level, list] = [level_of(hit.priority), hit.list.title || hit.list.name];
    const place = hit.camera.site.municipality || hit.camera.site.name;
    const { road } = hit.camera.site;
    speak(t`Class ${level}, ${list}. ${spelled}. ${road}, ${place}.`);
  };
  const id = hit?.id;
  useEffect(() => {
    if (id !== undefined && reads_aloud && !is_silenced()) read();
    return hush;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each hit that is shown
  }, [id, reads_aloud, has_voice]);
  return { spelled, has_voice, read };
}

import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { calls_live, lateness, LIVE_MS } from '../../api/behind';
import { pill_of } from '../../api/connection';
import { on_hits, useConnection } from '../../api/desk_feed';
import type { Hit } from '../../api/generated';
import { server_now } from '../../api/server_clock';
import { span } from '../../text/format';
import { useNow } from '../signs/age';
import { say, say_now } from './announcer';
import { settings } from '../device/settings';
import { cue_for, play } from './sound';

const LOSS_MS = LIVE_MS; // a feed away for this long is heard

// Speaks and sounds what arrives. A late hit is never sounded as if it were live, and a quiet one
// not at all.
export function useNews(): void {
  const { t } = useLingui();
  useEffect(() => {
    const sentence = (hit: Hit) => {
      const [plate, list, place] = [
        hit.plate.split('').join(' '),
        hit.list.title,
        hit.camera.site.municipality,
      ];
      const { priority } = hit;
      const late_ms = lateness(hit);
      if (late_ms !== null) {
        const late = span(late_ms);
        return t`Late hit, by ${late}, priority ${priority}: ${plate}, ${list}, ${place}.`;
      }
      return t`New hit, priority ${priority}: ${plate}, ${list}, ${place}.`;
    };
    return on_hits((hits) => {
      const loud = hits.filter((hit) => !hit.quiet && hit.state === 'candidate');
      const now = server_now();
      const live = new Set(loud.filter((hit) => calls_live(hit, now)));
      const cue = cue_for(
        [...live].map(({ priority }) => priority),
        settings().sounds,
      );
      if (cue) play(cue);
      for (const hit of loud) {
        if (hit.priority === 1 && live.has(hit)) say_now(sentence(hit));
        else say(sentence(hit));
      }
    });
  }, [t]);
  useFeedNews();
}

function useFeedNews(): void {
  const { t } = useLingui();
  const connection = useConnection();
  const now = useNow();
  const pill = pill_of(connection, now);
  const is_lost = pill.kind === 'offline' && now - pill.since > LOSS_MS;
  const was_lost = useRef(false);
  useEffect(() => {
    if (is_lost && !was_lost.current) {
      was_lost.current = true;
      play('lost');
      say_now(t`The live feed is lost. What you see is no longer up to date.`);
    } else if (was_lost.current && pill.kind === 'live') {
      was_lost.current = false;
      play('back');
      say_now(t`The live feed is back.`);
    }
  }, [is_lost, pill.kind, t]);
}

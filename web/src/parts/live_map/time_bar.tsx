import { Trans, useLingui } from '@lingui/react/macro';
import { type RefObject, useRef } from 'react';
import { server_now } from '../../api/server_clock';
import { clock_time, full_time, short_time } from '../../text/format';
import { aria_keys } from '../keys/current_keys';
import { KeyCap } from '../keys/key_cap';
import { useKeys } from '../keys/use_keys';
import { useNow } from '../signs/age';
import { Icon } from '../signs/icon';
import { level_of } from '../signs/priority';
import { bars, length_ms, LENGTHS_MIN, LIVE, SPEEDS, sought, stepped, toggled } from './playback';
import styles from './time_bar.module.css';
import type { Past } from './use_playback';

const PARTS = 96;

// The past hour, or more of it: hits as bars, and a slider over them that runs by itself.
export function TimeBar({ past }: { past: Past }) {
  const { t } = useLingui();
  const { playback, change } = past;
  const bar = useRef<HTMLElement>(null);
  useTimeKeys(past, bar);
  useNow();
  const now = server_now();
  const from = now - length_ms(playback);
  const at = playback.at ?? now;
  const said = playback.at === null ? t`live` : clock_time(at);
  return (
    <section
      ref={bar}
      className={styles.bar}
      aria-label={t`Time`}
      data-region="time"
      data-live={playback.at === null}
      tabIndex={-1}
    >
      <button
        type="button"
        className="button"
        aria-keyshortcuts={aria_keys('play')}
        onClick={() => change(toggled)}
      >
        <Icon name={playback.is_playing ? 'pause' : 'play'} />
        {playback.is_playing ? <Trans>Stop</Trans> : <Trans>Play</Trans>} <KeyCap id="play" />
      </button>
      <Moment past={past} />
      <div className={styles.track}>
        <Bars past={past} from={from} until={now} />
        <input
          type="range"
          className={styles.slider}
          aria-label={t`Moment that the map shows`}
          aria-valuetext={said}
          min={0}
          max={1000}
          value={Math.round(((at - from) / (now - from)) * 1000)}
          onChange={(event) => {
            const share = Number(event.currentTarget.value) / 1000;
            change((was, until) =>
              sought({ ...was, is_playing: false }, until - (1 - share) * length_ms(was), until),
            );
          }}
        />
        <div className={styles.ends} aria-hidden="true">
          <span>{short_time(from)}</span>
          <span>{short_time((from + now) / 2)}</span>
          <span>{short_time(now)}</span>
        </div>
      </div>
      <Choices past={past} />
    </section>
  );
}

function useTimeKeys({ change }: Past, bar: RefObject<HTMLElement | null>): void {
  const does = (how: Parameters<Past['change']>[0]) => (event: KeyboardEvent) => {
    event.preventDefault();
    change(how);
  };
  useKeys(
    {
      play: does(toggled),
      step_back: does((was, now) => stepped(was, -1, now)),
      step_on: does((was, now) => stepped(was, 1, now)),
      whole_past: does((was, now) => sought(was, 0, now)),
      back_to_live: does((was) => ({ ...was, at: null, is_playing: false })),
    },
    bar,
  );
}

// What the map shows: now, or a moment that is not now, and says so.
function Moment({ past }: { past: Past }) {
  const { playback, change, whole_from } = past;
  if (playback.at === null) {
    return (
      <p className={styles.moment}>
        <strong className={styles.live}>
          <Trans>Live</Trans>
        </strong>
      </p>
    );
  }
  const is_cut = whole_from !== null && playback.at < whole_from;
  return (
    <p className={styles.moment}>
      <time dateTime={new Date(playback.at).toISOString()} title={full_time(playback.at)}>
        {clock_time(playback.at)}
      </time>
      <button
        type="button"
        className={styles.back}
        aria-keyshortcuts={aria_keys('back_to_live')}
        onClick={() => change((was) => ({ ...was, at: null, is_playing: false }))}
      >
        <Trans>Back to now</Trans>
      </button>
      {is_cut && (
        <span className={styles.cut}>
          <Trans>not all hits of then</Trans>
        </span>
      )}
    </p>
  );
}

type BarsProps = { past: Past; from: number; until: number };

function Bars({ past, from, until }: BarsProps) {
  const parts = bars(past.all, { from, until, parts: PARTS });
  const most = Math.max(4, ...parts.map(({ count }) => count));
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${PARTS} 24`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-loading={past.is_loading}
    >
      {parts.map(({ count, priority }, index) => {
        const height = (count / most) * 22;
        return count === 0 ? null : (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a part has no other name
            key={index}
            data-level={level_of(priority)}
            x={index + 0.12}
            y={24 - height}
            width={0.76}
            height={height}
          />
        );
      })}
    </svg>
  );
}

function Choices({ past: { playback, change } }: { past: Past }) {
  const { t } = useLingui();
  return (
    <div className={styles.choices}>
      <select
        aria-label={t`Speed`}
        value={playback.speed}
        onChange={(event) => {
          const wanted = Number(event.currentTarget.value);
          const speed = SPEEDS.find((one) => one === wanted) ?? LIVE.speed;
          change((was) => ({ ...was, speed }));
        }}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
      <select
        aria-label={t`How far back`}
        value={playback.length_min}
        onChange={(event) => {
          const wanted = Number(event.currentTarget.value);
          const length_min = LENGTHS_MIN.find((one) => one === wanted) ?? LIVE.length_min;
          change((was, now) => sought({ ...was, length_min }, was.at ?? now, now));
        }}
      >
        {LENGTHS_MIN.map((minutes) => {
          const hours = minutes / 60;
          return (
            <option key={minutes} value={minutes}>
              {t`${hours} h`}
            </option>
          );
        })}
      </select>
    </div>
  );
}

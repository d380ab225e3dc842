import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { PursuitWithLog } from '../../api/generated';
import { end, extend, join, leave, note, pursuit_query } from '../../api/pursuit_queries';
import { session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { OUTCOMES, OutcomeName } from '../../parts/card/follow_up';
import { useLikelyNext } from '../../parts/card/next_cameras';
import { KeyCap } from '../../parts/keys/key_cap';
import { useKeys } from '../../parts/keys/use_keys';
import { type Act, ActFailure, useAct } from '../../parts/page/act';
import { ActButton } from '../../parts/page/act_button';
import { Asked } from '../../parts/page/asked';
import { BackTo, Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import { useLastRead } from '../../parts/pursuits/last_read';
import { PursuitLog } from '../../parts/pursuits/log';
import styles from '../../parts/pursuits/pursuits.module.css';
import { Whereabouts } from '../../parts/pursuits/whereabouts';
import { PursuitZones } from '../../parts/pursuits/zones';
import { Plate } from '../../parts/signs/plate';
import { Priority } from '../../parts/signs/priority';
import { short_time } from '../../text/format';

const HOUR_MS = 3_600_000;
// The server grants four hours from now; a minute less, for clocks that differ.
const MOST_MS = 4 * HOUR_MS - 60_000;

const longer = ({ expires_at }: PursuitWithLog): number =>
  Math.min(Date.parse(expires_at) + 2 * HOUR_MS, server_now() + MOST_MS);

// One pursuit: who takes part, what was done and seen, and how it ends.
export function PursuitPage({ id }: { id: string }) {
  const asked = useQuery(pursuit_query(id));
  return (
    <Page>
      <BackTo to="/pursuits">
        <Trans>Pursuits</Trans>
      </BackTo>
      <Asked of={asked}>{(pursuit) => <OnePursuit pursuit={pursuit} />}</Asked>
    </Page>
  );
}

function OnePursuit({ pursuit }: { pursuit: PursuitWithLog }) {
  const act = useAct();
  const mine = useQuery(session_query).data?.user.zone?.code;
  const is_over = pursuit.ended_at !== undefined;
  const likely = useLikelyNext(
    is_over ? undefined : { id: pursuit.last_hit, captured_at: pursuit.last_seen_at },
  );
  const last_read = useLastRead(pursuit.id, pursuit.version);
  const takes_part = pursuit.zones.some((zone) => zone.code === mine && zone.takes_part);
  const leads = takes_part && pursuit.lead.code === mine;
  return (
    <>
      <PageHead
        sign={<Priority priority={pursuit.priority} unverified={false} />}
        title={<Plate plate={pursuit.plate} country={pursuit.country} size="card" />}
        under={<Standing pursuit={pursuit} />}
        actions={!is_over && <Acts {...{ pursuit, takes_part, leads, act }} />}
      />
      <ActFailure of={act} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel id="where" title={<Trans>Where it is</Trans>}>
            <Whereabouts pursuit={pursuit} likely={likely} />
          </Panel>
          <Panel id="zones" title={<Trans>Zones</Trans>}>
            <PursuitZones {...{ pursuit, likely, leads, takes_part, act }} />
          </Panel>
        </div>
        <Panel id="log" title={<Trans>Log</Trans>}>
          {takes_part && !is_over && <WriteNote pursuit={pursuit} act={act} />}
          {takes_part ? (
            <PursuitLog pursuit={pursuit} last_read={last_read} />
          ) : (
            <Nothing title={<Trans>The log is for those who take part</Trans>} />
          )}
        </Panel>
      </div>
    </>
  );
}

function Standing({ pursuit }: { pursuit: PursuitWithLog }) {
  const until = short_time(pursuit.expires_at);
  if (pursuit.ended_at) {
    return (
      <>
        <Trans>Ended:</Trans> {pursuit.outcome && <OutcomeName outcome={pursuit.outcome} />}
      </>
    );
  }
  return (
    <Trans>
      {pursuit.lead.name} leads, until {until}
    </Trans>
  );
}

type ActsProps = { pursuit: PursuitWithLog; takes_part: boolean; leads: boolean; act: Act };

function Acts({ pursuit, takes_part, leads, act }: ActsProps) {
  const take_part = () => void act.run(() => join(pursuit));
  useKeys(takes_part ? {} : { pursue: take_part });
  if (!takes_part) {
    return (
      <ActButton act={act} kind="main" keys="pursue" onClick={take_part}>
        <Trans>Take part</Trans>
      </ActButton>
    );
  }
  if (!leads) {
    return (
      <ActButton act={act} onClick={() => act.run(() => leave(pursuit))}>
        <Trans>Leave</Trans>
      </ActButton>
    );
  }
  return (
    <>
      <ActButton
        act={act}
        is_useless={longer(pursuit) <= Date.parse(pursuit.expires_at)}
        onClick={() => act.run(() => extend(pursuit, new Date(longer(pursuit)).toISOString()))}
      >
        <Trans>Two hours more</Trans>
      </ActButton>
      <Ending pursuit={pursuit} act={act} />
    </>
  );
}

// How it ended is asked first: the hit is closed with that.
function Ending({ pursuit, act }: { pursuit: PursuitWithLog; act: Act }) {
  const [is_asking, set_asking] = useState(false);
  if (!is_asking) {
    return (
      <ActButton act={act} onClick={() => set_asking(true)}>
        <Trans>End the pursuit…</Trans>
      </ActButton>
    );
  }
  return (
    <div className={styles.ending} role="group" aria-labelledby="how-it-ended">
      <span id="how-it-ended">
        <Trans>How did it end?</Trans>
      </span>
      {OUTCOMES.map((outcome) => (
        <ActButton key={outcome} act={act} onClick={() => act.run(() => end(pursuit, outcome))}>
          <OutcomeName outcome={outcome} />
        </ActButton>
      ))}
    </div>
  );
}

// Sent with Enter in the field, or with its key from anywhere.
function WriteNote({ pursuit, act }: { pursuit: PursuitWithLog; act: Act }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const send = async (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    field.current?.focus();
    const text = field.current?.value.trim() ?? '';
    if (text === '') return;
    const is_done = await act.run(() => note(pursuit, text));
    if (is_done && field.current) field.current.value = '';
  };
  useKeys({ write_note: (event) => void send(event) });
  return (
    <form className={styles.write} onSubmit={(event) => void send(event)}>
      <input ref={field} aria-label={t`Note`} placeholder={t`Note`} maxLength={1000} />
      <button type="submit" className="button" disabled={act.is_busy}>
        <Trans>Write</Trans> <KeyCap id="write_note" />
      </button>
    </form>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import type { PursuitWithLog } from '../../api/generated';
import { end, extend, join, leave, note, pursuit_query } from '../../api/pursuit_queries';
import { session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { OUTCOMES, OutcomeName } from '../../parts/card/follow_up';
import { type Act, ActFailure, useAct } from '../../parts/page/act';
import { Asked } from '../../parts/page/asked';
import { BackTo, Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import { PursuitLog } from '../../parts/pursuits/log';
import styles from '../../parts/pursuits/pursuits.module.css';
import { PursuitZones } from '../../parts/pursuits/zones';
import { Plate } from '../../parts/signs/plate';
import { Priority } from '../../parts/signs/priority';
import { short_time } from '../../text/format';

const LONGER_MS = 2 * 3_600_000;
const longer = () => new Date(server_now() + LONGER_MS).toISOString();

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
  const own = pursuit.zones.find(({ code }) => code === mine);
  const takes_part = own?.takes_part === true;
  const leads = takes_part && pursuit.lead.code === mine;
  const until = short_time(pursuit.expires_at);
  return (
    <>
      <PageHead
        sign={<Priority priority={pursuit.priority} unverified={false} />}
        title={<Plate plate={pursuit.plate} country={pursuit.country} size="card" />}
        under={
          pursuit.ended_at ? (
            pursuit.outcome && <OutcomeName outcome={pursuit.outcome} />
          ) : (
            <Trans>
              {pursuit.lead.name} leads, until {until}
            </Trans>
          )
        }
        actions={!pursuit.ended_at && <Acts {...{ pursuit, takes_part, leads, act }} />}
      />
      <ActFailure of={act} />
      <Panel id="zones" title={<Trans>Zones</Trans>}>
        <PursuitZones {...{ pursuit, leads, takes_part, act }} />
      </Panel>
      <Panel id="log" title={<Trans>Log</Trans>}>
        {takes_part && !pursuit.ended_at && <WriteNote pursuit={pursuit} act={act} />}
        {takes_part ? (
          <PursuitLog log={pursuit.log} />
        ) : (
          <Nothing title={<Trans>The log is for those who take part</Trans>} />
        )}
      </Panel>
    </>
  );
}

type ActsProps = { pursuit: PursuitWithLog; takes_part: boolean; leads: boolean; act: Act };

function Acts({ pursuit, takes_part, leads, act }: ActsProps) {
  if (!takes_part) {
    return (
      <button
        type="button"
        className="button"
        data-kind="main"
        disabled={act.is_busy}
        onClick={() => void act.run(() => join(pursuit))}
      >
        <Trans>Take part</Trans>
      </button>
    );
  }
  if (!leads) {
    return (
      <button
        type="button"
        className="button"
        disabled={act.is_busy}
        onClick={() => void act.run(() => leave(pursuit))}
      >
        <Trans>Leave</Trans>
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={act.is_busy}
        onClick={() => void act.run(() => extend(pursuit, longer()))}
      >
        <Trans>Two hours more</Trans>
      </button>
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className="button"
          disabled={act.is_busy}
          onClick={() => void act.run(() => end(pursuit, outcome))}
        >
          <OutcomeName outcome={outcome} />
        </button>
      ))}
    </>
  );
}

function WriteNote({ pursuit, act }: { pursuit: PursuitWithLog; act: Act }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text === '') return;
    const is_done = await act.run(() => note(pursuit, text));
    if (is_done && field.current) field.current.value = '';
  };
  return (
    <form className={styles.write} onSubmit={(event) => void send(event)}>
      <input ref={field} aria-label={t`Note`} maxLength={1000} />
      <button type="submit" className="button" disabled={act.is_busy}>
        <Trans>Write</Trans>
      </button>
    </form>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Statistics } from '../../api/generated';
import { session_query } from '../../api/queries';
import { server_now } from '../../api/server_clock';
import { statistics_query } from '../../api/statistics_queries';
import { OutcomeName } from '../../parts/card/follow_up';
import { RejectReason } from '../../parts/card/reject_reason';
import { Segments } from '../../parts/me/segments';
import { Asked } from '../../parts/page/asked';
import { Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { CoverageTold } from '../../parts/statistics/coverage';
import { FunnelSteps } from '../../parts/statistics/funnel';
import { ShareTold, WaitsTold } from '../../parts/statistics/numbers';
import { type Days, last_days, PERIODS } from '../../parts/statistics/period';
import styles from '../../parts/statistics/statistics.module.css';
import { WorstCameras, WorstLists, WorstPairs } from '../../parts/statistics/worst';
import { short_date, whole } from '../../text/format';

type Zones = 'own' | 'all';
type Choice = { days: Days; zones: Zones };
type Props = Choice & { onChoose: (chosen: Partial<Choice>) => void };

// What came of hits, and where nothing was seen: sums without a plate.
export function StatisticsPage({ days, zones, onChoose }: Props) {
  const own = useQuery(session_query).data?.user.zone;
  const [now] = useState(server_now); // one day, and one question, as long as this is looked at
  const zone = zones === 'own' ? own?.code : undefined;
  const told = useQuery(statistics_query({ ...last_days(days, now), ...(zone && { zone }) }));
  return (
    <Page>
      <PageHead
        title={<Trans>Statistics</Trans>}
        under={<Trans>What came of hits, and where nothing was seen. Without a plate.</Trans>}
        actions={
          <div className={styles.chosen}>
            <PeriodChoice days={days} onChoose={onChoose} />
            {own && <ZoneChoice own={own.name} zones={zones} onChoose={onChoose} />}
          </div>
        }
      />
      <Asked of={told}>{(sums) => <Sums sums={sums} />}</Asked>
    </Page>
  );
}

type ChoiceProps = Pick<Props, 'onChoose'>;

function PeriodChoice({ days, onChoose }: ChoiceProps & { days: Days }) {
  const { t } = useLingui();
  return (
    <Segments
      name="period"
      legend={<Trans>Period</Trans>}
      options={PERIODS.map((one) => ({ value: `${one}`, words: t`${one} days` }))}
      value={`${days}`}
      onChoose={(chosen) => onChoose({ days: Number(chosen) as Days })}
    />
  );
}

function ZoneChoice({ own, zones, onChoose }: ChoiceProps & { own: string; zones: Zones }) {
  const { t } = useLingui();
  return (
    <Segments
      name="zones"
      legend={<Trans>Cameras of</Trans>}
      options={[
        { value: 'own', words: own },
        { value: 'all', words: t`All zones` },
      ]}
      value={zones}
      onChoose={(chosen) => onChoose({ zones: chosen })}
    />
  );
}

function Sums({ sums }: { sums: Statistics }) {
  const [from, to] = [short_date(sums.from), short_date(sums.to)];
  const fewest = whole(sums.fewest);
  return (
    <div className={page.stack}>
      <p className={page.muted}>
        <Trans>
          Vehicles seen from {from} to {to}.
        </Trans>{' '}
        <Trans>A share of fewer than {fewest} is not told: one verdict more would turn it.</Trans>
      </p>
      {sums.complete_from && <Incomplete from={sums.complete_from} />}
      <Panel id="funnel" title={<Trans>From hit to outcome</Trans>}>
        <FunnelSteps funnel={sums.funnel} />
        <Endings sums={sums} />
      </Panel>
      <Panel id="times" title={<Trans>How fast, and how often followed up</Trans>}>
        <Figures sums={sums} />
      </Panel>
      <Panel id="lists" title={<Trans>False alarms by list</Trans>}>
        <WorstLists lists={sums.lists} />
      </Panel>
      <Panel id="cameras" title={<Trans>False alarms by camera</Trans>}>
        <WorstCameras cameras={sums.cameras} />
      </Panel>
      <Panel id="pairs" title={<Trans>False alarms by look-alike</Trans>}>
        <WorstPairs pairs={sums.pairs} />
      </Panel>
      <Panel id="coverage" title={<Trans>Coverage</Trans>}>
        <CoverageTold coverage={sums.coverage} from={sums.from} />
      </Panel>
    </div>
  );
}

function Incomplete({ from }: { from: string }) {
  const first = short_date(from);
  return (
    <p className={page.caution}>
      <Trans>
        Before {first}, hits of cameras with a shorter term are erased already: they are missing
        here.
      </Trans>
    </p>
  );
}

function Figures({ sums }: { sums: Statistics }) {
  return (
    <dl className={styles.figures}>
      <WaitsTold name={<Trans>Until the verdict</Trans>} waits={sums.to_verdict} />
      <WaitsTold name={<Trans>Until the first unit</Trans>} waits={sums.to_unit} />
      <div className={styles.figure}>
        <dt>
          <Trans>Validated and followed up</Trans>
        </dt>
        <dd>
          <ShareTold share={sums.followed_up} />
        </dd>
      </div>
      <div className={styles.figure}>
        <dt>
          <Trans>False alarms</Trans>
        </dt>
        <dd>
          <ShareTold share={sums.verdicts.false_alarms} tone="bad" />
        </dd>
      </div>
    </dl>
  );
}

// Why hits were rejected, and how validated ones ended.
function Endings({ sums }: { sums: Statistics }) {
  if (sums.reasons.length + sums.outcomes.length === 0) return null;
  return (
    <dl className={styles.endings}>
      {sums.reasons.map(({ name, count }) => (
        <div key={name}>
          <dt>
            <Trans>Rejected</Trans> · <RejectReason reason={name} />
          </dt>
          <dd>{whole(count)}</dd>
        </div>
      ))}
      {sums.outcomes.map(({ name, count }) => (
        <div key={name}>
          <dt>
            <Trans>Ended</Trans> · <OutcomeName outcome={name} />
          </dt>
          <dd>{whole(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Outlet } from '../../api/generated';
import {
  deliveries_query,
  forget_outlet_key,
  outlet_key_shown,
  outlets_query,
} from '../../api/outlet_queries';
import { DeliveryTable } from '../../parts/outlets/delivery_table';
import { OutletActs } from '../../parts/outlets/outlet_acts';
import { EventName, OutletState, OutletZone, WayName } from '../../parts/outlets/outlet_words';
import { Asked } from '../../parts/page/asked';
import form from '../../parts/page/form.module.css';
import { BackTo, Fact, Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { day_time } from '../../text/format';

export function OutletPage({ id }: { id: string }) {
  const outlets = useQuery(outlets_query);
  return (
    <Page>
      <BackTo to="/outlets">
        <Trans>Outlets</Trans>
      </BackTo>
      <Asked of={outlets}>
        {(known) => {
          const outlet = known.find((one) => one.id === id);
          return outlet ? (
            <Known outlet={outlet} />
          ) : (
            <Nothing title={<Trans>There is no such outlet</Trans>} />
          );
        }}
      </Asked>
    </Page>
  );
}

function Known({ outlet }: { outlet: Outlet }) {
  const deliveries = useQuery(deliveries_query(outlet.id));
  return (
    <>
      <PageHead title={outlet.title} under={<OutletState outlet={outlet} />} />
      <KeyOnce outlet={outlet} />
      {outlet.disabled && <OutOfUse outlet={outlet} />}
      <Panel id="outlet" title={<Trans>What it is told, and where</Trans>}>
        <Facts outlet={outlet} />
        <OutletActs outlet={outlet} />
      </Panel>
      <Panel id="deliveries" title={<Trans>What was sent</Trans>}>
        <Asked of={deliveries}>
          {(known) => <DeliveryTable outlet={outlet.id} deliveries={known} />}
        </Asked>
      </Panel>
    </>
  );
}

function Facts({ outlet }: { outlet: Outlet }) {
  const { way, target, zone, events, created_at } = outlet;
  return (
    <dl className={page.facts}>
      <Fact name={<WayName way={way} />}>
        <span className={page.code}>{target}</span>
      </Fact>
      <Fact name={<Trans>For</Trans>}>
        <OutletZone zone={zone} />
      </Fact>
      <Fact name={<Trans>Told of</Trans>}>
        {events.map((event) => (
          <div key={event}>
            <EventName event={event} />
          </div>
        ))}
      </Fact>
      <Fact name={<Trans>Made</Trans>}>{day_time(created_at)}</Fact>
    </dl>
  );
}

function OutOfUse({ outlet }: { outlet: Outlet }) {
  return (
    <Panel id="out-of-use" tone="caution" title={<Trans>Out of use</Trans>}>
      <p lang="en">{outlet.disabled_because}</p>
      <p className={page.muted}>
        <Trans>What happens meanwhile is kept for 30 days and can be sent again.</Trans>
      </p>
    </Panel>
  );
}

// Shown until this page is left.
function KeyOnce({ outlet }: { outlet: Outlet }) {
  const { id } = outlet;
  const key = outlet_key_shown(id);
  useEffect(() => () => void forget_outlet_key(id), [id]);
  if (key === undefined) return null;
  return (
    <div className={form.summary} role="status">
      <p>
        <Trans>
          The receiver verifies with this key that an event came from here. It is shown this once.
        </Trans>
      </p>
      <code className={page.code} data-key>
        {key}
      </code>
    </div>
  );
}

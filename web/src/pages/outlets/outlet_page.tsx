import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Outlet } from '../../api/generated';
import {
  deliveries_query,
  forget_secret,
  secret_shown,
  watched_outlets_query,
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
  const outlets = useQuery(watched_outlets_query);
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
      <SecretOnce outlet={outlet} />
      {outlet.disabled && <OutOfUse outlet={outlet} />}
      <Panel id="outlet" title={<Trans>What it is told, and where</Trans>}>
        <Facts outlet={outlet} />
        <OutletActs outlet={outlet} />
      </Panel>
      <Panel id="deliveries" title={<Trans>What was sent</Trans>}>
        <Asked of={deliveries}>
          {(known) => <DeliveryTable outlet={outlet} deliveries={known} />}
        </Asked>
      </Panel>
    </>
  );
}

function Facts({ outlet }: { outlet: Outlet }) {
  const { way, target, zone, events, keys, created_at } = outlet;
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
      {keys.map(
        ({ public_key, until }) =>
          public_key && (
            <Fact key={public_key} name={<Trans>The receiver verifies with</Trans>}>
              <code className={page.code} data-key>
                {public_key}
              </code>
              {until && <UntilThen at={until} />}
            </Fact>
          ),
      )}
      <Fact name={<Trans>Made</Trans>}>{day_time(created_at)}</Fact>
    </dl>
  );
}

function UntilThen({ at }: { at: string }) {
  const then = day_time(at);
  return (
    <div className={page.muted}>
      <Trans>until {then}</Trans>
    </div>
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
function SecretOnce({ outlet }: { outlet: Outlet }) {
  const { id } = outlet;
  const secret = secret_shown(id);
  useEffect(() => () => void forget_secret(id), [id]);
  if (secret === undefined) return null;
  return (
    <div className={form.summary} role="status">
      <p>
        <Trans>
          The receiver verifies with this secret that an event came from here. It is shown this
          once: whoever has it can send in the name of this server.
        </Trans>
      </p>
      <code className={page.code} data-secret>
        {secret}
      </code>
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { replay_one } from '../../api/outlet_queries';
import type { Outlet, OutletDelivery } from '../../api/generated';
import { day_time, whole } from '../../text/format';
import { ActFailure, useAct } from '../page/act';
import { ActButton } from '../page/act_button';
import { Nothing } from '../page/page';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { DeliveryStateName, EventName } from './outlet_words';

type Props = { outlet: Outlet; deliveries: readonly OutletDelivery[] };

// What was sent and what waits, newest first. Of a hit only its number leaves, so none is shown.
export function DeliveryTable({ outlet, deliveries }: Props) {
  const { t } = useLingui();
  if (deliveries.length === 0) {
    return (
      <Nothing title={<Trans>Nothing was sent yet</Trans>}>
        <Trans>A test shows whether it arrives.</Trans>
      </Nothing>
    );
  }
  return (
    <PlainTable
      label={t`Deliveries`}
      head={
        <>
          <th scope="col">
            <Trans>What happened</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
          <th scope="col">
            <Trans>Last attempt</Trans>
          </th>
        </>
      }
    >
      {deliveries.map((delivery) => (
        <Row key={delivery.id} outlet={outlet} delivery={delivery} />
      ))}
    </PlainTable>
  );
}

function Row({ outlet, delivery }: { outlet: Outlet; delivery: OutletDelivery }) {
  const { id, type, happened_at, state } = delivery;
  const act = useAct();
  return (
    <tr>
      <td>
        <EventName event={type} />
        <div className={table.second}>{day_time(happened_at)}</div>
      </td>
      <td>
        <div className={page.actions}>
          <span>
            <DeliveryStateName state={state} />
          </span>
          {state === 'dead' && !outlet.disabled && (
            <ActButton act={act} onClick={() => act.run(() => replay_one(outlet.id, id))}>
              <Trans>Send again</Trans>
            </ActButton>
          )}
        </div>
        <ActFailure of={act} />
      </td>
      <td>
        <Attempt delivery={delivery} />
      </td>
    </tr>
  );
}

function Attempt({ delivery }: { delivery: OutletDelivery }) {
  const { tried_at, attempts, failure, duration_ms } = delivery;
  const took = whole(duration_ms ?? 0);
  const often = whole(attempts);
  if (tried_at === undefined && !failure) return <Trans>none yet</Trans>;
  return (
    <>
      {tried_at && day_time(tried_at)}
      <div className={table.second}>
        {failure ? <span lang="en">{failure}</span> : <Trans>answered in {took} ms</Trans>}
        {attempts > 1 && (
          <>
            , <Trans>attempt {often}</Trans>
          </>
        )}
      </div>
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Outlet } from '../../api/generated';
import { LinkTable } from '../page/table';
import table from '../page/table.module.css';
import { Age } from '../signs/age';
import { EventName, OutletState, OutletZone, WayName } from './outlet_words';

export function OutletTable({ outlets }: { outlets: readonly Outlet[] }) {
  const { t } = useLingui();
  return (
    <LinkTable
      label={t`Outlets`}
      region="outlets"
      head={
        <>
          <th scope="col">
            <Trans>State</Trans>
          </th>
          <th scope="col">
            <Trans>Outlet</Trans>
          </th>
          <th scope="col">
            <Trans>For</Trans>
          </th>
          <th scope="col">
            <Trans>Told of</Trans>
          </th>
        </>
      }
    >
      {outlets.map((outlet) => (
        <Row key={outlet.id} outlet={outlet} />
      ))}
    </LinkTable>
  );
}

function Row({ outlet }: { outlet: Outlet }) {
  const { id, title, way, target, zone, events, disabled_at } = outlet;
  return (
    <tr>
      <td>
        <OutletState outlet={outlet} />
        {disabled_at && (
          <div className={table.second}>
            <Age at={disabled_at} />
          </div>
        )}
      </td>
      <td>
        <Link className={table.link} data-row-link={id} to="/outlets/$id" params={{ id }}>
          {title}
        </Link>
        <div className={table.second}>
          <WayName way={way} />: {target}
        </div>
      </td>
      <td>
        <OutletZone zone={zone} />
      </td>
      <td>
        {events.map((event) => (
          <div key={event}>
            <EventName event={event} />
          </div>
        ))}
      </td>
    </tr>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Pursuit } from '../../api/generated';
import { pursuits_query } from '../../api/pursuit_queries';
import { OutcomeName } from '../../parts/card/follow_up';
import { Asked } from '../../parts/page/asked';
import { Nothing, Page, PageHead } from '../../parts/page/page';
import { PlainTable } from '../../parts/page/table';
import { Age } from '../../parts/signs/age';
import { Plate } from '../../parts/signs/plate';
import { listed, short_time } from '../../text/format';

// Which vehicles are pursued, by whom, and how it ended.
export function PursuitsPage() {
  const { t } = useLingui();
  const pursuits = useQuery(pursuits_query);
  return (
    <Page>
      <PageHead
        title={<Trans>Pursuits</Trans>}
        under={<Trans>Vehicles that zones follow together</Trans>}
      />
      <Asked of={pursuits}>
        {(all) =>
          all.length === 0 ? (
            <Nothing title={<Trans>Nothing is pursued</Trans>}>
              <Trans>A pursuit begins from a validated hit, with F7.</Trans>
            </Nothing>
          ) : (
            <PlainTable label={t`Pursuits`} head={<Heads />}>
              {all.map((pursuit) => (
                <Row key={pursuit.id} pursuit={pursuit} />
              ))}
            </PlainTable>
          )
        }
      </Asked>
    </Page>
  );
}

function Heads() {
  return (
    <>
      <th scope="col">
        <Trans>Vehicle</Trans>
      </th>
      <th scope="col">
        <Trans>Begun</Trans>
      </th>
      <th scope="col">
        <Trans>Zones</Trans>
      </th>
      <th scope="col">
        <Trans>Seen again</Trans>
      </th>
      <th scope="col">
        <Trans>State</Trans>
      </th>
    </>
  );
}

function Row({ pursuit }: { pursuit: Pursuit }) {
  const zones = pursuit.zones.filter(({ takes_part }) => takes_part).map(({ name }) => name);
  const until = short_time(pursuit.expires_at);
  return (
    <tr>
      <td>
        <Link to="/pursuits/$id" params={{ id: pursuit.id }}>
          <Plate plate={pursuit.plate} country={pursuit.country} />
        </Link>
      </td>
      <td>
        <Age at={pursuit.opened_at} />
      </td>
      <td>{listed(zones)}</td>
      <td>{pursuit.sightings}</td>
      <td>
        {pursuit.ended_at ? (
          pursuit.outcome && <OutcomeName outcome={pursuit.outcome} />
        ) : (
          <Trans>until {until}</Trans>
        )}
      </td>
    </tr>
  );
}

import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { outlets_query } from '../../api/outlet_queries';
import { session_query } from '../../api/queries';
import { OutletForm } from '../../parts/outlets/outlet_form';
import { OutletTable } from '../../parts/outlets/outlet_table';
import { Asked } from '../../parts/page/asked';
import { BackTo, Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import { Icon } from '../../parts/signs/icon';

export function OutletsPage() {
  const outlets = useQuery(outlets_query);
  return (
    <Page>
      <PageHead
        title={<Trans>Outlets</Trans>}
        under={
          <Trans>
            Where events go for those who are not at a desk. No hit leaves before a person has
            validated it, and a plate never does.
          </Trans>
        }
        actions={
          <Link className="button" data-kind="main" to="/outlets/new">
            <Icon name="add" />
            <Trans>Make an outlet</Trans>
          </Link>
        }
      />
      <Asked of={outlets}>
        {(known) =>
          known.length === 0 ? (
            <Nothing title={<Trans>There is no outlet</Trans>}>
              <Trans>Hits are told at the desks alone.</Trans>
            </Nothing>
          ) : (
            <OutletTable outlets={known} />
          )
        }
      </Asked>
    </Page>
  );
}

export function NewOutletPage() {
  const session = useQuery(session_query);
  const navigate = useNavigate();
  return (
    <Page>
      <BackTo to="/outlets">
        <Trans>Outlets</Trans>
      </BackTo>
      <PageHead title={<Trans>Make an outlet</Trans>} />
      <Panel id="new" title={<Trans>Who is told, how, and of what</Trans>}>
        <Asked of={session}>
          {({ user }) => (
            <OutletForm
              user={user}
              onMade={(id) => void navigate({ to: '/outlets/$id', params: { id } })}
            />
          )}
        </Asked>
      </Panel>
    </Page>
  );
}

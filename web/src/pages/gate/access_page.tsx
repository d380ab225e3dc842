import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import {
  authorisations_query,
  grants_query,
  keeps_holds,
  manages_grants,
  registers,
  sees_authorisations,
} from '../../api/gate_queries';
import type { Role } from '../../api/generated';
import { session_query } from '../../api/queries';
import { AuthorisationForm } from '../../parts/access/authorisation_form';
import { AuthorisationTable } from '../../parts/access/authorisation_table';
import { GrantForm } from '../../parts/access/grant_form';
import { GrantTable } from '../../parts/access/grant_table';
import { Holds } from '../../parts/holds/holds';
import { Asked } from '../../parts/page/asked';
import { Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';

// What opens data beyond the own zone and the first weeks: grants and authorisations.
export function AccessPage() {
  const role = useQuery(session_query).data?.user.role;
  return (
    <Page>
      <PageHead
        title={<Trans>Access</Trans>}
        under={<Trans>What zones and authorities have opened, to whom and until when</Trans>}
      />
      {role && <Panels role={role} />}
    </Page>
  );
}

function Panels({ role }: { role: Role }) {
  return (
    <div className={page.stack}>
      <Panel id="grants" title={<Trans>Grants between zones</Trans>}>
        <Grants />
      </Panel>
      {manages_grants(role) && (
        <Panel id="new-grant" title={<Trans>New grant of your zone</Trans>}>
          <GrantForm />
        </Panel>
      )}
      {sees_authorisations(role) && (
        <Panel id="authorisations" title={<Trans>Authorisations of your zone</Trans>}>
          <Authorisations />
        </Panel>
      )}
      {keeps_holds(role) && (
        <Panel id="holds" title={<Trans>What cases of your zone keep</Trans>}>
          <Holds />
        </Panel>
      )}
      {registers(role) && (
        <Panel id="new-authorisation" title={<Trans>Register an authorisation</Trans>}>
          <AuthorisationForm />
        </Panel>
      )}
    </div>
  );
}

function Grants() {
  const asked = useQuery(grants_query);
  return (
    <Asked of={asked}>
      {(grants) =>
        grants.length === 0 ? (
          <Nothing title={<Trans>No zone has opened anything to another</Trans>} />
        ) : (
          <GrantTable grants={grants} />
        )
      }
    </Asked>
  );
}

function Authorisations() {
  const asked = useQuery(authorisations_query);
  return (
    <Asked of={asked}>
      {(all) =>
        all.length === 0 ? (
          <Nothing title={<Trans>None is registered</Trans>} />
        ) : (
          <AuthorisationTable all={all} />
        )
      }
    </Asked>
  );
}

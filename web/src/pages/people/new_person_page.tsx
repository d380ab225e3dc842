import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { User } from '../../api/generated';
import { BackTo, Page, PageHead, Panel } from '../../parts/page/page';
import { NewPersonForm } from '../../parts/people/new_person_form';
import { ShownPassword } from '../../parts/people/shown_password';

type Added = { user: User; password: string };

// First what the account may, then its first password, then the account itself.
export function NewPersonPage() {
  const navigate = useNavigate();
  const [added, set_added] = useState<Added | null>(null);
  return (
    <Page>
      <BackTo to="/people">
        <Trans>All accounts</Trans>
      </BackTo>
      <PageHead title={<Trans>New account</Trans>} />
      {added ? (
        <Panel id="password" title={<Trans>The account is made</Trans>}>
          <ShownPassword
            name={added.user.display_name}
            password={added.password}
            onKept={() => void navigate({ to: '/people/$id', params: { id: added.user.id } })}
          />
        </Panel>
      ) : (
        <Panel id="person" title={<Trans>Who, and what it may</Trans>}>
          <NewPersonForm onAdded={(user, password) => set_added({ user, password })} />
        </Panel>
      )}
    </Page>
  );
}

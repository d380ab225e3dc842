import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '../../api/generated';
import { manages_people, people_query } from '../../api/people_queries';
import { session_query } from '../../api/queries';
import { RoleWords } from '../../parts/access/role_words';
import { Asked } from '../../parts/page/asked';
import { BackTo, Nothing, Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { ClosePlatesForm } from '../../parts/people/close_plates_form';
import { PersonActs } from '../../parts/people/person_acts';
import { PersonForm } from '../../parts/people/person_form';
import { ShownPassword } from '../../parts/people/shown_password';
import { StandingOf } from '../../parts/people/standing';

export function PersonPage({ id }: { id: string }) {
  const people = useQuery(people_query);
  return (
    <Page>
      <BackTo to="/people">
        <Trans>All accounts</Trans>
      </BackTo>
      <Asked of={people}>
        {(all) => {
          const user = all.find((one) => one.id === id);
          return user ? (
            <Person user={user} />
          ) : (
            <Nothing title={<Trans>There is no such account, or not for you to see</Trans>} />
          );
        }}
      </Asked>
    </Page>
  );
}

function Person({ user }: { user: User }) {
  const me = useQuery(session_query).data?.user;
  const [password, set_password] = useState<string | null>(null);
  const is_own = me?.id === user.id;
  return (
    <>
      <PageHead
        title={user.display_name}
        under={
          <>
            <span>{user.name}</span>
            <RoleWords role={user.role} />
            <StandingOf user={user} />
          </>
        }
      />
      {me && manages_people(me.role) && (
        <div className={page.stack}>
          <Panel id="person" title={<Trans>What it may, and until when</Trans>}>
            <PersonForm user={user} is_own={is_own} />
          </Panel>
          <Panel id="signing-in" title={<Trans>Signing in</Trans>}>
            {password === null ? (
              <PersonActs user={user} is_own={is_own} onPassword={set_password} />
            ) : (
              <ShownPassword
                name={user.display_name}
                password={password}
                onKept={() => set_password(null)}
              />
            )}
          </Panel>
          <Panel id="close-plates" title={<Trans>Close plates</Trans>}>
            <ClosePlatesForm id={user.id} name={user.display_name} />
          </Panel>
        </div>
      )}
    </>
  );
}

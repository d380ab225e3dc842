import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { manages_people, people_query } from '../../api/people_queries';
import { session_query } from '../../api/queries';
import { Asked } from '../../parts/page/asked';
import { Nothing, Page, PageHead } from '../../parts/page/page';
import { PersonTable } from '../../parts/people/person_table';
import { Icon } from '../../parts/signs/icon';

// Whose accounts there are: those that the server lets one see.
export function PeoplePage() {
  const people = useQuery(people_query);
  const role = useQuery(session_query).data?.user.role;
  return (
    <Page>
      <PageHead
        title={<Trans>People</Trans>}
        under={<Trans>Accounts, what they may and until when</Trans>}
        actions={
          role &&
          manages_people(role) && (
            <Link className="button" data-kind="main" to="/people/new">
              <Icon name="add" />
              <Trans>New account</Trans>
            </Link>
          )
        }
      />
      <Asked of={people}>
        {(all) =>
          all.length === 0 ? (
            <Nothing title={<Trans>There is no account that you may see</Trans>} />
          ) : (
            <PersonTable people={all} />
          )
        }
      </Asked>
    </Page>
  );
}

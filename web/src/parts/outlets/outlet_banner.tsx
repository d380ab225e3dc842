import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { outlets_query, sees_outlets } from '../../api/outlet_queries';
import { session_query } from '../../api/queries';
import { Icon } from '../signs/icon';
import system from '../system/system.module.css';

// Whoever waits for events outside does not see that none come: those who tend outlets are told.
export function OutletBanner() {
  const { t } = useLingui();
  const role = useQuery(session_query).data?.user.role;
  const outlets = useQuery({
    ...outlets_query,
    enabled: role !== undefined && sees_outlets(role),
  }).data;
  const count = outlets?.filter(({ disabled }) => disabled).length ?? 0;
  if (count === 0) return null;
  return (
    <section className={system.notice} aria-label={t`Outlets`}>
      <strong>
        <Icon name="warning" />
        <Plural value={count} one="# outlet is out of use" other="# outlets are out of use" />
      </strong>
      <span>
        <Trans>Nothing is sent there until somebody takes it into use again.</Trans>{' '}
        <Link to="/outlets">
          <Trans>To the outlets</Trans>
        </Link>
      </span>
    </section>
  );
}

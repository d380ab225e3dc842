import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answers_subjects } from '../../api/ledger_queries';
import { session_query } from '../../api/queries';
import page from '../../parts/page/page.module.css';

// The parts of oversight, as far as the role reaches.
export function OversightTabs() {
  const { t } = useLingui();
  const role = useQuery(session_query).data?.user.role;
  return (
    <nav className={page.tabs} aria-label={t`Parts of oversight`}>
      <Link to="/oversight" activeOptions={{ exact: true }}>
        <Trans>Uses</Trans>
      </Link>
      <Link to="/oversight/registers/$name" params={{ name: 'processing' }} search={{}}>
        <Trans>Register of processing</Trans>
      </Link>
      <Link to="/oversight/registers/$name" params={{ name: 'cameras' }} search={{}}>
        <Trans>Register of cameras</Trans>
      </Link>
      {role && answers_subjects(role) && (
        <Link to="/oversight/subjects">
          <Trans>Data subjects</Trans>
        </Link>
      )}
    </nav>
  );
}

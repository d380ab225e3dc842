import { Trans } from '@lingui/react/macro';
import type { Role } from '../../api/generated';

export function RoleWords({ role }: { role: Role }) {
  switch (role) {
    case 'operator':
      return <Trans>Operator</Trans>;
    case 'investigator':
      return <Trans>Investigator</Trans>;
    case 'list_manager':
      return <Trans>List manager</Trans>;
    case 'technician':
      return <Trans>Technician</Trans>;
    case 'administrator':
      return <Trans>System administrator</Trans>;
    case 'overseer':
      return <Trans>Overseer</Trans>;
    case 'zone_administrator':
      return <Trans>Zone administrator</Trans>;
    case 'data_protection_officer':
      return <Trans>Data-protection officer</Trans>;
    case 'magistrate_office':
      return <Trans>Magistrate's office</Trans>;
    case 'traffic':
      return <Trans>Traffic police</Trans>;
    case 'intelligence':
      return <Trans>Intelligence service</Trans>;
    case 'intelligence_overseer':
      return <Trans>Overseer of the intelligence services</Trans>;
  }
}

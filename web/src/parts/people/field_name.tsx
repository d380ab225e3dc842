import { Trans } from '@lingui/react/macro';
import type { FieldName } from './person_fields';

export function FieldNameWords({ name }: { name: FieldName }) {
  switch (name) {
    case 'display_name':
      return <Trans>Name that others see</Trans>;
    case 'role':
      return <Trans>Role</Trans>;
    case 'zone':
      return <Trans>Zone</Trans>;
    case 'capacity':
      return <Trans>Acts as</Trans>;
    case 'language':
      return <Trans>Language</Trans>;
    case 'role_until':
      return <Trans>Role until</Trans>;
    case 'trained_until':
      return <Trans>Training counts until</Trans>;
  }
}

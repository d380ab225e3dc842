import { Trans } from '@lingui/react/macro';
import type { Capacity } from '../../api/generated';

export function CapacityWords({ capacity }: { capacity: Capacity }) {
  switch (capacity) {
    case 'administrative':
      return <Trans>Administrative police</Trans>;
    case 'judicial':
      return <Trans>Judicial police</Trans>;
    case 'both':
      return <Trans>Administrative and judicial police</Trans>;
  }
}

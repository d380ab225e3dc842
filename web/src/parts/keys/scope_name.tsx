import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Scope } from './registry';

// Where a key acts, in words.
export function ScopeName({ scope }: { scope: Scope }): ReactNode {
  switch (scope) {
    case 'everywhere':
      return <Trans>Everywhere</Trans>;
    case 'desk':
      return <Trans>In the list and on the hit</Trans>;
    case 'queue':
      return <Trans>In the list</Trans>;
    case 'card':
      return <Trans>On the hit</Trans>;
    case 'reasons':
      return <Trans>While a reason is asked</Trans>;
    case 'pursuit':
      return <Trans>On a pursuit</Trans>;
    case 'table':
      return <Trans>In a table</Trans>;
    case 'time':
      return <Trans>On the time slider</Trans>;
    case 'map':
      return <Trans>On the map</Trans>;
    case 'car':
      return <Trans>In the car</Trans>;
    default:
      return <Trans>On the wall</Trans>;
  }
}

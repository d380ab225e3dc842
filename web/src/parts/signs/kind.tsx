import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Hit } from '../../api/generated';

// How a read came to match an entry.
export function KindName({ kind }: { kind: Hit['kind'] }): ReactNode {
  switch (kind) {
    case 'exact':
      return <Trans>exact</Trans>;
    case 'look_alike':
      return <Trans>look-alike</Trans>;
    case 'missing':
      return <Trans>a character is missing</Trans>;
    case 'extra':
      return <Trans>a character too many</Trans>;
    default:
      return <Trans>partial plate</Trans>;
  }
}

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Hit } from '../../api/generated';

// Why a hit was withdrawn, in the server's words where it has some.
export function Withdrawal({ hit }: { hit: Hit }): ReactNode {
  if (hit.warning) return <span lang="en">{hit.warning}</span>;
  return <Trans>its entry is no longer on the list</Trans>;
}

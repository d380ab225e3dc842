import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EntryDifference } from '../../api/generated';

export function HowEnded({ how }: { how: EntryDifference['how'] }): ReactNode {
  if (how === 'dropped') return <Trans>not in the file any more</Trans>;
  if (how === 'withdrawn') return <Trans>withdrawn</Trans>;
  if (how === 'wrong') return <Trans>marked wrong</Trans>;
  if (how === 'replaced') return <Trans>replaced</Trans>;
  return null;
}

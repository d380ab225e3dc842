import { Trans } from '@lingui/react/macro';
import type { HitState } from '../../api/generated';

export function StateName({ state }: { state: HitState }) {
  switch (state) {
    case 'candidate':
      return <Trans>candidate</Trans>;
    case 'validated':
      return <Trans>validated</Trans>;
    case 'rejected':
      return <Trans>rejected</Trans>;
    case 'withdrawn':
      return <Trans>withdrawn</Trans>;
    default:
      return <Trans>expired</Trans>;
  }
}

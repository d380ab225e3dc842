import { Trans } from '@lingui/react/macro';
import type { FollowUp, HitState } from '../../api/generated';

// Nobody has answered yet whether it is the listed vehicle.
export const is_question = (state: HitState) => state === 'candidate' || state === 'claimed';

export function StateName({ state }: { state: HitState }) {
  switch (state) {
    case 'candidate':
      return <Trans>candidate</Trans>;
    case 'claimed':
      return <Trans>claimed</Trans>;
    case 'validated':
      return <Trans>validated</Trans>;
    case 'rejected':
      return <Trans>rejected</Trans>;
    case 'withdrawn':
      return <Trans>withdrawn</Trans>;
    case 'superseded':
      return <Trans>answered by another hit</Trans>;
    default:
      return <Trans>expired</Trans>;
  }
}

export function FollowUpName({ follow_up }: { follow_up: FollowUp }) {
  if (follow_up === 'dispatched') return <Trans>unit sent</Trans>;
  return follow_up === 'stopped' ? <Trans>stopped</Trans> : <Trans>closed</Trans>;
}

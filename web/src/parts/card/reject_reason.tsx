import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { RejectReason as RejectReasonName } from '../../api/generated';

export const REASONS = [
  'misread',
  'wrong_country',
  'stale_entry',
  'vehicle_differs',
  'duplicate',
  'other',
] as const satisfies readonly RejectReasonName[];

export function RejectReason({ reason }: { reason: (typeof REASONS)[number] }): ReactNode {
  switch (reason) {
    case 'misread':
      return <Trans>Misread</Trans>;
    case 'wrong_country':
      return <Trans>Wrong country</Trans>;
    case 'stale_entry':
      return <Trans>Entry out of date</Trans>;
    case 'vehicle_differs':
      return <Trans>Another vehicle</Trans>;
    case 'duplicate':
      return <Trans>Duplicate</Trans>;
    default:
      return <Trans>Other</Trans>;
  }
}

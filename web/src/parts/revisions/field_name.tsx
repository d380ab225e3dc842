import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FieldName as Field } from './diff_pairs';

export function FieldName({ field }: { field: Field }): ReactNode {
  switch (field) {
    case 'priority':
      return <Trans>Priority</Trans>;
    case 'category':
      return <Trans>Category</Trans>;
    case 'reason':
      return <Trans>Reason</Trans>;
    case 'valid_from':
      return <Trans>Valid from</Trans>;
    case 'valid_until':
      return <Trans>Valid until</Trans>;
    case 'owner':
      return <Trans>Asked for by</Trans>;
    case 'basis':
      return <Trans>Legal basis</Trans>;
    case 'case_number':
      return <Trans>Case number</Trans>;
    case 'source_id':
      return <Trans>Number at its source</Trans>;
    case 'vehicle':
      return <Trans>Vehicle</Trans>;
    default:
      return <Trans>Procedure</Trans>;
  }
}

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

// A purpose of the law in words; one that is not known here is shown by its code.
export function PurposeWords({ code }: { code: string }): ReactNode {
  switch (code) {
    case 'jp_crime':
      return <Trans>Crime: investigate and prosecute</Trans>;
    case 'jp_traffic_art62':
      return <Trans>Traffic offences</Trans>;
    case 'jp_missing_person':
      return <Trans>Missing person in danger</Trans>;
    case 'ap_44_5_2to5':
      return <Trans>Administrative police: persons of article 44/5</Trans>;
    default:
      return code;
  }
}

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Verb } from './car_acts';

// What stands on the button.
export function VerbName({ verb }: { verb: Verb }): ReactNode {
  switch (verb) {
    case 'validate':
    case 'dispatch':
      return <Trans>Seen</Trans>;
    case 'stop':
      return <Trans>Stopped</Trans>;
    case 'confirm':
      return <Trans>As listed</Trans>;
    default:
      return <Trans>Not it</Trans>;
  }
}

// What the server will have on record after it.
export function VerbRecord({ verb }: { verb: Verb }): ReactNode {
  switch (verb) {
    case 'validate':
      return <Trans>records: it is the listed vehicle</Trans>;
    case 'dispatch':
      return <Trans>records: a unit is with it</Trans>;
    case 'stop':
      return <Trans>records: it was stopped</Trans>;
    case 'confirm':
      return <Trans>closes it: stopped, as listed</Trans>;
    case 'reject':
      return <Trans>rejects it: another vehicle</Trans>;
    case 'clear':
      return <Trans>closes it: stopped, nothing to it</Trans>;
    default:
      return <Trans>closes it: not found</Trans>;
  }
}

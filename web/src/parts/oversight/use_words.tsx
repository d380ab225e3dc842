import { Trans } from '@lingui/react/macro';
import type { Use } from '../../api/generated';

// The six verbs of the law.
export function VerbWords({ verb }: { verb: Use['verb'] }) {
  switch (verb) {
    case 'collect':
      return <Trans>collected</Trans>;
    case 'alter':
      return <Trans>changed</Trans>;
    case 'consult':
      return <Trans>consulted</Trans>;
    case 'disclose':
      return <Trans>disclosed</Trans>;
    case 'combine':
      return <Trans>combined</Trans>;
    case 'erase':
      return <Trans>erased</Trans>;
  }
}

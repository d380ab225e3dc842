import { Trans } from '@lingui/react/macro';
import type { Claim } from '../../api/generated';
import { useIsMine } from './mine';

// Whose this is: a name and a zone, or you.
export function Owner({ claim }: { claim: Claim }) {
  const is_mine = useIsMine();
  if (is_mine(claim)) return <Trans>yours</Trans>;
  const { name, zone } = claim.by;
  return zone ? `${name}, ${zone.name}` : name;
}

import { Trans } from '@lingui/react/macro';
import type { User } from '../../api/generated';
import { server_now } from '../../api/server_clock';
import { Badge, type Tone } from '../page/signs';
import { type Standing, standing_of } from './person_fields';

const TONES: Record<Standing, Tone> = {
  disabled: 'plain',
  without_terms: 'caution',
  role_ended: 'caution',
  training_ended: 'caution',
  in_force: 'good',
};

// What an account can do now, and whether it is the one for when nothing else lets anybody in.
export function StandingOf({ user }: { user: User }) {
  const standing = standing_of(user, server_now());
  return (
    <>
      <Badge tone={TONES[standing]}>
        <StandingWords standing={standing} />
      </Badge>
      {user.break_glass && (
        <Badge tone="accent">
          <Trans>break glass</Trans>
        </Badge>
      )}
    </>
  );
}

function StandingWords({ standing }: { standing: Standing }) {
  switch (standing) {
    case 'disabled':
      return <Trans>disabled</Trans>;
    case 'without_terms':
      return <Trans>without terms: can only sign out</Trans>;
    case 'role_ended':
      return <Trans>the role has ended</Trans>;
    case 'training_ended':
      return <Trans>the training has ended</Trans>;
    case 'in_force':
      return <Trans>in force</Trans>;
  }
}

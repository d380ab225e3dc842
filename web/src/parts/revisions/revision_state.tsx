import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Revision } from '../../api/generated';
import { Badge, type Tone } from '../page/signs';

const TONES: Readonly<Record<Revision['state'], Tone>> = {
  running: 'accent',
  applied: 'good',
  previewed: 'plain',
  held: 'caution',
  refused: 'caution',
  cancelled: 'plain',
  partly: 'caution',
};

export function RevisionState({ state }: { state: Revision['state'] }) {
  return (
    <Badge tone={TONES[state]}>
      <StateWord state={state} />
    </Badge>
  );
}

function StateWord({ state }: { state: Revision['state'] }): ReactNode {
  switch (state) {
    case 'running':
      return <Trans>running</Trans>;
    case 'applied':
      return <Trans>applied</Trans>;
    case 'previewed':
      return <Trans>dry run</Trans>;
    case 'held':
      return <Trans>held: decide</Trans>;
    case 'refused':
      return <Trans>refused</Trans>;
    case 'cancelled':
      return <Trans>cancelled</Trans>;
    default:
      return <Trans>partly applied</Trans>;
  }
}

export function OriginWord({ origin }: { origin: Revision['origin'] }): ReactNode {
  if (origin === 'source') return <Trans>fetched from the source</Trans>;
  if (origin === 'upload') return <Trans>a file somebody sent in</Trans>;
  return <Trans>by hand at a desk</Trans>;
}

export function ModeWord({ mode }: { mode: Revision['mode'] }): ReactNode {
  if (mode === 'full') return <Trans>the whole list</Trans>;
  if (mode === 'delta') return <Trans>changes only</Trans>;
  return <Trans>merged into what is there</Trans>;
}

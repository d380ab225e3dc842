import { Plural, Trans } from '@lingui/react/macro';
import type { List } from '../../api/generated';
import { percent } from '../../text/format';
import page from '../page/page.module.css';
import { Barred } from '../page/signs';

const NOISY = 0.5; // more rejected than validated: desks stop answering such a list

// Which share of the judged hits was rejected in thirty days.
export function Noise({ noise }: { noise: List['noise'] }) {
  if (!noise || noise.hits === 0) {
    return (
      <span className={page.muted}>
        <Trans>No hits in 30 days</Trans>
      </span>
    );
  }
  const judged = noise.validated + noise.rejected;
  const { rejected, misread } = noise;
  if (noise.rejected_share === undefined || judged === 0) {
    return (
      <span className={page.muted}>
        <Plural value={noise.hits} one="# hit, not judged" other="# hits, none judged" />
      </span>
    );
  }
  const share = percent(noise.rejected_share);
  return (
    <Barred
      share={noise.rejected_share}
      tone={noise.rejected_share >= NOISY ? 'caution' : 'accent'}
    >
      <span className={page.number}>
        <Trans>
          {share}: {rejected} of {judged} judged
        </Trans>
        {misread > 0 && (
          <span className={page.muted}>
            , <Plural value={misread} one="# misread" other="# misread" />
          </span>
        )}
      </span>
    </Barred>
  );
}

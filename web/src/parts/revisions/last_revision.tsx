import { Trans } from '@lingui/react/macro';
import type { Revision } from '../../api/generated';
import page from '../page/page.module.css';
import { BriefCounts } from './counts';
import { RevisionState } from './revision_state';

export function LastRevision({ revision }: { revision: Revision | undefined }) {
  if (!revision) {
    return (
      <span className={page.muted}>
        <Trans>None yet</Trans>
      </span>
    );
  }
  return (
    <>
      <span className={page.number}>{revision.number}</span>{' '}
      <RevisionState state={revision.state} />
      <BriefCounts counts={revision.counts} />
    </>
  );
}

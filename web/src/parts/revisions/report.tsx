import { Trans } from '@lingui/react/macro';
import type { Revision } from '../../api/generated';
import { Panel } from '../page/page';
import { CountTiles } from './counts';
import { DiffPanel } from './diff';
import { RejectsPanel } from './rejects';

// What a revision did, or would do: in numbers, line by line, and what it could not take.
export function Report({ list, revision }: { list: string; revision: Revision }) {
  return (
    <>
      <Panel id="counts" title={<Trans>In numbers</Trans>}>
        <CountTiles counts={revision.counts} />
      </Panel>
      <RejectsPanel list={list} revision={revision} />
      <DiffPanel list={list} revision={revision} />
    </>
  );
}

import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { SubjectPackage } from '../../api/generated';
import { Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { PackageForm } from '../../parts/subjects/package_form';
import { PackageMade } from '../../parts/subjects/package_made';
import { OversightTabs } from './oversight_tabs';

type Made = { made: SubjectPackage; recipient: string };

// What is kept of one plate, sealed for its holder. Nothing of it is kept after the screen is left.
export function SubjectsPage() {
  const [shown, set_shown] = useState<Made | null>(null);
  return (
    <Page>
      <PageHead
        title={<Trans>Data subjects</Trans>}
        under={<Trans>What is kept of one plate, sealed for whom it belongs to</Trans>}
      />
      <OversightTabs />
      <div className={page.stack}>
        <Panel id="package" title={<Trans>Package for a holder</Trans>}>
          {shown ? (
            <PackageMade {...shown} onDone={() => set_shown(null)} />
          ) : (
            <PackageForm onMade={(made, recipient) => set_shown({ made, recipient })} />
          )}
        </Panel>
      </div>
    </Page>
  );
}

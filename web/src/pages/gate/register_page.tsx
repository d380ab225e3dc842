import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type RegisterName, register_query } from '../../api/ledger_queries';
import { Asked } from '../../parts/page/asked';
import { Fact, Page, PageHead, Panel } from '../../parts/page/page';
import page from '../../parts/page/page.module.css';
import { RegisterView } from '../../parts/registers/register_view';
import { type Between, Versions } from '../../parts/registers/versions';
import { day_time } from '../../text/format';
import { OversightTabs } from './oversight_tabs';

type Props = {
  name: RegisterName;
  between: Between | null;
  onChoose: (between: Between) => void;
};

// A register that nobody writes: the server makes it out of what is configured, and keeps each
// version.
export function RegisterPage({ name, between, onChoose }: Props) {
  const asked = useQuery(register_query(name));
  return (
    <Page>
      <PageHead
        title={
          name === 'processing' ? (
            <Trans>Register of processing</Trans>
          ) : (
            <Trans>Register of cameras</Trans>
          )
        }
        under={
          <Trans>
            Made out of what is configured; every version is kept. Looking at it is a use too.
          </Trans>
        }
      />
      <OversightTabs />
      <Asked of={asked}>
        {({ document, versions, ...latest }) => (
          <div className={page.stack}>
            <Panel id="version" title={<Trans>The latest version</Trans>}>
              <dl className={page.facts}>
                <Fact name={<Trans>Version</Trans>}>{latest.number}</Fact>
                <Fact name={<Trans>Made at</Trans>}>{day_time(latest.made_at)}</Fact>
                <Fact name={<Trans>Digest, as it stands in the ledger</Trans>}>
                  <code>{latest.sha256}</code>
                </Fact>
              </dl>
            </Panel>
            <Panel id="changes" title={<Trans>What has changed</Trans>}>
              <Versions name={name} versions={versions} between={between} onChoose={onChoose} />
            </Panel>
            <RegisterView document={document} />
          </div>
        )}
      </Asked>
    </Page>
  );
}

import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { answered } from '../../api/failure';
import { confirmRevision, discardRevision, type List, type Revision } from '../../api/generated';
import { list_changed } from '../../api/list_queries';
import { percent, whole } from '../../text/format';
import { Confirm } from '../page/confirm';
import form from '../page/form.module.css';
import { Panel } from '../page/page';

type Props = { list: List; revision: Revision; may_decide: boolean };

// A file that would take too much away waits here until a person has looked.
export function HeldDecision({ list, revision, may_decide }: Props) {
  const navigate = useNavigate();
  const path = { name: list.name, number: revision.number };
  const { removed, added, changed } = revision.counts;
  const share = percent(list.entries > 0 ? removed / list.entries : 0);
  const open = (number: number) =>
    navigate({
      to: '/lists/$name/revisions/$number',
      params: { name: list.name, number: String(number) },
    });
  const confirm = async () => {
    const applied = await answered(confirmRevision({ path }));
    list_changed(list.name);
    await open(applied.number);
  };
  const discard = async () => {
    await answered(discardRevision({ path }));
    list_changed(list.name);
  };
  return (
    <Panel id="held" tone="caution" title={<Trans>Held: this file asks for a decision</Trans>}>
      <p>
        <Trans>
          It would remove {whole(removed)} of the {whole(list.entries)} entries in force ({share}),
          add {whole(added)} and change {whole(changed)}. Nothing of it is in force yet.
        </Trans>
      </p>
      {revision.note && <p lang="en">{revision.note}</p>}
      {may_decide && (
        <div className={form.buttons}>
          <Confirm
            button={<Trans>Apply it all the same</Trans>}
            kind="main"
            title={<Trans>Apply the held file</Trans>}
            verb={<Trans>Remove {whole(removed)} entries</Trans>}
            act={confirm}
          >
            <p>
              <Trans>
                {whole(removed)} of {whole(list.entries)} entries end at once, and their open hits
                are withdrawn.
              </Trans>
            </p>
          </Confirm>
          <Confirm
            button={<Trans>Discard the file</Trans>}
            title={<Trans>Discard the held file</Trans>}
            verb={<Trans>Discard</Trans>}
            act={discard}
          >
            <p>
              <Trans>The list stays as it is. The next file is looked at afresh.</Trans>
            </p>
          </Confirm>
        </div>
      )}
    </Panel>
  );
}

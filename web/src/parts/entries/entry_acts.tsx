import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { done } from '../../api/failure';
import { type Entry, markEntryWrong, withdrawEntry } from '../../api/generated';
import { list_changed } from '../../api/list_queries';
import { Confirm } from '../page/confirm';
import form from '../page/form.module.css';

// Two ways to end an entry: its reason is over, or it never should have been there.
export function EntryActs({ list, entry }: { list: string; entry: Entry }) {
  const navigate = useNavigate();
  const path = { id: entry.id };
  const leave = async () => {
    list_changed(list);
    await navigate({ to: '/lists/$name/entries', params: { name: list } });
  };
  return (
    <>
      <Confirm
        button={<Trans>Withdraw</Trans>}
        title={<Trans>Withdraw this entry</Trans>}
        verb={<Trans>Withdraw</Trans>}
        act={() => done(withdrawEntry({ path })).then(leave)}
      >
        <p>
          <Trans>The reason for it is over:</Trans>
        </p>
        <ul className={form.consequences}>
          <li>
            <Trans>It ends at once and raises no more hits.</Trans>
          </li>
          <li>
            <Trans>Its open hits are withdrawn, and everyone who saw them is told.</Trans>
          </li>
          <li>
            <Trans>A later file may put the plate on again.</Trans>
          </li>
        </ul>
      </Confirm>
      <Confirm
        button={<Trans>Wrong entry</Trans>}
        title={<Trans>This entry is wrong</Trans>}
        verb={<Trans>Wrong: take it off everywhere</Trans>}
        act={() => done(markEntryWrong({ path })).then(leave)}
      >
        <p>
          <Trans>It should never have been there. Nobody may be stopped on it again:</Trans>
        </p>
        <ul className={form.consequences}>
          <li>
            <Trans>It ends at once, for all zones.</Trans>
          </li>
          <li>
            <Trans>Its open hits are withdrawn, and everyone who saw them is told.</Trans>
          </li>
          <li>
            <Trans>The plate stays off this list, even when a later file brings it again.</Trans>
          </li>
        </ul>
      </Confirm>
    </>
  );
}

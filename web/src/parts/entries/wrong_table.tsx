import { Trans, useLingui } from '@lingui/react/macro';
import { done } from '../../api/failure';
import { unmarkWrong, type WrongEntry } from '../../api/generated';
import { list_changed } from '../../api/list_queries';
import { day_time } from '../../text/format';
import { Confirm } from '../page/confirm';
import { PlainTable } from '../page/table';
import { Plate } from '../signs/plate';

type Props = { list: string; wrong: readonly WrongEntry[]; may_keep: boolean };

// Plates that a person marked wrong: no file brings them back until somebody takes that back.
export function WrongTable({ list, wrong, may_keep }: Props) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`Marked wrong`}
      head={
        <>
          <th scope="col">
            <Trans>Plate</Trans>
          </th>
          <th scope="col">
            <Trans>Reason it stood for</Trans>
          </th>
          <th scope="col">
            <Trans>Marked wrong</Trans>
          </th>
          <th scope="col" aria-label={t`Take back`} />
        </>
      }
    >
      {wrong.map(({ entry, marked_at }) => (
        <tr key={entry.id}>
          <td>
            <Plate plate={entry.plate} country={entry.country} />
          </td>
          <td>{entry.reason || '–'}</td>
          <td>{day_time(marked_at)}</td>
          <td>{may_keep && <TakeBack list={list} wrong={entry} />}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function TakeBack({ list, wrong }: { list: string; wrong: WrongEntry['entry'] }) {
  const { plate, country } = wrong;
  const body = country === undefined ? { plate } : { plate, country };
  return (
    <Confirm
      button={<Trans>Take back</Trans>}
      title={<Trans>Let this plate come back</Trans>}
      verb={<Trans>Take back</Trans>}
      act={async () => {
        await done(unmarkWrong({ path: { name: list }, body }));
        list_changed(list);
      }}
    >
      <p>
        <Trans>It is not put on now. A later file may bring it again, for all zones.</Trans>
      </p>
    </Confirm>
  );
}

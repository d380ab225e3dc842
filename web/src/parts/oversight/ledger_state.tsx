import { Trans, useLingui } from '@lingui/react/macro';
import type { LedgerState } from '../../api/generated';
import { day_time, whole } from '../../text/format';
import { Fact } from '../page/page';
import page from '../page/page.module.css';
import { Badge } from '../page/signs';
import { PlainTable } from '../page/table';

// How long the log is, by which key it is checked, and who vouches for it.
export function LedgerFacts({ state }: { state: LedgerState }) {
  return (
    <>
      {state.witness_missing && (
        <p className={page.caution} role="alert">
          <Trans>
            Nobody outside has vouched for this log for a day. Whoever holds its key could rewrite
            it unseen.
          </Trans>
        </p>
      )}
      <dl className={page.facts}>
        <Fact name={<Trans>Name</Trans>}>{state.origin}</Fact>
        <Fact name={<Trans>Entries of the log</Trans>}>{whole(state.size)}</Fact>
        <Fact name={<Trans>Public key, for checking it elsewhere</Trans>}>
          <code>{state.public_key}</code>
        </Fact>
      </dl>
      {state.witnesses.length > 0 && <WitnessTable state={state} />}
    </>
  );
}

function WitnessTable({ state }: { state: LedgerState }) {
  const { t } = useLingui();
  return (
    <PlainTable
      label={t`Witnesses`}
      head={
        <>
          <th scope="col">
            <Trans>Witness</Trans>
          </th>
          <th scope="col">
            <Trans>Vouched at</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
        </>
      }
    >
      {state.witnesses.map((one) => (
        <tr key={one.name}>
          <td>{one.name}</td>
          <td>{one.seen_at === undefined ? '–' : day_time(one.seen_at)}</td>
          <td>
            {one.failure === undefined ? (
              <Badge tone="good">
                <Trans>vouches</Trans>
              </Badge>
            ) : (
              <span className={page.caution} lang="en">
                {one.failure}
              </span>
            )}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

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
      {state.break_glass.map(({ since, until }) => (
        <BrokenGlass key={since} since={since} until={until} />
      ))}
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

// Such an account is asked for no code: its use is always somebody's to explain.
function BrokenGlass({ since, until }: { since: string; until: string }) {
  const [from, end] = [day_time(since), day_time(until)];
  return (
    <p className={page.caution} role="alert">
      <Trans>
        A break-glass account has been in since {from}; its session ends at {end}. Ask who used it,
        and why.
      </Trans>
    </p>
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

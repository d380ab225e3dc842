import { Trans } from '@lingui/react/macro';
import type { LedgerState, System, SystemCheck, SystemStore } from '../../api/generated';
import { bytes_words, full_time, percent, span, whole } from '../../text/format';
import { Fact } from '../page/page';
import page from '../page/page.module.css';
import { Barred } from '../page/signs';
import { Age } from '../signs/age';
import { Icon } from '../signs/icon';
import { forecast_of } from './forecast';
import styles from './system.module.css';

export function Running({ system }: { system: System }) {
  return (
    <dl className={page.facts}>
      <Fact name={<Trans>Version</Trans>}>{system.version}</Fact>
      <Fact name={<Trans>Runs since</Trans>}>
        {full_time(system.started_at)} (<Age at={system.started_at} />)
      </Fact>
      <Fact name={<Trans>Desks on the stream</Trans>}>{whole(system.stream_clients)}</Fact>
      <Fact name={<Trans>Reads that wait to be kept</Trans>}>{whole(system.queued_reads)}</Fact>
      <Fact name={<Trans>Uses not in the log yet</Trans>}>{whole(system.spooled_uses)}</Fact>
    </dl>
  );
}

export function Checks({ checks }: { checks: readonly SystemCheck[] }) {
  return (
    <ul className={styles.checks}>
      {checks.map(({ name, ok, failure }) => (
        <li key={name} data-ok={ok}>
          <Icon name={ok ? 'check' : 'warning'} />
          <strong>
            <CheckName name={name} />
          </strong>
          {ok ? <Trans>in order</Trans> : <span lang="en">{failure}</span>}
        </li>
      ))}
    </ul>
  );
}

function CheckName({ name }: { name: string }) {
  switch (name) {
    case 'control database':
      return <Trans>Control database</Trans>;
    case 'vault':
      return <Trans>Vault of the keys</Trans>;
    case 'read store':
      return <Trans>Store of reads</Trans>;
    case 'free disk':
      return <Trans>Free disk</Trans>;
    default:
      return name;
  }
}

export function Disk({ system }: { system: System }) {
  const { disk } = system;
  if (disk.bytes === 0) {
    return (
      <p>
        <Trans>not known</Trans>
      </p>
    );
  }
  const used = 1 - disk.free_bytes / disk.bytes;
  const free = bytes_words(disk.free_bytes);
  const all = bytes_words(disk.bytes);
  const is_low = disk.free_bytes <= disk.floor_bytes;
  return (
    <>
      <Barred share={used} tone={is_low ? 'caution' : 'accent'}>
        <Trans>
          {free} of {all} free, {percent(used)} used
        </Trans>
      </Barred>
      <p className={page.muted}>
        <Full system={system} />
      </p>
    </>
  );
}

function Full({ system }: { system: System }) {
  const forecast = forecast_of(system);
  switch (forecast.kind) {
    case 'unknown':
      return <Trans>When it is full is not known: the server has run for less than an hour.</Trans>;
    case 'steady':
      return <Trans>It has not filled since the server started.</Trans>;
    default: {
      const left = span(forecast.ms);
      return <Trans>At the pace since the server started, it is full in {left}.</Trans>;
    }
  }
}

export function Stores({ stores }: { stores: readonly SystemStore[] }) {
  const most = Math.max(1, ...stores.map(({ bytes }) => bytes));
  return (
    <div className={styles.stores}>
      {stores.map(({ name, bytes }) => (
        <StoreRow key={name} name={name} bytes={bytes} share={bytes / most} />
      ))}
    </div>
  );
}

function StoreRow({ name, bytes, share }: SystemStore & { share: number }) {
  return (
    <>
      <span>
        <StoreName name={name} />
      </span>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.fill} style={{ width: `${share * 100}%` }} />
      </div>
      <span className={styles.amount}>{bytes_words(bytes)}</span>
    </>
  );
}

function StoreName({ name }: { name: SystemStore['name'] }) {
  switch (name) {
    case 'reads':
      return <Trans>Reads</Trans>;
    case 'pictures':
      return <Trans>Pictures</Trans>;
    case 'holds':
      return <Trans>Holds</Trans>;
    case 'control':
      return <Trans>Control database</Trans>;
    default:
      return <Trans>Log</Trans>;
  }
}

export function Expiry({ system }: { system: System }) {
  const { every_ms, ran_at, overdue_ms } = system.expiry;
  return (
    <dl className={`${page.facts} ${styles.short}`}>
      <Fact name={<Trans>Erases what is over</Trans>}>
        <Trans>every {span(every_ms)}</Trans>
      </Fact>
      <Fact name={<Trans>Last run</Trans>}>
        {ran_at ? <Age at={ran_at} /> : <Trans>none since the server started</Trans>}
      </Fact>
      <Fact name={<Trans>Overdue</Trans>}>
        {overdue_ms === undefined ? (
          <Trans>nothing waits</Trans>
        ) : (
          <span className={page.caution}>{span(overdue_ms)}</span>
        )}
      </Fact>
    </dl>
  );
}

export function LogState({ ledger }: { ledger: LedgerState }) {
  const newest = ledger.witnesses
    .flatMap(({ seen_at }) => (seen_at ? [seen_at] : []))
    .toSorted()
    .at(-1);
  return (
    <dl className={`${page.facts} ${styles.log}`}>
      <Fact name={<Trans>Entries in the log</Trans>}>{whole(ledger.size)}</Fact>
      <Fact name={<Trans>Last cosignature of a witness</Trans>}>
        {newest ? <Age at={newest} /> : <Trans>none yet</Trans>}
      </Fact>
      <Fact name={<Trans>Head</Trans>}>
        <span className={page.code}>{ledger.checkpoint.split('\n')[2]}</span>
      </Fact>
    </dl>
  );
}

import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Hit } from '../../api/generated';
import { percent, short_time } from '../../text/format';
import { FAULTS, type Health } from '../map/health';
import { Age } from '../signs/age';
import { Owner } from '../signs/owner';
import { Plate } from '../signs/plate';
import { Priority } from '../signs/priority';
import { FollowUpName, is_question, StateName } from '../signs/state';
import { HealthName, HealthSign } from './health_sign';
import type { MapItem } from './items';
import styles from './live_map.module.css';

// One item of the map in words: its sign, its name, where it is and how it stands.
export function ItemRow({ item }: { item: MapItem }) {
  switch (item.kind) {
    case 'hit':
      return <HitRow item={item} />;
    case 'pursuit':
      return <PursuitRow item={item} />;
    case 'next':
      return <NextRow item={item} />;
    case 'camera':
      return <CameraRow item={item} />;
    default:
      return <ZoneRow item={item} />;
  }
}

type Of<K> = Extract<MapItem, { kind: K }>;
type RowProps = { sign: ReactNode; name: ReactNode; when: ReactNode; children: ReactNode };

function Row({ sign, name, when, children }: RowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.sign}>{sign}</span>
      <div className={styles.line}>
        {name}
        <span className={styles.when}>{when}</span>
      </div>
      <div className={styles.second}>{children}</div>
    </div>
  );
}

const sign_of = (hit: Hit) => (
  <Priority priority={hit.priority} unverified={is_question(hit.state)} />
);

function HitRow({ item: { hit, incident, place } }: { item: Of<'hit'> }) {
  return (
    <Row
      sign={sign_of(hit)}
      name={<Plate plate={hit.plate} country={hit.country} />}
      when={<Age at={hit.captured_at} />}
    >
      <span>{place}</span>
      <span>{hit.list.title || hit.list.name}</span>
      {incident && <Standing incident={incident} />}
    </Row>
  );
}

function Standing({ incident }: { incident: NonNullable<Of<'hit'>['incident']> }) {
  const { state, claim, follow_up } = incident;
  if (claim) {
    return (
      <span className={styles.owner}>
        <Owner claim={claim} />
      </span>
    );
  }
  if (is_question(state)) return null;
  return (
    <span>{follow_up ? <FollowUpName follow_up={follow_up} /> : <StateName state={state} />}</span>
  );
}

function PursuitRow({ item: { pursuit, hit, place } }: { item: Of<'pursuit'> }) {
  const { name } = pursuit.lead;
  return (
    <Row
      sign={<Sign shape="pursuit" />}
      name={<Plate plate={pursuit.plate} country={pursuit.country} />}
      when={<Age at={hit.captured_at} />}
    >
      <span className={styles.pursued}>
        <Trans>Pursuit, {name} leads</Trans>
      </span>
      <span>{place}</span>
    </Row>
  );
}

function NextRow({ item: { hit, next, rank, place } }: { item: Of<'next'> }) {
  const [from, until] = [short_time(next.earliest), short_time(next.latest)];
  const share = percent(next.probability);
  return (
    <Row
      sign={<span className={styles.rank}>{rank}</span>}
      name={<Plate plate={hit.plate} country={hit.country} />}
      when={`${from} – ${until}`}
    >
      <span>
        <Trans>Likely next, {share}</Trans>
      </span>
      <span>{place}</span>
    </Row>
  );
}

function CameraRow({ item: { camera, health, place } }: { item: Of<'camera'> }) {
  return (
    <Row
      sign={<HealthSign health={health} />}
      name={<span className={styles.name}>{camera.name}</span>}
      when={camera.last_read_at ? <Age at={camera.last_read_at} /> : null}
    >
      <span>{place}</span>
      <span className={is_fault(health) ? styles.fault : undefined}>
        <HealthName health={health} />
      </span>
    </Row>
  );
}

const is_fault = (health: Health) => FAULTS.has(health);

function ZoneRow({ item: { name, cameras, unwell, hits } }: { item: Of<'zone'> }) {
  return (
    <Row
      sign={<Sign shape="zone" />}
      name={<span className={styles.name}>{name}</span>}
      when={<Plural value={hits} _0="no hits" one="# hit" other="# hits" />}
    >
      <span>
        <Plural value={cameras} one="# camera" other="# cameras" />
      </span>
      {unwell > 0 && (
        <span className={styles.fault}>
          <Plural value={unwell} one="# not in order" other="# not in order" />
        </span>
      )}
    </Row>
  );
}

const SHAPES = {
  pursuit: 'M8 3.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2ZM8 1v4M8 11v4M1 8h4M11 8h4',
  zone: 'M2.5 5.5 6.5 2.5l4 2 3-1.5v7.5l-4 3-4-2-3 1.5Z',
} as const;

function Sign({ shape }: { shape: keyof typeof SHAPES }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      data-shape={shape}
      aria-hidden="true"
    >
      <path d={SHAPES[shape]} />
    </svg>
  );
}

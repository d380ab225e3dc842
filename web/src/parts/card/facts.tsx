import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Hit } from '../../api/generated';
import { evidence_time, full_time, percent, span, whole } from '../../text/format';
import { Age } from '../signs/age';
import styles from './hit_card.module.css';
import { Reasons } from './reasons';

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

// Who wants the vehicle and why, then who saw it, where and when.
export function Facts({ hit }: { hit: Hit }) {
  const { camera, list } = hit;
  return (
    <dl className={styles.facts}>
      <Fact name={<Trans>Reason</Trans>}>{hit.reason || <Trans>none given</Trans>}</Fact>
      <Fact name={<Trans>Category</Trans>}>{hit.category || list.category || '–'}</Fact>
      <Fact name={<Trans>List</Trans>}>{list.title || list.name}</Fact>
      <Fact name={<Trans>Owner of the list</Trans>}>
        {list.owner_zone.name} ({list.owner_zone.code})
      </Fact>
      <Fact name={<Trans>Seen at</Trans>}>
        <span className={styles.number} title={full_time(hit.captured_at)}>
          {evidence_time(hit.captured_at)}
        </span>{' '}
        <span className={styles.muted}>
          <Trans>
            (<Age at={hit.captured_at} /> ago)
          </Trans>
        </span>
      </Fact>
      <Fact name={<Trans>Place</Trans>}>
        {camera.site.road} · {camera.site.municipality || camera.site.name}
      </Fact>
      <Fact name={<Trans>Camera</Trans>}>
        {camera.name}, {camera.zone.name}
      </Fact>
      <Fact name={<Trans>Direction</Trans>}>
        <Direction hit={hit} />
      </Fact>
      <Vehicle hit={hit} />
    </dl>
  );
}

function Direction({ hit }: { hit: Hit }) {
  const { t } = useLingui();
  const words = {
    approaching: t`towards the camera`,
    receding: t`away from the camera`,
    in: t`inbound`,
    out: t`outbound`,
    unknown: t`not given`,
  };
  const { lane, speed_kmh } = hit;
  const parts = [words[hit.direction ?? 'unknown']];
  if (lane !== undefined) parts.push(t`lane ${lane}`);
  if (speed_kmh !== undefined) parts.push(`${whole(Math.round(speed_kmh))} km/h`);
  return parts.join(', ');
}

function Vehicle({ hit }: { hit: Hit }) {
  const { make, model, colour, class: kind } = hit.vehicle ?? {};
  const seen = [colour, make, model, kind].filter((word) => word !== undefined && word !== '');
  if (seen.length === 0) return null;
  return (
    <Fact name={<Trans>Vehicle as seen</Trans>}>
      <span lang="en">{seen.join(', ')}</span>
    </Fact>
  );
}

// Why this hit exists at all: how sure the match is, and on what it rests.
export function Why({ hit }: { hit: Hit }) {
  const probability = percent(hit.probability);
  const delay = span(Date.parse(hit.created_at) - Date.parse(hit.captured_at));
  return (
    <section className={styles.why} aria-labelledby="why">
      <h3 id="why">
        <Trans>Why this hit</Trans>
      </h3>
      <p className={styles.sure}>
        <meter min={0} max={1} value={hit.probability} aria-labelledby="sure" />
        <span id="sure">
          <Trans>{probability} sure that this is the listed vehicle</Trans>
        </span>
      </p>
      <Reasons hit={hit} />
      <dl className={styles.origin}>
        {hit.confidence !== undefined && (
          <Fact name={<Trans>The camera is sure of its read for</Trans>}>
            {percent(hit.confidence)}
          </Fact>
        )}
        <Fact name={<Trans>As the camera wrote it</Trans>}>
          <code>{hit.plate_raw}</code>
        </Fact>
        <Fact name={<Trans>From passage to hit</Trans>}>{delay}</Fact>
        <Fact name={<Trans>Read number</Trans>}>
          <code>{hit.read}</code>
        </Fact>
        <Fact name={<Trans>Entry number</Trans>}>
          <code>{hit.entry}</code>
        </Fact>
      </dl>
    </section>
  );
}

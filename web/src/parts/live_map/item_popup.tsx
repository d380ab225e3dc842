import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Camera, Hit } from '../../api/generated';
import { short_time, whole } from '../../text/format';
import popup from '../card/popup.module.css';
import { HitPopup, PastHitPopup, Popup } from '../card/hit_popup';
import { health_of } from '../map/health';
import type { Act } from '../page/act';
import { Age } from '../signs/age';
import { Plate } from '../signs/plate';
import { HealthName, HealthSign } from './health_sign';
import { type MapItem, place_of } from './items';

type Props = {
  item: MapItem;
  cameras: readonly Camera[];
  now: number;
  is_past: boolean;
  act: Act;
  onOpen: (hit: Hit) => void;
  onJudged: (now: Hit) => void;
  onClose: () => void;
};

// What is open beside the chosen mark.
export function ItemPopup({ item, cameras, now, is_past, act, onOpen, onJudged, onClose }: Props) {
  if (item.kind === 'zone') return null;
  if (item.kind === 'camera') {
    const here = cameras.filter(({ site }) => site.id === item.camera.site.id);
    return <SitePopup chosen={item.camera} cameras={here} now={now} onClose={onClose} />;
  }
  if (item.kind === 'pursuit') return <PursuitPopup item={item} onClose={onClose} />;
  if (item.kind === 'next') return <NextPopup item={item} onClose={onClose} />;
  const { hit } = item;
  const acts = { hit, onOpen: () => onOpen(hit), onClose };
  return is_past ? (
    <PastHitPopup {...acts} />
  ) : (
    <HitPopup key={hit.id} {...acts} act={act} onJudged={onJudged} />
  );
}

type SiteProps = {
  chosen: Camera;
  cameras: readonly Camera[];
  now: number;
  onClose: () => void;
};

function SitePopup({ chosen, cameras, now, onClose }: SiteProps) {
  const { site, zone } = chosen;
  return (
    <Popup label={site.name} head={<h3>{site.name}</h3>} onClose={onClose}>
      <p className={popup.muted}>
        {place_of(site)} · {zone.name} ·{' '}
        <Plural value={cameras.length} one="# camera" other="# cameras" />
      </p>
      <ul className={popup.cameras}>
        {cameras.map((camera) => (
          <CameraLine key={camera.id} camera={camera} now={now} is_chosen={camera === chosen} />
        ))}
      </ul>
    </Popup>
  );
}

type CameraLineProps = { camera: Camera; now: number; is_chosen: boolean };

function CameraLine({ camera, now, is_chosen }: CameraLineProps) {
  const health = health_of(camera, now);
  const reads = whole(camera.reads);
  return (
    <li data-chosen={is_chosen}>
      <span>{camera.name}</span>
      <HealthSign health={health} />
      <span className={popup.muted}>
        <HealthName health={health} />
      </span>
      <span className={popup.muted}>
        {camera.last_read_at && (
          <>
            <Trans>{reads} reads, the last</Trans> <Age at={camera.last_read_at} />
          </>
        )}
      </span>
    </li>
  );
}

type Of<K> = Extract<MapItem, { kind: K }>;

function PursuitPopup({ item, onClose }: { item: Of<'pursuit'>; onClose: () => void }) {
  const { pursuit, hit, place } = item;
  const { name } = pursuit.lead;
  const until = short_time(pursuit.expires_at);
  return (
    <Popup
      label={pursuit.plate}
      head={<Plate plate={pursuit.plate} country={pursuit.country} />}
      onClose={onClose}
    >
      <div className={popup.facts}>
        <strong>
          <Trans>
            {name} leads, until {until}
          </Trans>
        </strong>
        <span className={popup.muted}>
          <Trans>Last seen:</Trans> {place} · <Age at={hit.captured_at} />
        </span>
      </div>
      <div className={popup.buttons}>
        <Link className="button" data-kind="main" to="/pursuits/$id" params={{ id: pursuit.id }}>
          <Trans>Open the pursuit</Trans>
        </Link>
      </div>
    </Popup>
  );
}

function NextPopup({ item, onClose }: { item: Of<'next'>; onClose: () => void }) {
  const { hit, next, place } = item;
  const [from, until] = [short_time(next.earliest), short_time(next.latest)];
  return (
    <Popup
      label={next.camera.name}
      head={<Plate plate={hit.plate} country={hit.country} />}
      onClose={onClose}
    >
      <div className={popup.facts}>
        <strong>
          <Trans>
            Awaited here from {from} to {until}
          </Trans>
        </strong>
        <span className={popup.muted}>
          {place} · {next.camera.name}
        </span>
        <span className={popup.muted}>
          <Plural
            value={next.passages}
            one="resting on # passage between the two"
            other="resting on # passages between the two"
          />
        </span>
      </div>
    </Popup>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { decimal } from '../../text/format';
import { KeyCap } from '../keys/key_cap';
import { aria_keys } from '../keys/current_keys';
import type { Group } from '../map/object_layers';
import type { Point } from '../map/province';
import { Icon } from '../signs/icon';
import { HEALTHS } from '../map/health';
import { HealthName, HealthSign } from './health_sign';
import { LAYERS } from './layers';
import styles from './live_map.module.css';
import { length_km } from './measure';

type LayersProps = { layers: readonly Group[]; onSwitch: (layer: Group) => void };

export function LayerButtons({ layers, onSwitch }: LayersProps) {
  const { t } = useLingui();
  return (
    <div className={styles.layers} role="group" aria-label={t`Layers`}>
      {LAYERS.map((layer) => (
        <button
          key={layer}
          type="button"
          aria-pressed={layers.includes(layer)}
          onClick={() => onSwitch(layer)}
        >
          <LayerName layer={layer} />
        </button>
      ))}
    </div>
  );
}

function LayerName({ layer }: { layer: Group }): ReactNode {
  switch (layer) {
    case 'zones':
      return <Trans>Zones</Trans>;
    case 'cameras':
      return <Trans>Cameras</Trans>;
    case 'hits':
      return <Trans>Hits</Trans>;
    case 'pursuits':
      return <Trans>Pursuits</Trans>;
    default:
      return <Trans>Likely next</Trans>;
  }
}

type Props = LayersProps & {
  is_measuring: boolean;
  has_zone: boolean;
  onProvince: () => void;
  onZone: () => void;
  onMeasure: () => void;
};

// What can be done with the map as a whole. Every key has its button.
export function Tools({ is_measuring, has_zone, onProvince, onZone, onMeasure, ...layers }: Props) {
  return (
    <div className={styles.tools}>
      <LayerButtons {...layers} />
      <button
        type="button"
        className="button"
        aria-keyshortcuts={aria_keys('whole_province')}
        onClick={onProvince}
      >
        <Trans>Province</Trans> <KeyCap id="whole_province" />
      </button>
      {has_zone && (
        <button
          type="button"
          className="button"
          aria-keyshortcuts={aria_keys('my_zone')}
          onClick={onZone}
        >
          <Trans>My zone</Trans> <KeyCap id="my_zone" />
        </button>
      )}
      <button
        type="button"
        className="button"
        aria-pressed={is_measuring}
        aria-keyshortcuts={aria_keys('measure')}
        onClick={onMeasure}
      >
        <Trans>Measure</Trans> <KeyCap id="measure" />
      </button>
    </div>
  );
}

type MeasuringProps = {
  points: readonly Point[];
  onHere: () => void;
  onUndo: () => void;
  onStop: () => void;
};

// The distance along the points, and how to set them without a mouse.
export function Measuring({ points, onHere, onUndo, onStop }: MeasuringProps) {
  const { t } = useLingui();
  const km = decimal(Math.round(length_km(points) * 100) / 100);
  return (
    <>
      <svg className={styles.cross} viewBox="0 0 22 22" aria-hidden="true">
        <path d="M11 1v8M11 13v8M1 11h8M13 11h8" stroke="currentColor" strokeWidth="1.6" />
      </svg>
      <div className={styles.measuring} role="group" aria-label={t`Measured distance`}>
        <strong role="status">{points.length < 2 ? t`0 km` : t`${km} km`}</strong>
        <span>
          <Plural
            value={points.length}
            _0="click the map, or set points in its middle"
            one="# point, as the crow flies"
            other="# points, as the crow flies"
          />
        </span>
        <button
          type="button"
          className="button"
          aria-keyshortcuts={aria_keys('measure_here')}
          onClick={onHere}
        >
          <Trans>Point here</Trans> <KeyCap id="measure_here" />
        </button>
        <button type="button" className="button" disabled={points.length === 0} onClick={onUndo}>
          <Trans>Remove the last</Trans>
        </button>
        <button type="button" className="button" onClick={onStop}>
          <Icon name="close" />
          <Trans>Stop measuring</Trans>
        </button>
      </div>
    </>
  );
}

export function HealthLegend() {
  return (
    <p className={styles.legend}>
      {HEALTHS.toReversed().map((health) => (
        <span key={health}>
          <HealthSign health={health} />
          <HealthName health={health} />
        </span>
      ))}
      <span>
        <Trans>municipal areas are approximate</Trans>
      </span>
    </p>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { lateness } from '../../api/behind';
import type { Hit } from '../../api/generated';
import { crop_of, overview_of } from '../../api/pictures';
import { span } from '../../text/format';
import { Notices } from '../card/notices';
import { Picture } from '../card/picture';
import { useVehicleWords } from '../card/vehicle_words';
import { VerdictGiven } from '../card/verdict';
import { Age } from '../signs/age';
import { Plate } from '../signs/plate';
import { Priority } from '../signs/priority';
import { FollowUpName, is_question, StateName } from '../signs/state';
import styles from './car.module.css';

type Props = { hit: Hit; spelled: string; onPainted: () => void };

// One hit, as large as it gets: what to look for, where it was, and the picture of it.
export function CarHit({ hit, spelled, onPainted }: Props) {
  const { road, municipality, name } = hit.camera.site;
  const late_ms = lateness(hit);
  const delay = span(late_ms ?? 0);
  return (
    <article className={styles.hit} aria-label={hit.plate} data-hit={hit.id} data-state={hit.state}>
      <div className={styles.words}>
        <div className={styles.plate}>
          <Priority priority={hit.priority} unverified={is_question(hit.state)} />
          <Plate plate={hit.plate} country={hit.country} size="card" />
        </div>
        <p className={styles.spelled} aria-hidden="true">
          {spelled}
        </p>
        <h2>{hit.list.title || hit.list.name}</h2>
        <VehicleLine hit={hit} />
        <p className={styles.where}>
          {road} · {municipality || name}
          <strong>
            <Age at={hit.captured_at} />
          </strong>
        </p>
        <p className={styles.state} data-open={is_question(hit.state)}>
          {is_question(hit.state) ? (
            <Trans>Not verified yet</Trans>
          ) : hit.follow_up ? (
            <FollowUpName follow_up={hit.follow_up} />
          ) : (
            <StateName state={hit.state} />
          )}
          {late_ms !== null && (
            <span className={styles.late}>
              <Trans>late {delay}</Trans>
            </span>
          )}
        </p>
        <Notices hit={hit} />
        <VerdictGiven hit={hit} />
      </div>
      <Pictures hit={hit} onPainted={onPainted} />
    </article>
  );
}

function VehicleLine({ hit }: { hit: Hit }) {
  const word = useVehicleWords();
  const { colour, make, model, class: kind } = hit.vehicle ?? {};
  const seen = [colour && word(colour), make, model, kind && word(kind)].filter(Boolean);
  return seen.length > 0 ? <p className={styles.vehicle}>{seen.join(', ')}</p> : null;
}

function Pictures({ hit, onPainted }: { hit: Hit; onPainted: () => void }) {
  const { t } = useLingui();
  const crop = crop_of(hit);
  const overview = overview_of(hit);
  const spelled = [...hit.plate].join(' ');
  if (!crop) {
    return (
      <p className={styles.pictureless}>
        <Trans>This read came without a picture. Nobody can verify it by looking.</Trans>
      </p>
    );
  }
  return (
    <div className={styles.pictures}>
      {overview && (
        <div className={styles.overview}>
          <Picture
            key={overview.url}
            url={overview.url}
            kind="overview"
            label={t`Overview from the camera`}
          />
        </div>
      )}
      <div className={styles.crop}>
        <Picture
          key={crop.url}
          url={crop.url}
          kind="crop"
          onPainted={onPainted}
          label={t`Picture of the plate, read as ${spelled}`}
        />
      </div>
    </div>
  );
}

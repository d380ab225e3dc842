import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NextCamera, Pursuit } from '../../api/generated';
import { crop_of } from '../../api/pictures';
import { hit_query } from '../../api/queries';
import { LikelyNext } from '../card/next_cameras';
import { Picture } from '../card/picture';
import { Badge } from '../page/signs';
import { Age } from '../signs/age';
import { is_question } from '../signs/state';
import styles from './pursuits.module.css';

type Props = { pursuit: Pursuit; likely: readonly NextCamera[] };

// Where the vehicle was seen last, what it looked like there, and where it may be met.
export function Whereabouts({ pursuit, likely }: Props) {
  return (
    <div className={styles.whereabouts}>
      <LastSeen pursuit={pursuit} />
      {!pursuit.ended_at && (
        <section aria-labelledby="likely">
          <h3 id="likely">
            <Trans>Likely next</Trans>
          </h3>
          {likely.length > 0 ? (
            <LikelyNext likely={likely} />
          ) : (
            <p className={styles.muted}>
              <Trans>Nothing is known of where vehicles go from there.</Trans>
            </p>
          )}
        </section>
      )}
    </div>
  );
}

function LastSeen({ pursuit }: { pursuit: Pursuit }) {
  const { t } = useLingui();
  const hit = useQuery(hit_query(pursuit.last_hit)).data;
  const crop = hit && crop_of(hit);
  const spelled = [...(hit?.plate ?? '')].join(' ');
  return (
    <section aria-labelledby="last-seen">
      <h3 id="last-seen">
        <Trans>Last seen</Trans>
      </h3>
      <p className={styles.place}>
        {hit && `${hit.camera.site.road} · ${hit.camera.site.municipality}`}
      </p>
      {hit && is_question(hit.state) && (
        <Badge tone="caution">
          <Trans>Not verified yet</Trans>
        </Badge>
      )}
      <p className={styles.muted}>
        <Trans>
          <Age at={pursuit.last_seen_at} /> ago, by the clock of the camera
        </Trans>{' '}
        <Link to="/watch" search={{ incident: pursuit.incident }}>
          <Trans>All passages</Trans>
        </Link>
      </p>
      {crop && (
        <div className={styles.crop}>
          <Picture
            key={crop.url}
            url={crop.url}
            kind="crop"
            label={t`Picture of the plate, read as ${spelled}`}
          />
        </div>
      )}
    </section>
  );
}

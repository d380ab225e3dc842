import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { sees_hits } from '../../api/gate_queries';
import { cameras_query, desk_query, session_query } from '../../api/queries';
import { useKeys } from '../../parts/keys/use_keys';
import { useRenewal } from '../../parts/wall/use_renewal';
import styles from '../../parts/wall/wall.module.css';
import { WallCameras } from '../../parts/wall/wall_cameras';
import { WallHead } from '../../parts/wall/wall_head';
import { WallLevels } from '../../parts/wall/wall_levels';
import { WallNewest } from '../../parts/wall/wall_newest';

// For a screen on the wall: to be read by everybody, worked with by nobody.
export function WallPage() {
  const user = useQuery(session_query).data?.user;
  const desk = useQuery(desk_query).data;
  const cameras = useQuery(cameras_query).data;
  const navigate = useNavigate();
  const incidents = useMemo(() => Object.values(desk?.incidents ?? {}), [desk?.incidents]);
  useRenewal();
  useKeys({ leave_wall: () => void navigate({ to: '/watch', search: {} }) });
  if (user && !sees_hits(user.role)) return <NotForYou />;
  return (
    <main className={styles.wall}>
      <WallHead zone={user?.zone?.name} />
      {desk && <WallLevels incidents={incidents} />}
      {desk && <WallNewest incidents={incidents} />}
      <WallCameras cameras={cameras} />
    </main>
  );
}

function NotForYou() {
  return (
    <main className={styles.over}>
      <h1>
        <Trans>This account sees no hits</Trans>
      </h1>
      <Link to="/me">
        <Trans>Back to your settings</Trans>
      </Link>
    </main>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PlaceCoverage, Statistics } from '../../api/generated';
import { short_date, whole } from '../../text/format';
import page from '../page/page.module.css';
import { PlainTable } from '../page/table';
import table from '../page/table.module.css';
import { Bar } from './bar';
import styles from './statistics.module.css';

type Coverage = Statistics['coverage'];

// Where nothing passed: cameras, municipalities and roads, who saw least first.
export function CoverageTold({ coverage, from }: { coverage: Coverage; from: string }) {
  const { t } = useLingui();
  const since = short_date(coverage.counted_since);
  return (
    <div className={page.stack}>
      {coverage.counted_since > from && (
        <p className={page.muted}>
          <Trans>Passages are counted since {since}. What passed before is not known.</Trans>
        </p>
      )}
      <Blind cameras={coverage.cameras} />
      <div className={styles.beside}>
        <Places
          label={t`Municipalities`}
          name={<Trans>Municipality</Trans>}
          places={coverage.municipalities}
        />
        <Places label={t`Roads`} name={<Trans>Road</Trans>} places={coverage.roads} />
      </div>
    </div>
  );
}

function Blind({ cameras }: { cameras: Coverage['cameras'] }) {
  const blind = cameras.filter(({ passages }) => passages === 0);
  const [count, all] = [whole(blind.length), whole(cameras.length)];
  if (cameras.every(({ passages }) => passages === undefined)) {
    return (
      <p>
        <Trans>Nothing was counted in this period.</Trans>
      </p>
    );
  }
  return (
    <div>
      <p className={blind.length > 0 ? page.caution : undefined}>
        <Trans>
          Cameras that saw no vehicle: {count} of {all}
        </Trans>
      </p>
      <ul className={styles.blind}>
        {blind.map(({ camera }) => (
          <li key={camera.id}>
            {camera.name}{' '}
            <span className={styles.muted}>
              {camera.site.road} · {camera.site.municipality || camera.site.name}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type PlacesProps = { label: string; name: ReactNode; places: readonly PlaceCoverage[] };

function Places({ label, name, places }: PlacesProps) {
  const most = Math.max(1, ...places.map(({ passages }) => passages ?? 0));
  return (
    <div className={styles.places}>
      <PlainTable label={label} head={<Heads name={name} />}>
        {places.map((place) => (
          <tr key={place.name} data-blind={place.passages === 0}>
            <td>{place.name}</td>
            <td className={table.number}>
              {place.passages === undefined ? '–' : whole(place.seeing)} / {whole(place.cameras)}
            </td>
            <td className={table.number}>
              <Passages passages={place.passages} most={most} />
            </td>
          </tr>
        ))}
      </PlainTable>
    </div>
  );
}

function Passages({ passages, most }: { passages: number | undefined; most: number }) {
  if (passages === undefined) {
    return (
      <span className={styles.muted}>
        <Trans>not known</Trans>
      </span>
    );
  }
  if (passages === 0) {
    return (
      <span className={page.caution}>
        <Trans>blind spot</Trans>
      </span>
    );
  }
  return (
    <span className={styles.passages}>
      <Bar share={passages / most} />
      <strong>{whole(passages)}</strong>
    </span>
  );
}

function Heads({ name }: { name: ReactNode }) {
  return (
    <>
      <th scope="col">{name}</th>
      <th scope="col" className={table.right}>
        <Trans>Cameras seeing</Trans>
      </th>
      <th scope="col" className={table.right}>
        <Trans>Passages</Trans>
      </th>
    </>
  );
}

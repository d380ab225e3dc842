import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { add_camera, add_site, sites_query } from '../../api/camera_queries';
import type { Role, Site, User } from '../../api/generated';
import { zones_query } from '../../api/pursuit_queries';
import { ActFailure, useAct } from '../page/act';
import { Field } from '../page/field';
import form from '../page/form.module.css';
import { type Make, MakeChoice } from './makes';

type Props = { user: User; onMade: (camera: string, make: Make) => void };

const NEW = 'new';
const text = (fields: FormData, name: string) => String(fields.get(name) ?? '').trim();
const SEES_ALL: ReadonlySet<Role> = new Set(['administrator']);

// Where it stands, what it is called and who made it.
export function IdentifyForm({ user, onMade }: Props) {
  const { t } = useLingui();
  const sites = useQuery(sites_query).data ?? [];
  const [zone, set_zone] = useState(user.zone?.code ?? '');
  const [site, set_site] = useState('');
  const [make, set_make] = useState<Make>('axis');
  const act = useAct();
  const is_tied = user.zone !== undefined && !SEES_ALL.has(user.role);
  const of_zone = sites.filter((one) => one.zone.code === zone);
  const is_new = site === NEW || of_zone.length === 0;
  const to_zone = (code: string) => {
    set_zone(code);
    set_site('');
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    await act.run(async () => {
      const place = is_new ? (await add_site(new_site(fields, zone))).id : site;
      const made = await add_camera({ site: place, name: text(fields, 'name') });
      onMade(made.id, make);
    });
  };
  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} autoComplete="off">
      <Place
        {...{ zone, site: is_new ? NEW : site, is_tied, sites: of_zone }}
        onZone={to_zone}
        onSite={set_site}
      />
      {is_new && <SiteFields />}
      <Field
        name={t`Name of the camera`}
        hint={<Trans>As people call it, such as “N12 in”.</Trans>}
      >
        <input name="name" required maxLength={128} />
      </Field>
      <MakeChoice make={make} onChoose={set_make} />
      <ActFailure of={act} />
      <div className={form.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={act.is_busy}>
          <Trans>Make the camera and its key</Trans>
        </button>
      </div>
    </form>
  );
}

const new_site = (fields: FormData, zone: string) => ({
  zone,
  name: text(fields, 'site_name'),
  road: text(fields, 'road'),
  municipality: text(fields, 'municipality'),
  latitude: Number(text(fields, 'latitude')),
  longitude: Number(text(fields, 'longitude')),
});

function SiteFields() {
  const degrees = { type: 'number', step: 'any', required: true } as const;
  return (
    <>
      <div className={form.row}>
        <Field name={<Trans>Name of the site</Trans>}>
          <input name="site_name" required maxLength={128} />
        </Field>
        <Field name={<Trans>Road</Trans>}>
          <input name="road" maxLength={64} />
        </Field>
        <Field name={<Trans>Municipality</Trans>}>
          <input name="municipality" maxLength={128} />
        </Field>
      </div>
      <div className={form.row}>
        <Field name={<Trans>Latitude, in degrees</Trans>}>
          <input name="latitude" {...degrees} min={-90} max={90} />
        </Field>
        <Field name={<Trans>Longitude, in degrees</Trans>}>
          <input name="longitude" {...degrees} min={-180} max={180} />
        </Field>
      </div>
    </>
  );
}

type PlaceProps = {
  zone: string;
  site: string;
  is_tied: boolean; // to the own zone
  sites: readonly Site[];
  onZone: (code: string) => void;
  onSite: (id: string) => void;
};

function Place({ zone, site, is_tied, sites, onZone, onSite }: PlaceProps) {
  const { t } = useLingui();
  const zones = useQuery(zones_query).data ?? [];
  return (
    <div className={form.row}>
      <Field name={t`Zone`}>
        <select
          value={zone}
          required
          disabled={is_tied}
          onChange={(event) => onZone(event.target.value)}
        >
          <option value="">{t`Choose`}</option>
          {zones.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t`Site`}>
        <select value={site} required onChange={(event) => onSite(event.target.value)}>
          {sites.length > 0 && <option value="">{t`Choose`}</option>}
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={NEW}>{t`A new site`}</option>
        </select>
      </Field>
    </div>
  );
}

// What is asked of one camera, and how it is connected and changed.
import { queryOptions } from '@tanstack/react-query';
import { answered } from './failure';
import {
  addCamera,
  addSite,
  type Camera,
  type CameraChange,
  type CameraWithKey,
  changeCamera,
  getCameraActivity,
  issueCameraKey,
  listQuarantine,
  listSites,
  type NewCamera,
  type NewSite,
  replayQuarantined,
  type Role,
  type Site,
} from './generated';
import { cache, cameras_query } from './queries';

const EVERY_MS = 15_000;
const ASIDE_SHOWN = 20;

const TENDERS: ReadonlySet<Role> = new Set(['technician', 'administrator', 'zone_administrator']);
export const tends_cameras = (role: Role) => TENDERS.has(role);
export const sees_quarantine = (role: Role) => role === 'technician' || role === 'administrator';

export const sites_query = queryOptions({
  queryKey: ['sites'],
  queryFn: async () => (await answered(listSites())).items,
});

export const activity_query = (id: string) =>
  queryOptions({
    queryKey: ['camera-activity', id],
    queryFn: () => answered(getCameraActivity({ path: { id } })),
    refetchInterval: EVERY_MS,
  });

export const aside_query = (id: string) =>
  queryOptions({
    queryKey: ['quarantine', id],
    queryFn: async () =>
      (await answered(listQuarantine({ query: { camera: id, limit: ASIDE_SHOWN } }))).items,
    refetchInterval: EVERY_MS,
  });

export const cameras_changed = () => cache.invalidateQueries({ queryKey: cameras_query.queryKey });

export async function change_camera(id: string, body: CameraChange): Promise<Camera> {
  const changed = await answered(changeCamera({ path: { id }, body }));
  cache.setQueryData(cameras_query.queryKey, (held) =>
    held?.map((camera) => (camera.id === id ? changed : camera)),
  );
  return changed;
}

export async function add_site(body: NewSite): Promise<Site> {
  const made = await answered(addSite({ body }));
  await cache.invalidateQueries({ queryKey: sites_query.queryKey });
  return made;
}

// Keys are shown once: they live in this page's memory and nowhere else.
const keys = new Map<string, string>();
export const key_shown = (id: string) => keys.get(id);
export const forget_key = (id: string) => keys.delete(id);

async function keep(made: CameraWithKey): Promise<CameraWithKey> {
  keys.set(made.id, made.ingest_key);
  await cameras_changed();
  return made;
}

export const add_camera = async (body: NewCamera) => keep(await answered(addCamera({ body })));
export const issue_key = async (id: string) =>
  keep(await answered(issueCameraKey({ path: { id } })));

export async function replay(camera: string, id: string): Promise<void> {
  await answered(replayQuarantined({ path: { id } }));
  await Promise.all([
    cache.invalidateQueries({ queryKey: aside_query(camera).queryKey }),
    cameras_changed(),
  ]);
}

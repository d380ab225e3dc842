// Generated from api/openapi.yaml; change it there.
// @ts-nocheck

import type { Client, ClientMeta, Options as Options2, RequestResult, ServerSentEventsResult, TDataShape } from './client';
import { client } from './client.gen';
import type { AddCameraData, AddCameraErrors, AddCameraResponses, AddListData, AddListErrors, AddListResponses, AddSiteData, AddSiteErrors, AddSiteResponses, AddUserData, AddUserErrors, AddUserResponses, AddZoneData, AddZoneErrors, AddZoneResponses, ChangeCameraData, ChangeCameraErrors, ChangeCameraResponses, CreateTokenData, CreateTokenErrors, CreateTokenResponses, GetHitData, GetHitErrors, GetHitResponses, GetIncidentData, GetIncidentErrors, GetIncidentResponses, GetPictureData, GetPictureErrors, GetPictureResponses, GetReadData, GetReadErrors, GetReadResponses, GetSessionData, GetSessionErrors, GetSessionResponses, HealthzData, HealthzErrors, HealthzResponses, ImportEntriesData, ImportEntriesErrors, ImportEntriesResponses, IngestData, IngestErrors, IngestResponses, IssueCameraKeyData, IssueCameraKeyErrors, IssueCameraKeyResponses, ListCamerasData, ListCamerasErrors, ListCamerasResponses, ListEntriesData, ListEntriesErrors, ListEntriesResponses, ListHitsData, ListHitsErrors, ListHitsResponses, ListIncidentsData, ListIncidentsErrors, ListIncidentsResponses, ListListsData, ListListsErrors, ListListsResponses, ListQuarantineData, ListQuarantineErrors, ListQuarantineResponses, ListSitesData, ListSitesErrors, ListSitesResponses, ListUsersData, ListUsersErrors, ListUsersResponses, ListZonesData, ListZonesErrors, ListZonesResponses, LivezData, LivezErrors, LivezResponses, MetricsData, MetricsErrors, MetricsResponses, ReadyzData, ReadyzErrors, ReadyzResponses, ReplayQuarantinedData, ReplayQuarantinedErrors, ReplayQuarantinedResponses, SignInData, SignInErrors, SignInResponses, SignOutData, SignOutErrors, SignOutResponses, StreamData, StreamErrors, StreamResponse, StreamResponses } from './types.gen';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};

/**
 * Deliver what a camera saw
 *
 * Takes Hikvision ISAPI, Axis License Plate Verifier, OpenALPR and BAS's own JSON or NDJSON; the format is recognised by its content. The answer comes after the reads are durable and is what that make expects; the header `Bas-Reads` names the reads.
 */
export const ingest = <ThrowOnError extends boolean = false>(options: Options<IngestData, ThrowOnError>): RequestResult<IngestResponses, IngestErrors, ThrowOnError> => (options.client ?? client).post<IngestResponses, IngestErrors, ThrowOnError>({
    url: '/ingest/{key}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Sign out
 */
export const signOut = <ThrowOnError extends boolean = false>(options?: Options<SignOutData, ThrowOnError>): RequestResult<SignOutResponses, SignOutErrors, ThrowOnError> => (options?.client ?? client).delete<SignOutResponses, SignOutErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/session',
    ...options
});

/**
 * Who is signed in
 */
export const getSession = <ThrowOnError extends boolean = false>(options?: Options<GetSessionData, ThrowOnError>): RequestResult<GetSessionResponses, GetSessionErrors, ThrowOnError> => (options?.client ?? client).get<GetSessionResponses, GetSessionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/session',
    ...options
});

/**
 * Sign in with a name and a password
 */
export const signIn = <ThrowOnError extends boolean = false>(options: Options<SignInData, ThrowOnError>): RequestResult<SignInResponses, SignInErrors, ThrowOnError> => (options.client ?? client).post<SignInResponses, SignInErrors, ThrowOnError>({
    url: '/api/v1/session',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Live events
 *
 * Server-sent events: `hello` first, then `hit.created` with a Hit, which also says what its incident has become, and `camera.health` with a Camera that was disabled or enabled again, with a `heartbeat` every ten seconds and a `reset` when something was missed. Resume with `Last-Event-ID` or `since`.
 */
export const stream = <ThrowOnError extends boolean = false>(options?: Options<StreamData, ThrowOnError, StreamResponse>): Promise<ServerSentEventsResult<StreamResponses>> => (options?.client ?? client).sse.get<StreamResponses, StreamErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/stream',
    ...options
});

/**
 * Hits, newest first
 */
export const listHits = <ThrowOnError extends boolean = false>(options?: Options<ListHitsData, ThrowOnError>): RequestResult<ListHitsResponses, ListHitsErrors, ThrowOnError> => (options?.client ?? client).get<ListHitsResponses, ListHitsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits',
    ...options
});

/**
 * One hit
 */
export const getHit = <ThrowOnError extends boolean = false>(options: Options<GetHitData, ThrowOnError>): RequestResult<GetHitResponses, GetHitErrors, ThrowOnError> => (options.client ?? client).get<GetHitResponses, GetHitErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}',
    ...options
});

/**
 * Incidents, newest first
 */
export const listIncidents = <ThrowOnError extends boolean = false>(options?: Options<ListIncidentsData, ThrowOnError>): RequestResult<ListIncidentsResponses, ListIncidentsErrors, ThrowOnError> => (options?.client ?? client).get<ListIncidentsResponses, ListIncidentsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/incidents',
    ...options
});

/**
 * One incident with its hits
 */
export const getIncident = <ThrowOnError extends boolean = false>(options: Options<GetIncidentData, ThrowOnError>): RequestResult<GetIncidentResponses, GetIncidentErrors, ThrowOnError> => (options.client ?? client).get<GetIncidentResponses, GetIncidentErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/incidents/{id}',
    ...options
});

/**
 * One read
 */
export const getRead = <ThrowOnError extends boolean = false>(options: Options<GetReadData, ThrowOnError>): RequestResult<GetReadResponses, GetReadErrors, ThrowOnError> => (options.client ?? client).get<GetReadResponses, GetReadErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/reads/{id}',
    ...options
});

/**
 * One picture of a read
 */
export const getPicture = <ThrowOnError extends boolean = false>(options: Options<GetPictureData, ThrowOnError>): RequestResult<GetPictureResponses, GetPictureErrors, ThrowOnError> => (options.client ?? client).get<GetPictureResponses, GetPictureErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/reads/{id}/pictures/{number}',
    ...options
});

/**
 * All zones
 */
export const listZones = <ThrowOnError extends boolean = false>(options?: Options<ListZonesData, ThrowOnError>): RequestResult<ListZonesResponses, ListZonesErrors, ThrowOnError> => (options?.client ?? client).get<ListZonesResponses, ListZonesErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/zones',
    ...options
});

/**
 * Add a zone
 */
export const addZone = <ThrowOnError extends boolean = false>(options: Options<AddZoneData, ThrowOnError>): RequestResult<AddZoneResponses, AddZoneErrors, ThrowOnError> => (options.client ?? client).post<AddZoneResponses, AddZoneErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/zones',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * All sites
 */
export const listSites = <ThrowOnError extends boolean = false>(options?: Options<ListSitesData, ThrowOnError>): RequestResult<ListSitesResponses, ListSitesErrors, ThrowOnError> => (options?.client ?? client).get<ListSitesResponses, ListSitesErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/sites',
    ...options
});

/**
 * Add a site
 */
export const addSite = <ThrowOnError extends boolean = false>(options: Options<AddSiteData, ThrowOnError>): RequestResult<AddSiteResponses, AddSiteErrors, ThrowOnError> => (options.client ?? client).post<AddSiteResponses, AddSiteErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/sites',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * All cameras
 */
export const listCameras = <ThrowOnError extends boolean = false>(options?: Options<ListCamerasData, ThrowOnError>): RequestResult<ListCamerasResponses, ListCamerasErrors, ThrowOnError> => (options?.client ?? client).get<ListCamerasResponses, ListCamerasErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras',
    ...options
});

/**
 * Add a camera
 *
 * The answer holds the ingest key. It is shown this once and kept only as a digest.
 */
export const addCamera = <ThrowOnError extends boolean = false>(options: Options<AddCameraData, ThrowOnError>): RequestResult<AddCameraResponses, AddCameraErrors, ThrowOnError> => (options.client ?? client).post<AddCameraResponses, AddCameraErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Disable or enable a camera
 */
export const changeCamera = <ThrowOnError extends boolean = false>(options: Options<ChangeCameraData, ThrowOnError>): RequestResult<ChangeCameraResponses, ChangeCameraErrors, ThrowOnError> => (options.client ?? client).patch<ChangeCameraResponses, ChangeCameraErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Give a camera a new key
 *
 * The old key stops working at once.
 */
export const issueCameraKey = <ThrowOnError extends boolean = false>(options: Options<IssueCameraKeyData, ThrowOnError>): RequestResult<IssueCameraKeyResponses, IssueCameraKeyErrors, ThrowOnError> => (options.client ?? client).post<IssueCameraKeyResponses, IssueCameraKeyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras/{id}/key',
    ...options
});

/**
 * All lists
 */
export const listLists = <ThrowOnError extends boolean = false>(options?: Options<ListListsData, ThrowOnError>): RequestResult<ListListsResponses, ListListsErrors, ThrowOnError> => (options?.client ?? client).get<ListListsResponses, ListListsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists',
    ...options
});

/**
 * Add a list
 */
export const addList = <ThrowOnError extends boolean = false>(options: Options<AddListData, ThrowOnError>): RequestResult<AddListResponses, AddListErrors, ThrowOnError> => (options.client ?? client).post<AddListResponses, AddListErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Import entries from CSV
 *
 * Lines that cannot be taken are reported with their number and never stop the others. The same file a second time changes nothing.
 */
export const importEntries = <ThrowOnError extends boolean = false>(options: Options<ImportEntriesData, ThrowOnError>): RequestResult<ImportEntriesResponses, ImportEntriesErrors, ThrowOnError> => (options.client ?? client).post<ImportEntriesResponses, ImportEntriesErrors, ThrowOnError>({
    bodySerializer: null,
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/import',
    ...options,
    headers: {
        'Content-Type': 'text/csv',
        ...options.headers
    }
});

/**
 * Entries of a list
 */
export const listEntries = <ThrowOnError extends boolean = false>(options: Options<ListEntriesData, ThrowOnError>): RequestResult<ListEntriesResponses, ListEntriesErrors, ThrowOnError> => (options.client ?? client).get<ListEntriesResponses, ListEntriesErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/entries',
    ...options
});

/**
 * All accounts
 */
export const listUsers = <ThrowOnError extends boolean = false>(options?: Options<ListUsersData, ThrowOnError>): RequestResult<ListUsersResponses, ListUsersErrors, ThrowOnError> => (options?.client ?? client).get<ListUsersResponses, ListUsersErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/users',
    ...options
});

/**
 * Add an account
 */
export const addUser = <ThrowOnError extends boolean = false>(options: Options<AddUserData, ThrowOnError>): RequestResult<AddUserResponses, AddUserErrors, ThrowOnError> => (options.client ?? client).post<AddUserResponses, AddUserErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/users',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Make a token for a program
 *
 * The token is shown this once and kept only as a digest.
 */
export const createToken = <ThrowOnError extends boolean = false>(options: Options<CreateTokenData, ThrowOnError>): RequestResult<CreateTokenResponses, CreateTokenErrors, ThrowOnError> => (options.client ?? client).post<CreateTokenResponses, CreateTokenErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/tokens',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Messages that could not be decoded, newest first
 */
export const listQuarantine = <ThrowOnError extends boolean = false>(options?: Options<ListQuarantineData, ThrowOnError>): RequestResult<ListQuarantineResponses, ListQuarantineErrors, ThrowOnError> => (options?.client ?? client).get<ListQuarantineResponses, ListQuarantineErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/quarantine',
    ...options
});

/**
 * Decode a quarantined message again
 */
export const replayQuarantined = <ThrowOnError extends boolean = false>(options: Options<ReplayQuarantinedData, ThrowOnError>): RequestResult<ReplayQuarantinedResponses, ReplayQuarantinedErrors, ThrowOnError> => (options.client ?? client).post<ReplayQuarantinedResponses, ReplayQuarantinedErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/quarantine/{id}/replay',
    ...options
});

/**
 * Whether the process turns
 */
export const livez = <ThrowOnError extends boolean = false>(options?: Options<LivezData, ThrowOnError>): RequestResult<LivezResponses, LivezErrors, ThrowOnError> => (options?.client ?? client).get<LivezResponses, LivezErrors, ThrowOnError>({ url: '/livez', ...options });

/**
 * Whether the server can take and keep reads
 */
export const readyz = <ThrowOnError extends boolean = false>(options?: Options<ReadyzData, ThrowOnError>): RequestResult<ReadyzResponses, ReadyzErrors, ThrowOnError> => (options?.client ?? client).get<ReadyzResponses, ReadyzErrors, ThrowOnError>({ url: '/readyz', ...options });

/**
 * The same as /readyz, for old monitors
 */
export const healthz = <ThrowOnError extends boolean = false>(options?: Options<HealthzData, ThrowOnError>): RequestResult<HealthzResponses, HealthzErrors, ThrowOnError> => (options?.client ?? client).get<HealthzResponses, HealthzErrors, ThrowOnError>({ url: '/healthz', ...options });

/**
 * Figures for Prometheus
 *
 * Answers the machine itself, and tokens of an administrator.
 */
export const metrics = <ThrowOnError extends boolean = false>(options?: Options<MetricsData, ThrowOnError>): RequestResult<MetricsResponses, MetricsErrors, ThrowOnError> => (options?.client ?? client).get<MetricsResponses, MetricsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/metrics',
    ...options
});

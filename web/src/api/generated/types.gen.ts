// Generated from api/openapi.yaml; change it there.
// @ts-nocheck

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

export type Id = string;

export type Time = string;

export type Priority = number;

export type HitState = 'candidate' | 'validated' | 'rejected' | 'expired';

export type Role = 'operator' | 'list_manager' | 'technician' | 'administrator';

export type Problem = {
    type: string;
    title: string;
    status: number;
    code: string;
    detail: string;
    request_id?: string;
    quarantine_id?: Id;
    errors?: Array<{
        line?: number;
        pointer?: string;
        detail: string;
    }>;
};

export type IngestReceipt = {
    stored: number;
    repeated: number;
    rejected?: Array<{
        line: number;
        error: string;
    }>;
};

export type SignIn = {
    name: string;
    password: string;
};

export type Session = {
    user: User;
    expires_at: Time;
    server_time: Time;
};

export type User = {
    id: Id;
    name: string;
    display_name: string;
    role: Role;
    language: 'nl' | 'fr' | 'de' | 'en';
    zone?: ZoneName;
};

export type NewUser = {
    name: string;
    password: string;
    display_name?: string;
    role: Role;
    language?: 'nl' | 'fr' | 'de' | 'en';
    /**
     * A zone's code; absent for the province itself.
     */
    zone?: string;
};

export type NewToken = {
    /**
     * The name of the account it acts for.
     */
    user: string;
    label?: string;
    days?: number;
};

export type Token = {
    id: Id;
    token: string;
    expires_at: Time;
};

export type ZoneName = {
    code: string;
    name: string;
};

export type Zone = {
    id: Id;
    code: string;
    name: string;
};

export type NewZone = {
    code: string;
    name: string;
};

export type Site = {
    id: Id;
    name: string;
    zone: ZoneName;
    latitude: number;
    longitude: number;
    municipality: string;
    municipality_nis: string;
    road: string;
};

export type NewSite = {
    /**
     * The zone's code.
     */
    zone: string;
    name: string;
    latitude: number;
    longitude: number;
    municipality?: string;
    municipality_nis?: string;
    road?: string;
};

export type Camera = {
    id: Id;
    name: string;
    zone: ZoneName;
    site: Site;
    heading_deg?: number;
    lanes: number;
    disabled: boolean;
    /**
     * Stored since the server started.
     */
    reads: number;
    /**
     * Put in quarantine since the server started.
     */
    quarantined: number;
    last_read_at?: Time;
};

export type NewCamera = {
    site: Id;
    name: string;
    heading_deg?: number;
    lanes?: number;
};

export type CameraChange = {
    disabled: boolean;
};

export type CameraWithKey = {
    id: Id;
    name: string;
    ingest_key: string;
    ingest_path: string;
};

export type List = {
    id: Id;
    name: string;
    title: string;
    category: string;
    priority: Priority;
    owner_zone: ZoneName;
    suspended: boolean;
    entries: number;
};

export type NewList = {
    name: string;
    title?: string;
    /**
     * The zone's code.
     */
    owner_zone: string;
    category?: string;
    priority?: Priority;
};

export type Entry = {
    id: Id;
    plate: string;
    country?: string;
    priority: Priority;
    category: string;
    reason: string;
    source_id?: string;
    valid_from?: Time;
    valid_until?: Time;
};

export type ImportReport = {
    dry_run: boolean;
    lines: number;
    added: number;
    changed: number;
    unchanged: number;
    rejected: number;
    /**
     * The first thousand.
     */
    rejected_lines: Array<{
        line: number;
        error: string;
    }>;
};

export type Vehicle = {
    make?: string;
    model?: string;
    colour?: string;
    class?: string;
};

export type PictureLink = {
    role: 'plate' | 'overview' | 'vehicle' | 'other';
    url: string;
    bytes: number;
};

export type CameraPlace = {
    id: Id;
    name: string;
    zone: ZoneName;
    site: {
        id: Id;
        name: string;
        latitude: number;
        longitude: number;
        municipality: string;
        road: string;
    };
    heading_deg?: number;
};

export type ListName = {
    id: Id;
    name: string;
    title: string;
    category: string;
    owner_zone: ZoneName;
};

export type Hit = {
    id: Id;
    version: number;
    incident: Id;
    /**
     * In events only.
     */
    incident_version?: number;
    /**
     * In events only.
     */
    incident_hits?: number;
    incident_opened_at?: Time;
    read: Id;
    entry: Id;
    list: ListName;
    camera: CameraPlace;
    state: HitState;
    priority: Priority;
    late: boolean;
    captured_at: Time;
    created_at: Time;
    plate: string;
    plate_raw: string;
    country?: string;
    entry_plate: string;
    entry_country?: string;
    category: string;
    reason: string;
    probability: number;
    explanation: string;
    confidence?: number;
    glyph_confidences?: Array<number>;
    vehicle?: Vehicle;
    direction?: 'unknown' | 'approaching' | 'receding' | 'in' | 'out';
    lane?: number;
    speed_kmh?: number;
    pictures: Array<PictureLink>;
};

export type HitPage = {
    items: Array<Hit>;
    seq: number;
    next?: Id;
};

export type Incident = {
    id: Id;
    version: number;
    plate: string;
    country?: string;
    hits: number;
    priority: Priority;
    state: HitState;
    opened_at: Time;
    last_at: Time;
    last_hit: Hit;
};

export type IncidentWithHits = Incident & {
    trail: Array<Hit>;
};

export type IncidentPage = {
    items: Array<Incident>;
    seq: number;
    next?: Id;
};

export type Read = {
    id: Id;
    camera: CameraPlace;
    captured_at: Time;
    received_at: Time;
    plate: string;
    plate_raw: string;
    country?: string;
    confidence?: number;
    glyph_confidences?: Array<number>;
    vehicle?: Vehicle;
    direction?: 'unknown' | 'approaching' | 'receding' | 'in' | 'out';
    lane?: number;
    speed_kmh?: number;
    late: boolean;
    protocol: string;
    device_id?: string;
    pictures: Array<PictureLink>;
};

export type QuarantinedMessage = {
    id: Id;
    camera: Id;
    received_at: Time;
    state: 'waiting' | 'replayed';
    reason: string;
    content_type: string;
    bytes: number;
};

export type Id2 = Id;

export type ListName2 = string;

/**
 * Continue behind this id.
 */
export type Before = Id;

export type Limit = number;

export type State = HitState;

export type IngestData = {
    body: unknown;
    path: {
        /**
         * The secret a camera was given when it was added.
         */
        key: string;
    };
    query?: never;
    url: '/ingest/{key}';
};

export type IngestErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type IngestError = IngestErrors[keyof IngestErrors];

export type IngestResponses = {
    /**
     * Durable.
     */
    200: IngestReceipt;
};

export type IngestResponse = IngestResponses[keyof IngestResponses];

export type SignOutData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/session';
};

export type SignOutErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type SignOutError = SignOutErrors[keyof SignOutErrors];

export type SignOutResponses = {
    /**
     * The session is over.
     */
    204: void;
};

export type SignOutResponse = SignOutResponses[keyof SignOutResponses];

export type GetSessionData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/session';
};

export type GetSessionErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetSessionError = GetSessionErrors[keyof GetSessionErrors];

export type GetSessionResponses = {
    /**
     * The session.
     */
    200: Session;
};

export type GetSessionResponse = GetSessionResponses[keyof GetSessionResponses];

export type SignInData = {
    body: SignIn;
    path?: never;
    query?: never;
    url: '/api/v1/session';
};

export type SignInErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type SignInError = SignInErrors[keyof SignInErrors];

export type SignInResponses = {
    /**
     * Signed in; the session cookie is set.
     */
    200: Session;
};

export type SignInResponse = SignInResponses[keyof SignInResponses];

export type StreamData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Comma-separated; hits and cameras. All when absent.
         */
        topics?: string;
        /**
         * The `seq` of a snapshot; events behind it are sent again.
         */
        since?: number;
    };
    url: '/api/v1/stream';
};

export type StreamErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type StreamError = StreamErrors[keyof StreamErrors];

export type StreamResponses = {
    /**
     * The stream.
     */
    200: string;
};

export type StreamResponse = StreamResponses[keyof StreamResponses];

export type ListHitsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Continue behind this id.
         */
        before?: Id;
        limit?: number;
        state?: HitState;
    };
    url: '/api/v1/hits';
};

export type ListHitsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListHitsError = ListHitsErrors[keyof ListHitsErrors];

export type ListHitsResponses = {
    /**
     * A page.
     */
    200: HitPage;
};

export type ListHitsResponse = ListHitsResponses[keyof ListHitsResponses];

export type GetHitData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}';
};

export type GetHitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetHitError = GetHitErrors[keyof GetHitErrors];

export type GetHitResponses = {
    /**
     * The hit.
     */
    200: Hit;
};

export type GetHitResponse = GetHitResponses[keyof GetHitResponses];

export type ListIncidentsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Continue behind this id.
         */
        before?: Id;
        limit?: number;
        state?: HitState;
    };
    url: '/api/v1/incidents';
};

export type ListIncidentsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListIncidentsError = ListIncidentsErrors[keyof ListIncidentsErrors];

export type ListIncidentsResponses = {
    /**
     * A page with the stream position it belongs to.
     */
    200: IncidentPage;
};

export type ListIncidentsResponse = ListIncidentsResponses[keyof ListIncidentsResponses];

export type GetIncidentData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/incidents/{id}';
};

export type GetIncidentErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetIncidentError = GetIncidentErrors[keyof GetIncidentErrors];

export type GetIncidentResponses = {
    /**
     * The incident.
     */
    200: IncidentWithHits;
};

export type GetIncidentResponse = GetIncidentResponses[keyof GetIncidentResponses];

export type GetReadData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/reads/{id}';
};

export type GetReadErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetReadError = GetReadErrors[keyof GetReadErrors];

export type GetReadResponses = {
    /**
     * The read.
     */
    200: Read;
};

export type GetReadResponse = GetReadResponses[keyof GetReadResponses];

export type GetPictureData = {
    body?: never;
    path: {
        id: Id;
        /**
         * Position in the read's list of pictures, from 0.
         */
        number: number;
    };
    query?: never;
    url: '/api/v1/reads/{id}/pictures/{number}';
};

export type GetPictureErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetPictureError = GetPictureErrors[keyof GetPictureErrors];

export type GetPictureResponses = {
    /**
     * The picture as the camera sent it.
     */
    200: Blob | File;
};

export type GetPictureResponse = GetPictureResponses[keyof GetPictureResponses];

export type ListZonesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/zones';
};

export type ListZonesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListZonesError = ListZonesErrors[keyof ListZonesErrors];

export type ListZonesResponses = {
    /**
     * The zones.
     */
    200: {
        items: Array<Zone>;
    };
};

export type ListZonesResponse = ListZonesResponses[keyof ListZonesResponses];

export type AddZoneData = {
    body: NewZone;
    path?: never;
    query?: never;
    url: '/api/v1/zones';
};

export type AddZoneErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type AddZoneError = AddZoneErrors[keyof AddZoneErrors];

export type AddZoneResponses = {
    /**
     * Added.
     */
    201: Zone;
};

export type AddZoneResponse = AddZoneResponses[keyof AddZoneResponses];

export type ListSitesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sites';
};

export type ListSitesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListSitesError = ListSitesErrors[keyof ListSitesErrors];

export type ListSitesResponses = {
    /**
     * The sites.
     */
    200: {
        items: Array<Site>;
    };
};

export type ListSitesResponse = ListSitesResponses[keyof ListSitesResponses];

export type AddSiteData = {
    body: NewSite;
    path?: never;
    query?: never;
    url: '/api/v1/sites';
};

export type AddSiteErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type AddSiteError = AddSiteErrors[keyof AddSiteErrors];

export type AddSiteResponses = {
    /**
     * Added.
     */
    201: Site;
};

export type AddSiteResponse = AddSiteResponses[keyof AddSiteResponses];

export type ListCamerasData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/cameras';
};

export type ListCamerasErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListCamerasError = ListCamerasErrors[keyof ListCamerasErrors];

export type ListCamerasResponses = {
    /**
     * The cameras with what was received from each since the server started.
     */
    200: {
        items: Array<Camera>;
    };
};

export type ListCamerasResponse = ListCamerasResponses[keyof ListCamerasResponses];

export type AddCameraData = {
    body: NewCamera;
    path?: never;
    query?: never;
    url: '/api/v1/cameras';
};

export type AddCameraErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type AddCameraError = AddCameraErrors[keyof AddCameraErrors];

export type AddCameraResponses = {
    /**
     * Added.
     */
    201: CameraWithKey;
};

export type AddCameraResponse = AddCameraResponses[keyof AddCameraResponses];

export type ChangeCameraData = {
    body: CameraChange;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/cameras/{id}';
};

export type ChangeCameraErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ChangeCameraError = ChangeCameraErrors[keyof ChangeCameraErrors];

export type ChangeCameraResponses = {
    /**
     * Changed.
     */
    200: Camera;
};

export type ChangeCameraResponse = ChangeCameraResponses[keyof ChangeCameraResponses];

export type IssueCameraKeyData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/cameras/{id}/key';
};

export type IssueCameraKeyErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type IssueCameraKeyError = IssueCameraKeyErrors[keyof IssueCameraKeyErrors];

export type IssueCameraKeyResponses = {
    /**
     * The new key, shown this once.
     */
    201: CameraWithKey;
};

export type IssueCameraKeyResponse = IssueCameraKeyResponses[keyof IssueCameraKeyResponses];

export type ListListsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/lists';
};

export type ListListsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListListsError = ListListsErrors[keyof ListListsErrors];

export type ListListsResponses = {
    /**
     * The lists.
     */
    200: {
        items: Array<List>;
    };
};

export type ListListsResponse = ListListsResponses[keyof ListListsResponses];

export type AddListData = {
    body: NewList;
    path?: never;
    query?: never;
    url: '/api/v1/lists';
};

export type AddListErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type AddListError = AddListErrors[keyof AddListErrors];

export type AddListResponses = {
    /**
     * Added.
     */
    201: List;
};

export type AddListResponse = AddListResponses[keyof AddListResponses];

export type ImportEntriesData = {
    body: string;
    path: {
        name: string;
    };
    query?: {
        /**
         * Report what would happen and change nothing.
         */
        dry_run?: boolean;
        /**
         * How the file's columns are named, such as `plate=Kenteken;country=Land`. Fields: plate, country, category, priority, reason, source_id, valid_from, valid_until.
         */
        map?: string;
    };
    url: '/api/v1/lists/{name}/import';
};

export type ImportEntriesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ImportEntriesError = ImportEntriesErrors[keyof ImportEntriesErrors];

export type ImportEntriesResponses = {
    /**
     * What was done.
     */
    200: ImportReport;
};

export type ImportEntriesResponse = ImportEntriesResponses[keyof ImportEntriesResponses];

export type ListEntriesData = {
    body?: never;
    path: {
        name: string;
    };
    query?: {
        /**
         * Continue behind this entry.
         */
        after?: string;
        limit?: number;
    };
    url: '/api/v1/lists/{name}/entries';
};

export type ListEntriesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListEntriesError = ListEntriesErrors[keyof ListEntriesErrors];

export type ListEntriesResponses = {
    /**
     * A page.
     */
    200: {
        items: Array<Entry>;
    };
};

export type ListEntriesResponse = ListEntriesResponses[keyof ListEntriesResponses];

export type ListUsersData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/users';
};

export type ListUsersErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListUsersError = ListUsersErrors[keyof ListUsersErrors];

export type ListUsersResponses = {
    /**
     * The accounts.
     */
    200: {
        items: Array<User>;
    };
};

export type ListUsersResponse = ListUsersResponses[keyof ListUsersResponses];

export type AddUserData = {
    body: NewUser;
    path?: never;
    query?: never;
    url: '/api/v1/users';
};

export type AddUserErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type AddUserError = AddUserErrors[keyof AddUserErrors];

export type AddUserResponses = {
    /**
     * Added.
     */
    201: User;
};

export type AddUserResponse = AddUserResponses[keyof AddUserResponses];

export type CreateTokenData = {
    body: NewToken;
    path?: never;
    query?: never;
    url: '/api/v1/tokens';
};

export type CreateTokenErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type CreateTokenError = CreateTokenErrors[keyof CreateTokenErrors];

export type CreateTokenResponses = {
    /**
     * Made.
     */
    201: Token;
};

export type CreateTokenResponse = CreateTokenResponses[keyof CreateTokenResponses];

export type ListQuarantineData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Continue behind this id.
         */
        before?: Id;
        limit?: number;
    };
    url: '/api/v1/quarantine';
};

export type ListQuarantineErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListQuarantineError = ListQuarantineErrors[keyof ListQuarantineErrors];

export type ListQuarantineResponses = {
    /**
     * A page.
     */
    200: {
        items: Array<QuarantinedMessage>;
    };
};

export type ListQuarantineResponse = ListQuarantineResponses[keyof ListQuarantineResponses];

export type ReplayQuarantinedData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: {
        /**
         * Use this format instead of recognising it.
         */
        protocol?: string;
    };
    url: '/api/v1/quarantine/{id}/replay';
};

export type ReplayQuarantinedErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ReplayQuarantinedError = ReplayQuarantinedErrors[keyof ReplayQuarantinedErrors];

export type ReplayQuarantinedResponses = {
    /**
     * It is a read now.
     */
    200: IngestReceipt;
};

export type ReplayQuarantinedResponse = ReplayQuarantinedResponses[keyof ReplayQuarantinedResponses];

export type LivezData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/livez';
};

export type LivezErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type LivezError = LivezErrors[keyof LivezErrors];

export type LivezResponses = {
    /**
     * It does.
     */
    200: string;
};

export type LivezResponse = LivezResponses[keyof LivezResponses];

export type ReadyzData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * One line for each check.
         */
        verbose?: string;
    };
    url: '/readyz';
};

export type ReadyzErrors = {
    /**
     * Not ready.
     */
    503: string;
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ReadyzError = ReadyzErrors[keyof ReadyzErrors];

export type ReadyzResponses = {
    /**
     * Ready.
     */
    200: string;
};

export type ReadyzResponse = ReadyzResponses[keyof ReadyzResponses];

export type HealthzData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/healthz';
};

export type HealthzErrors = {
    /**
     * Not ready.
     */
    503: string;
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type HealthzError = HealthzErrors[keyof HealthzErrors];

export type HealthzResponses = {
    /**
     * Ready.
     */
    200: string;
};

export type HealthzResponse = HealthzResponses[keyof HealthzResponses];

export type MetricsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/metrics';
};

export type MetricsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type MetricsError = MetricsErrors[keyof MetricsErrors];

export type MetricsResponses = {
    /**
     * The figures.
     */
    200: string;
};

export type MetricsResponse = MetricsResponses[keyof MetricsResponses];

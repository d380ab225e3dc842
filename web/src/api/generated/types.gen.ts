// Generated from api/openapi.yaml; change it there.
// @ts-nocheck

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

export type Id = string;

export type Time = string;

export type Priority = number;

export type HitState = 'candidate' | 'claimed' | 'validated' | 'rejected' | 'expired' | 'withdrawn' | 'superseded';

export type Role = 'operator' | 'investigator' | 'list_manager' | 'technician' | 'administrator' | 'overseer' | 'zone_administrator' | 'data_protection_officer' | 'magistrate_office' | 'traffic' | 'intelligence' | 'intelligence_overseer';

export type Problem = {
    type: string;
    title: string;
    status: number;
    code: string;
    detail: string;
    request_id?: string;
    quarantine_id?: Id;
    last_step?: HitStep;
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
    /**
     * Of the authenticator app, or a recovery code; where the account has a second factor.
     */
    code?: string;
};

export type Session = {
    user: User;
    expires_at: Time;
    /**
     * Its end if nothing is done.
     */
    idle_until?: string;
    server_time: Time;
};

export type OwnSession = {
    id: Id;
    /**
     * Where it was opened from.
     */
    address: string;
    created_at: Time;
    last_used_at: Time;
    expires_at: Time;
    is_this: boolean;
};

export type SecondFactor = {
    is_on: boolean;
    /**
     * How many are left.
     */
    recovery_codes: number;
};

export type Enrolment = {
    /**
     * Base 32 (RFC 4648)
     */
    secret: string;
    /**
     * An otpauth link
     */
    url: string;
};

export type RecoveryCodes = {
    recovery_codes: Array<string>;
};

export type User = {
    id: Id;
    /**
     * Grows with each change; in quotes it is the ETag.
     */
    version: number;
    name: string;
    display_name: string;
    role: Role;
    language: 'nl' | 'fr' | 'de' | 'en';
    zone?: ZoneName;
    role_until?: Time;
    trained_until?: Time;
    capacity?: Capacity;
    /**
     * There and true where it may do nothing.
     */
    disabled?: boolean;
    /**
     * There and true of an account to break glass with.
     */
    break_glass?: boolean;
    provider?: ProviderIdentity;
};

/**
 * Of an account that signs in with an identity provider; it has no password here.
 */
export type ProviderIdentity = {
    issuer: string;
    subject: string;
};

export type ScimUser = {
    schemas: Array<string>;
    id: Id;
    userName: string;
    externalId: string;
    displayName: string;
    active: boolean;
    meta: {
        resourceType: 'User';
        created: Time;
        location: string;
    };
};

/**
 * A group of the identity provider, and what its members may.
 */
export type GroupRow = {
    group: string;
    role: Role;
    /**
     * A zone's code; absent for the province itself.
     */
    zone?: string;
    capacity: Capacity;
    role_days: number;
    trained_until: Time;
};

export type TokenTrial = {
    issuer: string;
    subject?: string;
    name?: string;
    /**
     * The check that it fails; absent where it is good.
     */
    refusal?: string;
    groups: Array<{
        group: string;
        stands_for?: GroupRow;
        zone_known?: boolean;
    }>;
    decides?: GroupRow;
};

/**
 * In whose name an officer acts; the purpose of a use says which it takes.
 */
export type Capacity = 'administrative' | 'judicial' | 'both';

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
    /**
     * From then on without the role.
     */
    role_until?: string;
    /**
     * Until when the training counts; without it nothing stored is searched.
     */
    trained_until?: string;
    capacity?: Capacity;
    /**
     * For when nothing else lets anybody in: it asks for no code, its use is written into the ledger and alarms, and it ends after an hour.
     */
    break_glass?: boolean;
};

export type UserChange = {
    password?: string;
    display_name?: string;
    role?: Role;
    language?: 'nl' | 'fr' | 'de' | 'en';
    /**
     * A zone's code; empty for the province itself.
     */
    zone?: string;
    /**
     * null takes the end away.
     */
    role_until?: string | null;
    trained_until?: string | null;
    capacity?: Capacity;
    disabled?: boolean;
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
    legal_source: LegalSource;
    /**
     * Stored since the server started.
     */
    reads: number;
    /**
     * Put in quarantine since the server started.
     */
    quarantined: number;
    last_read_at?: Time;
    /**
     * Refused and not kept since the server started.
     */
    refused: number;
    /**
     * The format of its last message.
     */
    protocol?: string;
    /**
     * As the device names itself.
     */
    device_id?: string;
    /**
     * How far its clock runs behind that of the server, by the quickest of its latest reads; what the way takes is in it. Under zero it runs ahead. Absent before its first read.
     */
    clock_behind_ms?: number;
    maintenance_until?: Time;
    decision?: CouncilDecision;
};

/**
 * What a council decided of a camera. What it captured outside of that period is refused and not kept. Of a camera without one on file nothing is refused on that ground.
 */
export type CouncilDecision = {
    from: Time;
    until: Time;
    area: string;
    reference: string;
};

export type CameraActivity = {
    since: Time;
    hours: Array<HourOfReads>;
    refusals: Array<CameraRefusal>;
};

export type HourOfReads = {
    from: Time;
    reads: number;
};

export type CameraRefusal = {
    at: Time;
    reason: 'disabled' | 'outside_period';
};

export type System = {
    version: string;
    started_at: Time;
    now: Time;
    checks: Array<SystemCheck>;
    disk: SystemDisk;
    stores: Array<SystemStore>;
    expiry: SystemExpiry;
    /**
     * Desks that follow the stream.
     */
    stream_clients: number;
    /**
     * Not durable yet.
     */
    queued_reads: number;
    /**
     * Written down, not in the ledger yet.
     */
    spooled_uses: number;
};

export type SystemCheck = {
    name: string;
    ok: boolean;
    /**
     * What is wrong and what to do.
     */
    failure?: string;
};

export type SystemDisk = {
    free_bytes: number;
    bytes: number;
    /**
     * Below it no read is taken any more.
     */
    floor_bytes: number;
    /**
     * When the server started.
     */
    free_at_start_bytes: number;
};

export type SystemStore = {
    name: 'reads' | 'pictures' | 'holds' | 'control' | 'ledger';
    bytes: number;
};

/**
 * The job that erases what is over.
 */
export type SystemExpiry = {
    every_ms: number;
    ran_at?: Time;
    /**
     * How long what is over has been waiting. Absent when nothing waits.
     */
    overdue_ms?: number;
};

export type NewCamera = {
    site: Id;
    name: string;
    heading_deg?: number;
    lanes?: number;
    legal_source?: LegalSource;
    decision?: CouncilDecision;
};

/**
 * The act by which a camera stands. What the police act knows is kept longest; cameras of the camera act keep less, at designated places a little more. Counts for what it sees from then on; absent, it is `police_act`.
 */
export type LegalSource = 'police_act' | 'designated_place' | 'camera_act';

export type CameraChange = {
    disabled?: boolean;
    legal_source?: LegalSource;
    name?: string;
    heading_deg?: number | null;
    lanes?: number;
    /**
     * null takes it away.
     */
    decision?: CouncilDecision | null;
    /**
     * null ends it.
     */
    maintenance_until?: string | null;
};

export type CameraWithKey = {
    id: Id;
    name: string;
    ingest_key: string;
    ingest_path: string;
};

export type MatchRule = {
    inexact: 'nothing' | 'review' | 'alarm';
    threshold: number;
    uses_veto: boolean;
};

export type FetchState = {
    attempted_at: Time;
    succeeded_at?: Time;
    /**
     * In a row.
     */
    failures: number;
    failure?: string;
};

/**
 * How the hits of the last thirty days ended.
 */
export type ListNoise = {
    hits: number;
    validated: number;
    rejected: number;
    /**
     * Of the rejected.
     */
    misread: number;
    withdrawn: number;
    /**
     * Nobody looked at them in time.
     */
    expired: number;
    /**
     * Of those judged; absent when none was.
     */
    rejected_share?: number;
};

export type List = {
    id: Id;
    name: string;
    title: string;
    category: string;
    priority: Priority;
    owner_zone: ZoneName;
    suspended: boolean;
    suspended_because?: string;
    entries: number;
    match: MatchRule;
    /**
     * End of an entry that names none; 0 means it must.
     */
    valid_days: number;
    profile?: string;
    /**
     * Where its file is fetched.
     */
    source?: {
        [key: string]: unknown;
    };
    source_revision?: string;
    revision: number;
    confirmed_at?: Time;
    max_age_s?: number;
    /**
     * Who answers for its hits.
     */
    unit?: string;
    unit_until?: Time;
    fetch?: FetchState;
    noise?: ListNoise;
    last_revision?: Revision;
};

export type ListNews = {
    id: Id;
    name: string;
    title: string;
    suspended: boolean;
    /**
     * Empty while the list is in force.
     */
    suspended_because: string;
    revision: number;
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
    match?: MatchRule;
    valid_days?: number;
    profile?: string;
    source?: {
        [key: string]: unknown;
    };
    max_age_s?: number;
    unit?: string;
    unit_until?: Time;
};

export type ListChange = {
    title?: string;
    category?: string;
    priority?: Priority;
    match?: MatchRule;
    valid_days?: number;
    profile?: string | null;
    source?: {
        [key: string]: unknown;
    } | null;
    max_age_s?: number | null;
    unit?: string | null;
    unit_until?: string | null;
};

export type Because = {
    because: string;
};

export type SyncReport = {
    /**
     * False when the source says that nothing changed.
     */
    changed: boolean;
    revision?: Revision;
};

export type ImportMode = 'full' | 'delta' | 'merge';

export type RevisionCounts = {
    lines: number;
    added: number;
    changed: number;
    unchanged: number;
    removed: number;
    rejected: number;
    /**
     * On the skip list of the profile.
     */
    skipped: number;
    /**
     * The same plate again; the later line counts.
     */
    repeated: number;
    /**
     * Of the repeated
     */
    contradicting: number;
    /**
     * Lines that got the list's own end.
     */
    standard_ends: number;
    /**
     * Marked wrong by a person before.
     */
    kept_out: number;
};

export type Revision = {
    number: number;
    mode: ImportMode;
    state: 'running' | 'applied' | 'previewed' | 'held' | 'refused' | 'cancelled' | 'partly';
    origin: 'upload' | 'source' | 'desk';
    by?: Id;
    started_at: Time;
    ended_at?: Time;
    file_name?: string;
    file_sha256?: string;
    source_revision?: string;
    counts: RevisionCounts;
    note?: string;
    /**
     * While it runs
     */
    bytes_done?: number;
    bytes?: number;
};

export type Reject = {
    line: number;
    /**
     * The line, at most 200 characters of it.
     */
    raw: string;
    error: string;
};

export type EntryDifference = {
    how: 'added' | 'changed' | 'replaced' | 'dropped' | 'withdrawn' | 'wrong';
    entry: Entry;
};

export type FourTexts = {
    nl?: string;
    fr?: string;
    de?: string;
    en?: string;
};

export type Entry = {
    id: Id;
    list: Id;
    plate: string;
    country?: string;
    priority: Priority;
    category: string;
    reason: string;
    source_id?: string;
    valid_from?: Time;
    valid_until?: Time;
    /**
     * The service that asked for it.
     */
    owner?: string;
    /**
     * The legal ground.
     */
    basis?: string;
    case_number?: string;
    /**
     * Of the holder: code of a municipality or a zone.
     */
    home?: string;
    vehicle?: Vehicle;
    procedure?: FourTexts;
};

export type NewEntry = {
    plate: string;
    country?: string;
    priority?: Priority;
    category?: string;
    reason?: string;
    source_id?: string;
    valid_from?: Time;
    valid_until: Time;
    owner?: string;
    basis?: string;
    case_number?: string;
    /**
     * Of the holder: code of a municipality or a zone.
     */
    home?: string;
    vehicle?: Vehicle;
    procedure?: FourTexts;
};

export type PlateName = {
    plate: string;
    country?: string;
};

export type WrongEntry = {
    entry: Entry;
    marked_at: Time;
    marked_by?: Id;
};

export type PastEntry = {
    how: 'replaced' | 'dropped' | 'withdrawn' | 'wrong';
    revision: number;
    ended_at: Time;
    ended_by?: Id;
    entry: Entry;
};

export type AcceptedRead = {
    read: string;
    kind: 'exact' | 'look_alike' | 'missing' | 'extra' | 'partial';
    /**
     * That the vehicle is the listed one.
     */
    probability: number;
    /**
     * Of the passages of the listed vehicle that are read so.
     */
    share: number;
};

export type EntryPreview = {
    /**
     * Of its passages that would be found.
     */
    found_share: number;
    false_hits_per_day: number;
    /**
     * The traffic this is reckoned for.
     */
    reads_per_day: number;
    /**
     * The likeliest first, at most 100.
     */
    accepted: Array<AcceptedRead>;
};

export type ListPreview = {
    /**
     * Looked at.
     */
    entries: number;
    false_hits_per_day: number;
    /**
     * The traffic this is reckoned for.
     */
    reads_per_day: number;
    worst: Array<{
        entry: Id;
        plate: string;
        false_hits_per_day: number;
    }>;
};

export type LookBackWish = {
    /**
     * First day, in Brussels.
     */
    from: string;
    /**
     * Last day, at most 31 in all.
     */
    to: string;
    /**
     * One of the law's; see /regime.
     */
    purpose: string;
    case_number: string;
    reason: string;
};

export type LookBackReport = {
    items: Array<Read>;
    /**
     * There are more than are given.
     */
    cut: boolean;
};

export type CameraMisreads = {
    tally?: MisreadTally;
    draft?: LearnedMisreads;
    in_force?: LearnedMisreads;
};

/**
 * Reads with a known truth, counted glyph by glyph and not kept.
 */
export type MisreadTally = {
    since: string;
    /**
     * From hits that a person confirmed.
     */
    by_verdict: number;
    /**
     * From vehicles that two cameras saw, each by how sure its plate is.
     */
    by_passage: number;
    to_learn_from: number;
    held_out: number;
};

export type LearnedMisreads = {
    version: number;
    learned_at: string;
    learned_by: string;
    /**
     * Reads that taught it.
     */
    learned_from: number;
    /**
     * Lines that held no two plates.
     */
    refused: number;
    /**
     * Reads it was judged by.
     */
    held_out: number;
    /**
     * Mean log-likelihood a read over the model for all cameras; over 0 is better.
     */
    gain: number;
    /**
     * Among how many equally likely reads it guesses.
     */
    perplexity: number;
    perplexity_in_general: number;
    /**
     * Chances of glyphs; no plate.
     */
    model: string;
    /**
     * Whether what the camera says of its glyphs is worth something, and counts.
     */
    confidences_count: boolean;
    /**
     * Mean log-likelihood a glyph held out over that of one share of errors for all.
     */
    confidence_gain: number;
    approved_at?: string;
    approved_by?: string;
};

export type KnownPlates = {
    plates: number;
    coverage: number;
    /**
     * Lines of the last file that held no plate.
     */
    refused: number;
};

export type ProfileNames = {
    items: Array<string>;
};

export type RegisterHealth = {
    name: string;
    state: 'untried' | 'well' | 'failing' | 'open';
    succeeded_at?: Time;
    failure?: string;
    asked?: number;
    failed?: number;
};

export type NewClaim = {
    /**
     * From a colleague who claimed it.
     */
    take_over?: boolean;
};

export type NewVerdict = {
    state: 'validated' | 'rejected';
    reason?: RejectReason;
};

export type NewOutcome = {
    outcome: 'confirmed' | 'cleared' | 'not_found' | 'handed_over' | 'no_unit' | 'reported';
};

export type NewRejections = {
    reason: RejectReason;
    hits: Array<{
        id: Id;
        /**
         * Of the hit as it was looked at.
         */
        version: number;
    }>;
};

export type RejectReason = 'misread' | 'wrong_country' | 'stale_entry' | 'vehicle_differs' | 'duplicate' | 'other';

/**
 * Who did it; absent where the server did it by itself.
 */
export type Doer = {
    id: Id;
    name: string;
    zone?: ZoneName;
};

export type Claim = {
    by: Doer;
    at: Time;
};

export type FollowUp = 'dispatched' | 'stopped' | 'closed';

export type Outcome = 'confirmed' | 'cleared' | 'not_found' | 'handed_over' | 'no_unit' | 'reported' | 'not_recorded';

export type HitStep = {
    /**
     * The version of the hit after it.
     */
    number: number;
    kind: 'claim' | 'take_over' | 'release' | 'validate' | 'reject' | 'undo' | 'escalate' | 'dispatch' | 'stop' | 'close' | 'expire' | 'withdraw' | 'supersede';
    by?: Doer;
    at: Time;
    reason?: RejectReason;
    outcome?: Outcome;
};

export type Verdict = {
    reason?: RejectReason;
    by?: Doer;
    at?: Time;
    register?: 'confirmed' | 'refuted' | 'unconfirmed';
    register_note?: string;
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
    of_incident?: IncidentFacts;
    read: Id;
    entry: Id;
    list: ListName;
    camera: CameraPlace;
    state: HitState;
    /**
     * Somebody still has to act.
     */
    open: boolean;
    claim?: Claim;
    follow_up?: FollowUp;
    outcome?: Outcome;
    followed_at?: Time;
    escalated_at?: Time;
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
    /**
     * The reasons as an English sentence.
     */
    explanation: string;
    reasons?: HitReasons;
    kind: MatchKind;
    /**
     * For the review queue; it never rings.
     */
    quiet: boolean;
    /**
     * The day of the daily batch it waits in.
     */
    batch?: string;
    urgency: Urgency;
    /**
     * What the desk must know first.
     */
    warning?: string;
    verdict?: Verdict;
    procedure?: FourTexts;
    confidence?: number;
    glyph_confidences?: Array<number>;
    vehicle?: Vehicle;
    direction?: 'unknown' | 'approaching' | 'receding' | 'in' | 'out';
    lane?: number;
    speed_kmh?: number;
    pictures: Array<PictureLink>;
};

export type ZoneByCode = {
    /**
     * Its code.
     */
    zone: string;
};

export type NewPursuitNote = {
    note: string;
};

export type NewPursuitEnd = {
    until: Time;
};

export type PursuitZone = ZoneName & {
    takes_part: boolean;
    invited_at?: Time;
    joined_at?: Time;
    left_at?: Time;
};

/**
 * One line of the log; `seen_at` is by the clock of the camera.
 */
export type PursuitEntry = {
    /**
     * The version of the pursuit after it.
     */
    number: number;
    event: 'open' | 'invite' | 'join' | 'leave' | 'hand_over' | 'note' | 'sight' | 'extend' | 'end';
    at: Time;
    by?: Doer;
    zone?: ZoneName;
    hit?: Id;
    camera?: CameraPlace;
    seen_at?: Time;
    /**
     * The plate was not read as it is listed.
     */
    alike?: boolean;
    note?: string;
    until?: Time;
    outcome?: Outcome;
};

export type OutletEvent = 'hit.validated' | 'hit.withdrawn' | 'pursuit.joined' | 'pursuit.changed' | 'list.suspended' | 'outlet.disabled';

export type OutletWay = 'webhook' | 'mqtt' | 'mail';

/**
 * Of Standard Webhooks. v1a is Ed25519, v1 is HMAC-SHA256.
 */
export type OutletSigning = 'v1a' | 'v1';

export type DeliveryState = 'waiting' | 'delivered' | 'dead';

export type NewOutlet = {
    /**
     * Its code; absent, the outlet is of the province.
     */
    zone?: string;
    title: string;
    way?: OutletWay;
    /**
     * URL of a webhook, topic of MQTT, or mail address.
     */
    target: string;
    events?: Array<OutletEvent>;
    signing?: OutletSigning;
};

export type OutletKey = {
    signing: OutletSigning;
    /**
     * Of v1a: "whpk_" and the key in base64.
     */
    public_key?: string;
    until?: Time;
};

export type Outlet = {
    id: Id;
    /**
     * Its code; absent for the whole province.
     */
    zone?: string;
    title: string;
    way: OutletWay;
    target: string;
    events: Array<OutletEvent>;
    keys: Array<OutletKey>;
    created_at: Time;
    disabled: boolean;
    disabled_because?: string;
    disabled_at?: Time;
};

export type OutletWithKey = Outlet & {
    /**
     * What the receiver verifies with; of v1 it is a secret. Webhooks only.
     */
    verification_key?: string;
};

export type OutletDelivery = {
    id: Id;
    /**
     * An OutletEvent or outlet.test.
     */
    type: string;
    object: Id;
    happened_at: Time;
    state: DeliveryState;
    /**
     * Since it was last asked for.
     */
    attempts: number;
    due_at?: Time;
    tried_at?: Time;
    duration_ms?: number;
    /**
     * Of the last answer.
     */
    status?: number;
    failure?: string;
};

export type Pursuit = {
    id: Id;
    version: number;
    hit: Id;
    incident: Id;
    plate: string;
    country?: string;
    priority: Priority;
    lead: ZoneName;
    zones: Array<PursuitZone>;
    opened_at: Time;
    expires_at: Time;
    ended_at?: Time;
    outcome?: Outcome;
    sightings: number;
    last_hit: Id;
    last_seen_at: Time;
    /**
     * In events only: what happened.
     */
    event?: string;
};

export type PursuitWithLog = Pursuit & {
    log: Array<PursuitEntry>;
};

export type Viewer = Doer & {
    until: Time;
};

export type Viewed = {
    hit: Id;
    viewers: Array<Viewer>;
};

export type NextCamera = {
    camera: CameraPlace;
    probability: number;
    earliest: Time;
    likely: Time;
    latest: Time;
    /**
     * How many the times rest on.
     */
    passages: number;
};

/**
 * What of the hit decides who is looked at first: its weight, which halves with every half-life since `captured_at`. A desk divides it by 1 + km / 25 for the way of its nearest unit.
 */
export type Urgency = {
    /**
     * Seriousness times probability.
     */
    weight: number;
    half_life_s: number;
};

export type MatchKind = 'exact' | 'look_alike' | 'missing' | 'extra' | 'partial';

export type LoneGlyph = {
    /**
     * Counted from 1.
     */
    place: number;
    glyph: string;
};

/**
 * Why the read and the entry belong together, in parts for a screen to put in words. Places count glyphs from 1; what does not apply is left out. Hits of before have none.
 */
export type HitReasons = {
    kind: MatchKind;
    differing?: Array<{
        listed_place: number;
        read_place: number;
        listed: string;
        read: string;
    }>;
    missing?: LoneGlyph;
    extra?: LoneGlyph;
    /**
     * The read is a plate that its country gives out.
     */
    obeys_grammar?: boolean;
    /**
     * The read is itself a known plate.
     */
    read_is_known?: boolean;
    country: 'both_sides' | 'entry_only' | 'read_only' | 'neither';
    read_country?: string;
    entry_country?: string;
    vehicle?: {
        facts: Array<{
            fact: 'make' | 'colour' | 'class';
            seen: string;
            listed: string;
            agrees: boolean;
            /**
             * How much likelier of such a vehicle than of any.
             */
            ratio: number;
        }>;
        speaks: 'for' | 'against' | 'little';
        /**
         * The plate may be on another vehicle since.
         */
        plate_follows_person: boolean;
        /**
         * Of all facts together.
         */
        ratio: number;
    };
    /**
     * Of partial plates.
     */
    pattern?: string;
    /**
     * About how many vehicles on the road.
     */
    vehicles_that_fit?: number;
};

export type HitPage = {
    items: Array<Hit>;
    seq: number;
    next?: Id;
};

export type Batch = {
    day: string;
    vehicles: number;
    /**
     * Nobody has finished them.
     */
    open: number;
    /**
     * The day is over and the batch can be worked on.
     */
    ready: boolean;
    ready_at: Time;
};

/**
 * An incident without its last hit; in events only.
 */
export type IncidentFacts = {
    id: Id;
    version: number;
    plate: string;
    country?: string;
    hits: number;
    priority: Priority;
    /**
     * For the review queue; none of its hits rings.
     */
    quiet: boolean;
    /**
     * The day of the daily batch it waits in.
     */
    batch?: string;
    state: HitState;
    /**
     * Somebody still has to act.
     */
    open: boolean;
    claim?: Claim;
    follow_up?: FollowUp;
    outcome?: Outcome;
    followed_at?: Time;
    escalated_at?: Time;
    opened_at: Time;
    last_at: Time;
};

/**
 * State, claim and follow-up are of the furthest of its open hits.
 */
export type Incident = IncidentFacts & {
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

/**
 * Either `plate` or `sites`.
 */
export type NewSearch = {
    /**
     * A code of the law
     */
    purpose?: string;
    case_number?: string;
    reason?: string;
    /**
     * A whole plate.
     */
    plate?: string;
    sites?: Array<Id>;
    /**
     * Captured at this time or later.
     */
    from: string;
    /**
     * Captured before this time.
     */
    until: string;
    /**
     * Id of the one that opens older reads.
     */
    authorisation?: string;
    /**
     * Id of the one to this question of a wide search.
     */
    agreement?: string;
    /**
     * Leave out older reads, instead of being refused for them.
     */
    without_authorisation?: boolean;
    /**
     * Of a missing person, which officer saw imminent danger, and when.
     */
    danger?: {
        seen_by: string;
        seen_at: string;
    };
    /**
     * Continue behind this read.
     */
    after?: string;
    limit?: number;
};

export type Agreement = {
    id: Id;
    purpose: string;
    case_number: string;
    reason: string;
    /**
     * Empty where sites are asked for.
     */
    plate: string;
    sites: Array<Id>;
    from: string;
    until: string;
    asked_by: Id;
    asked_at: string;
    ends_at: string;
    agreed_by?: Id;
    agreed_at?: string;
};

export type NewHold = {
    /**
     * The stated purpose; its case is that of the hold.
     */
    for: Id;
    report_number: string;
    /**
     * To come
     */
    review_at: string;
    reads: Array<Id>;
};

export type Hold = {
    id: Id;
    purpose: string;
    case_number: string;
    reason: string;
    report_number: string;
    /**
     * How many were copied.
     */
    reads: number;
    /**
     * False when copying was cut short; release it and hold anew.
     */
    whole: boolean;
    made_by: Id;
    made_at: Time;
    review_at: Time;
    /**
     * Its review is due; nobody opens it before.
     */
    overdue: boolean;
    reviewed_by?: Id;
    reviewed_at?: Time;
    released_at?: Time;
};

export type Regime = {
    name: string;
    sha256: string;
    supervisor: string;
    /**
     * The closed list of what data may be used for.
     */
    purposes: Array<{
        code: string;
        /**
         * In whose name somebody has to act for it.
         */
        capacity: 'admin_police' | 'jud_police' | 'other';
        /**
         * An officer has to state imminent danger by name.
         */
        needs_danger: boolean;
    }>;
    reason_characters_min: number;
    /**
     * How long reads are kept at most.
     */
    kept_for: string;
    /**
     * How old reads may be without an authorisation; absent where none may.
     */
    without_authorisation?: string;
    /**
     * From whom an authorisation has to come.
     */
    authority?: string;
};

export type NewGrant = {
    /**
     * Code of the zone whose people it is for.
     */
    to_zone: string;
    purposes: Array<string>;
    from: string;
    /**
     * 366 days after `from` at most.
     */
    until: string;
    reason: string;
    /**
     * Version of the impact assessment that covers it; without it, it is refused.
     */
    impact_assessment?: string;
};

export type Grant = {
    id: Id;
    state: 'coming' | 'living' | 'ended' | 'revoked';
    from_zone: ZoneName;
    to_zone: ZoneName;
    purposes: Array<string>;
    from: Time;
    until: Time;
    reason: string;
    impact_assessment: string;
    made_at: Time;
    made_by: Id;
    revoked_at?: Time;
    revoked_by?: Id;
};

export type GrantListing = {
    items: Array<Grant>;
};

export type GrantPreview = {
    from_zone: ZoneName;
    sites: number;
    cameras: number;
    /**
     * How old reads may be without an authorisation; absent where none may.
     */
    without_authorisation?: string;
    changes: Array<Opening>;
};

export type Opening = {
    zone: ZoneName;
    role: Role;
    purpose: string;
    /**
     * Accounts that could make use of it today.
     */
    people: number;
    open_before: boolean;
    open_after: boolean;
};

export type NewAuthorisation = {
    number: string;
    /**
     * As the law names it: procureur.
     */
    authority: string;
    /**
     * Which office
     */
    office: string;
    case_number: string;
    dated: string;
    /**
     * Until when it may be used.
     */
    expires: string;
    /**
     * Opens reads captured from then on.
     */
    from: string;
    /**
     * Opens reads captured before.
     */
    until: string;
    /**
     * Whole plates; none names any.
     */
    plates?: Array<string>;
    /**
     * Codes of zones; none names any.
     */
    areas?: Array<string>;
    penalty_years?: number;
    /**
     * How many questions it allows; 0 for any number.
     */
    uses_max?: number;
};

export type Authorisation = {
    id: Id;
    state: 'without_document' | 'unconfirmed' | 'in_force' | 'used_up' | 'expired' | 'revoked';
    zone: ZoneName;
    number: string;
    authority: string;
    office: string;
    case_number: string;
    dated: Time;
    expires: Time;
    from: Time;
    until: Time;
    plates: Array<string>;
    areas: Array<string>;
    penalty_years: number;
    uses_max: number;
    /**
     * Questions that were asked on it; pages and repetitions of one count once.
     */
    uses: Array<{
        at: Time;
        by: Id;
    }>;
    document_sha256?: string;
    registered_at: Time;
    registered_by: Id;
    confirmed_at?: Time;
    confirmed_by?: Id;
    revoked_at?: Time;
    revoked_by?: Id;
};

export type AuthorisationListing = {
    items: Array<Authorisation>;
};

export type PurposeWish = {
    /**
     * One of the law's; see /regime.
     */
    purpose: string;
    case_number: string;
    reason: string;
    danger?: {
        seen_by: string;
        seen_at: string;
    };
    /**
     * Id of one on which older reads are opened.
     */
    authorisation?: string;
};

export type StatedPurpose = {
    id: string;
    purpose: string;
    case_number: string;
    reason: string;
    authorisation?: string;
    until: string;
};

export type SearchPage = {
    items: Array<Read>;
    next?: Id;
    zones: Array<ZoneAnswer>;
    /**
     * Where this search stands in the ledger.
     */
    ledger_number: number;
    /**
     * Stated by this search; its reads and their pictures are opened for it.
     */
    purpose: string;
};

/**
 * What policy says of one zone's reads; never whether there are any.
 */
export type ZoneAnswer = {
    zone: string;
    permitted: boolean;
    rules: Array<string>;
    obligations: Array<string>;
    reason?: string;
    text?: string;
};

export type LedgerState = {
    /**
     * Sessions of break-glass accounts that are open now.
     */
    break_glass: Array<{
        since: Time;
        until: Time;
    }>;
    origin: string;
    /**
     * NAME+ID+KEY, as `bas ledger verify --key` takes it.
     */
    public_key: string;
    size: number;
    checkpoint: string;
    /**
     * What witnesses cosigned last.
     */
    witnessed_checkpoint?: string;
    /**
     * Nobody has cosigned for a day; also where no witness is named.
     */
    witness_missing: boolean;
    witnesses: Array<{
        name: string;
        /**
         * Entries it has seen.
         */
        size: number;
        seen_at?: Time;
        /**
         * Why it did not cosign the last time.
         */
        failure?: string;
    }>;
};

export type Use = {
    number: number;
    at: Time;
    verb: 'collect' | 'alter' | 'consult' | 'disclose' | 'combine' | 'erase';
    what: string;
    zone: string;
    role: string;
    permitted: boolean;
    reason: string;
    rules: Array<string>;
    regime_sha256: string;
    results: number;
    results_sha256: string;
    version: string;
    details?: UseDetails;
};

export type PatternReport = {
    from: Time;
    until: Time;
    /**
     * The first entry that was looked at.
     */
    first_number: number;
    /**
     * How many entries were looked at.
     */
    uses: number;
    /**
     * No entry of these days was left out for its number.
     */
    whole: boolean;
    items: Array<Finding>;
};

/**
 * Without plate and reason; they are in the details of its entries.
 */
export type Finding = {
    kind: 'same_plate' | 'off_duty' | 'weak_reason' | 'refused_again' | 'many_searches' | 'close_plate';
    actor: string;
    /**
     * Of the account; absent once it is gone.
     */
    actor_name?: string;
    zone: string;
    count: number;
    /**
     * What others of the zone do on average.
     */
    usual?: number;
    /**
     * Of its entries in the ledger, the first of them.
     */
    numbers: Array<number>;
    first_at: Time;
    last_at: Time;
};

/**
 * A day of Brussels, such as 2026-11-23.
 */
export type CalendarDay = string;

export type Share = {
    count: number;
    of: number;
    /**
     * Left out of too few.
     */
    share?: number;
};

/**
 * By nearest rank; left out of too few.
 */
export type Waits = {
    count: number;
    median_s?: number;
    p90_s?: number;
};

export type VerdictSums = {
    /**
     * Also those that were withdrawn afterwards.
     */
    validated: number;
    rejected: number;
    /**
     * Of the rejected.
     */
    misread: number;
    false_alarms: Share;
};

export type PlaceCoverage = {
    name: string;
    /**
     * Of the municipality in the federal register.
     */
    code?: string;
    /**
     * In use.
     */
    cameras: number;
    /**
     * Of these, that saw a vehicle.
     */
    seeing: number;
    /**
     * Left out where nothing was counted yet.
     */
    passages?: number;
};

export type Statistics = {
    from: CalendarDay;
    to: CalendarDay;
    zone?: ZoneName;
    made_at: Time;
    /**
     * Of days before it, hits of some cameras are erased already. Absent when none are.
     */
    complete_from?: string;
    /**
     * Of fewer no share and no middle is told.
     */
    fewest: number;
    /**
     * How far hits came, each by itself: a vehicle may be stopped without a unit being sent out. `with_outcome`: a person recorded it.
     */
    funnel: {
        hits: number;
        claimed: number;
        validated: number;
        dispatched: number;
        stopped: number;
        with_outcome: number;
    };
    states: Array<{
        name: HitState;
        count: number;
    }>;
    /**
     * Of the rejected.
     */
    reasons: Array<{
        name: 'misread' | 'wrong_country' | 'stale_entry' | 'vehicle_differs' | 'duplicate' | 'other';
        count: number;
    }>;
    outcomes: Array<{
        name: Outcome;
        count: number;
    }>;
    /**
     * Of the validated, those with a unit, a stop or a report.
     */
    followed_up: Share;
    /**
     * From the making of a hit that rings to the verdict that stands.
     */
    to_verdict: Waits;
    /**
     * The same to the first unit.
     */
    to_unit: Waits;
    verdicts: VerdictSums;
    /**
     * The worst first. A list that is gone has no name.
     */
    lists: Array<{
        list: {
            id: Id;
            name?: string;
            title?: string;
        };
        hits: number;
        validated: number;
        rejected: number;
        misread: number;
        false_alarms: Share;
    }>;
    /**
     * The worst first.
     */
    cameras: Array<{
        camera: CameraPlace;
        hits: number;
        validated: number;
        rejected: number;
        misread: number;
        false_alarms: Share;
    }>;
    /**
     * The judged by how they matched, the worst first.
     */
    kinds: Array<{
        kind: MatchKind;
        validated: number;
        rejected: number;
        misread: number;
        false_alarms: Share;
    }>;
    /**
     * The judged by where the read differs from the entry, the worst first. Without `read` the character was not read, without `listed` it was read too many.
     */
    pairs: Array<{
        listed?: string;
        read?: string;
        validated: number;
        rejected: number;
        misread: number;
        false_alarms: Share;
    }>;
    /**
     * Cameras in use, and where they stand. Who saw least comes first.
     */
    coverage: {
        /**
         * Passages of before are not known.
         */
        counted_since: string;
        cameras: Array<{
            camera: CameraPlace;
            /**
             * Left out where nothing was counted yet.
             */
            passages?: number;
            /**
             * The last day in the period on which it saw a vehicle.
             */
            last_on?: string;
        }>;
        municipalities: Array<PlaceCoverage>;
        roads: Array<PlaceCoverage>;
    };
};

export type Transparency = {
    schema: 'bas-transparency-1';
    month: string;
    made_at: Time;
    regime: string;
    regime_sha256: string;
    /**
     * Smaller numbers are not told.
     */
    cell_min: number;
    kept_for: string;
    without_authorisation?: string;
    fields: Array<PublicField>;
};

export type PublicField = {
    name: string;
    /**
     * The system knows it.
     */
    counted: boolean;
    /**
     * Absent where it is not told.
     */
    total?: number;
    cells?: Array<{
        name: string;
        /**
         * Absent where it is not told.
         */
        count?: number;
    }>;
};

export type SubjectWish = {
    plate: string;
    /**
     * Who passed the request on.
     */
    through?: 'supervisor' | 'dpo';
    /**
     * Of holdership, what was shown and when; without it policy refuses.
     */
    proof?: string;
    recipient: string;
    /**
     * Of the recipient: 32 bytes of X25519, in base64.
     */
    public_key: string;
};

export type SubjectPackage = {
    /**
     * JSON in a sealed box of libsodium, in base64: crypto_box_seal_open opens it.
     */
    sealed: string;
    /**
     * Of the sealed box.
     */
    sha256: string;
    reads: number;
    consultations: number;
    ledger_number: number;
};

export type RegisterVersion = {
    number: number;
    /**
     * Of the document.
     */
    sha256: string;
    made_at: Time;
};

export type AuditMonth = {
    month: string;
    /**
     * How many entries of the ledger the seed is of.
     */
    size: number;
    /**
     * Root hash of these entries.
     */
    seed: string;
    drawn_at: Time;
    open: number;
    fine: number;
    questioned: number;
    wrong: number;
};

export type AuditItem = {
    number: number;
    zone: string;
    verdict: 'open' | 'fine' | 'questioned' | 'wrong';
    /**
     * Absent where nobody could be named.
     */
    auditor?: string;
    auditor_name?: string;
    word?: string;
    judged_at?: Time;
};

export type AuditCase = AuditItem & {
    month: string;
    /**
     * It was given to you.
     */
    mine: boolean;
    /**
     * Open for more than 30 days.
     */
    overdue: boolean;
    use: Use;
};

/**
 * Absent once it was erased.
 */
export type UseDetails = {
    actor: string;
    /**
     * Of the account; absent once it is gone.
     */
    actor_name?: string;
    purpose: string;
    case_number: string;
    justification: string;
    predicate: string;
    terminal: string;
    /**
     * Of the document it was asked on.
     */
    authorisation_sha256: string;
    recipients: Array<string>;
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

/**
 * The purpose it is opened for; without one it is refused.
 */
export type For = string;

/**
 * Why the people in the picture have to be seen.
 */
export type Unblur = string;

/**
 * Position in the read's list of pictures, from 0.
 */
export type PictureNumber = number;

/**
 * `processing` or `cameras`; another name is not found.
 */
export type RegisterName = string;

/**
 * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
 */
export type IfMatch = string;

/**
 * Made when the user acts and kept through retries, so that sending twice is one step.
 */
export type IdempotencyKey = string;

/**
 * Only what somebody still has to act on.
 */
export type Open = boolean;

export type Id2 = Id;

export type RevisionNumber = number;

/**
 * May hold slashes.
 */
export type TilePath = string;

export type EntryId = Id;

export type ListName2 = string;

/**
 * Continue behind this id.
 */
export type Before = Id;

export type Limit = number;

export type State = HitState;

export type ScimUser2 = {
    schemas?: Array<string>;
    /**
     * The subject (`sub`) of its ID tokens.
     */
    userName: string;
    /**
     * The same
     */
    externalId?: string;
    displayName?: string;
    active?: boolean;
};

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

export type ProveSessionData = {
    body: {
        password?: string;
        code?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/session/proof';
};

export type ProveSessionErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ProveSessionError = ProveSessionErrors[keyof ProveSessionErrors];

export type ProveSessionResponses = {
    /**
     * Proved.
     */
    200: {
        proved_until: Time;
    };
};

export type ProveSessionResponse = ProveSessionResponses[keyof ProveSessionResponses];

export type GetSignInWaysData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sign-in';
};

export type GetSignInWaysErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetSignInWaysError = GetSignInWaysErrors[keyof GetSignInWaysErrors];

export type GetSignInWaysResponses = {
    /**
     * With a name and a password always; `provider`: also with the account that people have at their zone.
     */
    200: {
        provider: boolean;
    };
};

export type GetSignInWaysResponse = GetSignInWaysResponses[keyof GetSignInWaysResponses];

export type BeginProviderSignInData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sign-in/provider';
};

export type BeginProviderSignInErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type BeginProviderSignInError = BeginProviderSignInErrors[keyof BeginProviderSignInErrors];

export type BeginProviderSignInResponses = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type BeginProviderSignInResponse = BeginProviderSignInResponses[keyof BeginProviderSignInResponses];

export type EndProviderSignInData = {
    body?: never;
    path?: never;
    query?: {
        state?: string;
        code?: string;
        iss?: string;
    };
    url: '/api/v1/sign-in/provider/return';
};

export type EndProviderSignInErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type EndProviderSignInError = EndProviderSignInErrors[keyof EndProviderSignInErrors];

export type EndProviderSignInResponses = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type EndProviderSignInResponse = EndProviderSignInResponses[keyof EndProviderSignInResponses];

export type ProveWithProviderData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sign-in/provider/proof';
};

export type ProveWithProviderErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ProveWithProviderError = ProveWithProviderErrors[keyof ProveWithProviderErrors];

export type ProveWithProviderResponses = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ProveWithProviderResponse = ProveWithProviderResponses[keyof ProveWithProviderResponses];

export type EndProviderSessionsData = {
    body: {
        logout_token: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/sign-in/provider/logout';
};

export type EndProviderSessionsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type EndProviderSessionsError = EndProviderSessionsErrors[keyof EndProviderSessionsErrors];

export type EndProviderSessionsResponses = {
    /**
     * They are over.
     */
    200: unknown;
};

export type TryProviderTokenData = {
    body: {
        /**
         * An ID token.
         */
        token?: string;
        /**
         * What one would hold; nobody has to have signed it.
         */
        claims?: {
            [key: string]: unknown;
        };
    };
    path?: never;
    query?: never;
    url: '/api/v1/sign-in/provider/try';
};

export type TryProviderTokenErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type TryProviderTokenError = TryProviderTokenErrors[keyof TryProviderTokenErrors];

export type TryProviderTokenResponses = {
    /**
     * What it comes to.
     */
    200: TokenTrial;
};

export type TryProviderTokenResponse = TryProviderTokenResponses[keyof TryProviderTokenResponses];

export type GetScimConfigData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/scim/v2/ServiceProviderConfig';
};

export type GetScimConfigErrors = {
    /**
     * An error of SCIM (RFC 7644, section 3.12).
     */
    default: {
        schemas: Array<string>;
        status: string;
        scimType?: string;
        detail: string;
    };
};

export type GetScimConfigError = GetScimConfigErrors[keyof GetScimConfigErrors];

export type GetScimConfigResponses = {
    /**
     * What is supported (RFC 7643, section 5).
     */
    200: {
        [key: string]: unknown;
    };
};

export type GetScimConfigResponse = GetScimConfigResponses[keyof GetScimConfigResponses];

export type ListScimUsersData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * `userName eq "…"` or `externalId eq "…"`; no other is known.
         */
        filter?: string;
        startIndex?: number;
        count?: number;
    };
    url: '/scim/v2/Users';
};

export type ListScimUsersErrors = {
    /**
     * An error of SCIM (RFC 7644, section 3.12).
     */
    default: {
        schemas: Array<string>;
        status: string;
        scimType?: string;
        detail: string;
    };
};

export type ListScimUsersError = ListScimUsersErrors[keyof ListScimUsersErrors];

export type ListScimUsersResponses = {
    /**
     * A page of them.
     */
    200: {
        schemas: Array<string>;
        totalResults: number;
        startIndex: number;
        itemsPerPage: number;
        Resources: Array<ScimUser>;
    };
};

export type ListScimUsersResponse = ListScimUsersResponses[keyof ListScimUsersResponses];

export type AddScimUserData = {
    body: ScimUser2;
    path?: never;
    query?: never;
    url: '/scim/v2/Users';
};

export type AddScimUserErrors = {
    /**
     * An error of SCIM (RFC 7644, section 3.12).
     */
    default: {
        schemas: Array<string>;
        status: string;
        scimType?: string;
        detail: string;
    };
};

export type AddScimUserError = AddScimUserErrors[keyof AddScimUserErrors];

export type AddScimUserResponses = {
    /**
     * Known.
     */
    201: ScimUser;
};

export type AddScimUserResponse = AddScimUserResponses[keyof AddScimUserResponses];

export type RemoveScimUserData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/scim/v2/Users/{id}';
};

export type RemoveScimUserErrors = {
    /**
     * An error of SCIM (RFC 7644, section 3.12).
     */
    default: {
        schemas: Array<string>;
        status: string;
        scimType?: string;
        detail: string;
    };
};

export type RemoveScimUserError = RemoveScimUserErrors[keyof RemoveScimUserErrors];

export type RemoveScimUserResponses = {
    /**
     * Gone.
     */
    204: void;
};

export type RemoveScimUserResponse = RemoveScimUserResponses[keyof RemoveScimUserResponses];

export type GetScimUserData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/scim/v2/Users/{id}';
};

export type GetScimUserErrors = {
    /**
     * An error of SCIM (RFC 7644, section 3.12).
     */
    default: {
        schemas: Array<string>;
        status: string;
        scimType?: string;
        detail: string;
    };
};

export type GetScimUserError = GetScimUserErrors[keyof GetScimUserErrors];

export type GetScimUserResponses = {
    /**
     * The account.
     */
    200: ScimUser;
};

export type GetScimUserResponse = GetScimUserResponses[keyof GetScimUserResponses];

export type ChangeScimUserData = {
    body: {
        schemas?: Array<string>;
        Operations: Array<{
            op: string;
            path?: string;
            value?: unknown;
        }>;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/scim/v2/Users/{id}';
};

export type ChangeScimUserErrors = {
    /**
     * An error of SCIM (RFC 7644, section 3.12).
     */
    default: {
        schemas: Array<string>;
        status: string;
        scimType?: string;
        detail: string;
    };
};

export type ChangeScimUserError = ChangeScimUserErrors[keyof ChangeScimUserErrors];

export type ChangeScimUserResponses = {
    /**
     * The account.
     */
    200: ScimUser;
};

export type ChangeScimUserResponse = ChangeScimUserResponses[keyof ChangeScimUserResponses];

export type ReplaceScimUserData = {
    body: ScimUser2;
    path: {
        id: Id;
    };
    query?: never;
    url: '/scim/v2/Users/{id}';
};

export type ReplaceScimUserErrors = {
    /**
     * An error of SCIM (RFC 7644, section 3.12).
     */
    default: {
        schemas: Array<string>;
        status: string;
        scimType?: string;
        detail: string;
    };
};

export type ReplaceScimUserError = ReplaceScimUserErrors[keyof ReplaceScimUserErrors];

export type ReplaceScimUserResponses = {
    /**
     * The account.
     */
    200: ScimUser;
};

export type ReplaceScimUserResponse = ReplaceScimUserResponses[keyof ReplaceScimUserResponses];

export type ChangeOwnPasswordData = {
    body: {
        password: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/session/password';
};

export type ChangeOwnPasswordErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ChangeOwnPasswordError = ChangeOwnPasswordErrors[keyof ChangeOwnPasswordErrors];

export type ChangeOwnPasswordResponses = {
    /**
     * Changed.
     */
    204: void;
};

export type ChangeOwnPasswordResponse = ChangeOwnPasswordResponses[keyof ChangeOwnPasswordResponses];

export type ListSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sessions';
};

export type ListSessionsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListSessionsError = ListSessionsErrors[keyof ListSessionsErrors];

export type ListSessionsResponses = {
    /**
     * The living sessions, oldest first.
     */
    200: {
        items: Array<OwnSession>;
    };
};

export type ListSessionsResponse = ListSessionsResponses[keyof ListSessionsResponses];

export type EndSessionData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/sessions/{id}';
};

export type EndSessionErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type EndSessionError = EndSessionErrors[keyof EndSessionErrors];

export type EndSessionResponses = {
    /**
     * It is over, and so is its stream.
     */
    204: void;
};

export type EndSessionResponse = EndSessionResponses[keyof EndSessionResponses];

export type GetSecondFactorData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/session/second-factor';
};

export type GetSecondFactorErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetSecondFactorError = GetSecondFactorErrors[keyof GetSecondFactorErrors];

export type GetSecondFactorResponses = {
    /**
     * The state.
     */
    200: SecondFactor;
};

export type GetSecondFactorResponse = GetSecondFactorResponses[keyof GetSecondFactorResponses];

export type BeginSecondFactorData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/session/second-factor';
};

export type BeginSecondFactorErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type BeginSecondFactorError = BeginSecondFactorErrors[keyof BeginSecondFactorErrors];

export type BeginSecondFactorResponses = {
    /**
     * The secret, shown this once.
     */
    201: Enrolment;
};

export type BeginSecondFactorResponse = BeginSecondFactorResponses[keyof BeginSecondFactorResponses];

export type ConfirmSecondFactorData = {
    body: {
        code: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/session/second-factor/confirm';
};

export type ConfirmSecondFactorErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ConfirmSecondFactorError = ConfirmSecondFactorErrors[keyof ConfirmSecondFactorErrors];

export type ConfirmSecondFactorResponses = {
    /**
     * On from now; the recovery codes are shown this once.
     */
    200: RecoveryCodes;
};

export type ConfirmSecondFactorResponse = ConfirmSecondFactorResponses[keyof ConfirmSecondFactorResponses];

export type StreamData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Comma-separated; hits, pursuits, lists and cameras. All when absent.
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

export type ListWithdrawnHitsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/hits/withdrawn';
};

export type ListWithdrawnHitsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListWithdrawnHitsError = ListWithdrawnHitsErrors[keyof ListWithdrawnHitsErrors];

export type ListWithdrawnHitsResponses = {
    /**
     * Newest first.
     */
    200: {
        items: Array<Hit>;
    };
};

export type ListWithdrawnHitsResponse = ListWithdrawnHitsResponses[keyof ListWithdrawnHitsResponses];

export type ClaimHitData = {
    body: NewClaim;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/claim';
};

export type ClaimHitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ClaimHitError = ClaimHitErrors[keyof ClaimHitErrors];

export type ClaimHitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: Hit;
};

export type ClaimHitResponse = ClaimHitResponses[keyof ClaimHitResponses];

export type ReleaseHitData = {
    body?: never;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/release';
};

export type ReleaseHitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ReleaseHitError = ReleaseHitErrors[keyof ReleaseHitErrors];

export type ReleaseHitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: Hit;
};

export type ReleaseHitResponse = ReleaseHitResponses[keyof ReleaseHitResponses];

export type JudgeHitData = {
    body: NewVerdict;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/verdict';
};

export type JudgeHitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type JudgeHitError = JudgeHitErrors[keyof JudgeHitErrors];

export type JudgeHitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: Hit;
};

export type JudgeHitResponse = JudgeHitResponses[keyof JudgeHitResponses];

export type UndoVerdictData = {
    body?: never;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/undo';
};

export type UndoVerdictErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type UndoVerdictError = UndoVerdictErrors[keyof UndoVerdictErrors];

export type UndoVerdictResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: Hit;
};

export type UndoVerdictResponse = UndoVerdictResponses[keyof UndoVerdictResponses];

export type DispatchHitData = {
    body?: never;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/dispatch';
};

export type DispatchHitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type DispatchHitError = DispatchHitErrors[keyof DispatchHitErrors];

export type DispatchHitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: Hit;
};

export type DispatchHitResponse = DispatchHitResponses[keyof DispatchHitResponses];

export type StopHitData = {
    body?: never;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/stop';
};

export type StopHitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type StopHitError = StopHitErrors[keyof StopHitErrors];

export type StopHitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: Hit;
};

export type StopHitResponse = StopHitResponses[keyof StopHitResponses];

export type CloseHitData = {
    body: NewOutcome;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/outcome';
};

export type CloseHitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type CloseHitError = CloseHitErrors[keyof CloseHitErrors];

export type CloseHitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: Hit;
};

export type CloseHitResponse = CloseHitResponses[keyof CloseHitResponses];

export type ListHitStepsData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/steps';
};

export type ListHitStepsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListHitStepsError = ListHitStepsErrors[keyof ListHitStepsErrors];

export type ListHitStepsResponses = {
    /**
     * Oldest first.
     */
    200: {
        items: Array<HitStep>;
    };
};

export type ListHitStepsResponse = ListHitStepsResponses[keyof ListHitStepsResponses];

export type ListNextCamerasData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/next';
};

export type ListNextCamerasErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListNextCamerasError = ListNextCamerasErrors[keyof ListNextCamerasErrors];

export type ListNextCamerasResponses = {
    /**
     * As of now.
     */
    200: {
        items: Array<NextCamera>;
    };
};

export type ListNextCamerasResponse = ListNextCamerasResponses[keyof ListNextCamerasResponses];

export type ListPursuitsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Continue behind this id.
         */
        before?: Id;
        limit?: number;
        /**
         * Only those that have not ended.
         */
        running?: boolean;
    };
    url: '/api/v1/pursuits';
};

export type ListPursuitsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListPursuitsError = ListPursuitsErrors[keyof ListPursuitsErrors];

export type ListPursuitsResponses = {
    /**
     * A page with the stream position it belongs to.
     */
    200: {
        items: Array<Pursuit>;
        seq: number;
    };
};

export type ListPursuitsResponse = ListPursuitsResponses[keyof ListPursuitsResponses];

export type BeginPursuitData = {
    body: {
        hit: Id;
    };
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/pursuits';
};

export type BeginPursuitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type BeginPursuitError = BeginPursuitErrors[keyof BeginPursuitErrors];

export type BeginPursuitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    201: PursuitWithLog;
};

export type BeginPursuitResponse = BeginPursuitResponses[keyof BeginPursuitResponses];

export type GetPursuitData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: {
        /**
         * Only what was written after that number.
         */
        behind?: number;
    };
    url: '/api/v1/pursuits/{id}';
};

export type GetPursuitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetPursuitError = GetPursuitErrors[keyof GetPursuitErrors];

export type GetPursuitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: PursuitWithLog;
};

export type GetPursuitResponse = GetPursuitResponses[keyof GetPursuitResponses];

export type InviteZoneData = {
    body: ZoneByCode;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/pursuits/{id}/invite';
};

export type InviteZoneErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type InviteZoneError = InviteZoneErrors[keyof InviteZoneErrors];

export type InviteZoneResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: PursuitWithLog;
};

export type InviteZoneResponse = InviteZoneResponses[keyof InviteZoneResponses];

export type JoinPursuitData = {
    body?: never;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/pursuits/{id}/join';
};

export type JoinPursuitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type JoinPursuitError = JoinPursuitErrors[keyof JoinPursuitErrors];

export type JoinPursuitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: PursuitWithLog;
};

export type JoinPursuitResponse = JoinPursuitResponses[keyof JoinPursuitResponses];

export type LeavePursuitData = {
    body?: never;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/pursuits/{id}/leave';
};

export type LeavePursuitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type LeavePursuitError = LeavePursuitErrors[keyof LeavePursuitErrors];

export type LeavePursuitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: PursuitWithLog;
};

export type LeavePursuitResponse = LeavePursuitResponses[keyof LeavePursuitResponses];

export type HandOverPursuitData = {
    body: ZoneByCode;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/pursuits/{id}/hand-over';
};

export type HandOverPursuitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type HandOverPursuitError = HandOverPursuitErrors[keyof HandOverPursuitErrors];

export type HandOverPursuitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: PursuitWithLog;
};

export type HandOverPursuitResponse = HandOverPursuitResponses[keyof HandOverPursuitResponses];

export type NotePursuitData = {
    body: NewPursuitNote;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/pursuits/{id}/notes';
};

export type NotePursuitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type NotePursuitError = NotePursuitErrors[keyof NotePursuitErrors];

export type NotePursuitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: PursuitWithLog;
};

export type NotePursuitResponse = NotePursuitResponses[keyof NotePursuitResponses];

export type ExtendPursuitData = {
    body: NewPursuitEnd;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/pursuits/{id}/extend';
};

export type ExtendPursuitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ExtendPursuitError = ExtendPursuitErrors[keyof ExtendPursuitErrors];

export type ExtendPursuitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: PursuitWithLog;
};

export type ExtendPursuitResponse = ExtendPursuitResponses[keyof ExtendPursuitResponses];

export type EndPursuitData = {
    body: NewOutcome;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/pursuits/{id}/end';
};

export type EndPursuitErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type EndPursuitError = EndPursuitErrors[keyof EndPursuitErrors];

export type EndPursuitResponses = {
    /**
     * As it is now; its version is also the ETag.
     */
    200: PursuitWithLog;
};

export type EndPursuitResponse = EndPursuitResponses[keyof EndPursuitResponses];

export type ListPresenceData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/presence';
};

export type ListPresenceErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListPresenceError = ListPresenceErrors[keyof ListPresenceErrors];

export type ListPresenceResponses = {
    /**
     * Every hit that somebody has open.
     */
    200: {
        items: Array<Viewed>;
    };
};

export type ListPresenceResponse = ListPresenceResponses[keyof ListPresenceResponses];

export type NotePresenceData = {
    body: {
        hit?: Id;
    };
    path?: never;
    query?: never;
    url: '/api/v1/presence';
};

export type NotePresenceErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type NotePresenceError = NotePresenceErrors[keyof NotePresenceErrors];

export type NotePresenceResponses = {
    /**
     * Noted; without a hit, that none is open.
     */
    204: void;
};

export type NotePresenceResponse = NotePresenceResponses[keyof NotePresenceResponses];

export type ListBatchesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/batches';
};

export type ListBatchesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListBatchesError = ListBatchesErrors[keyof ListBatchesErrors];

export type ListBatchesResponses = {
    /**
     * How many vehicles each day holds, and how many nobody has finished.
     */
    200: {
        items: Array<Batch>;
    };
};

export type ListBatchesResponse = ListBatchesResponses[keyof ListBatchesResponses];

export type RejectHitsData = {
    body: NewRejections;
    path?: never;
    query?: never;
    url: '/api/v1/rejections';
};

export type RejectHitsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type RejectHitsError = RejectHitsErrors[keyof RejectHitsErrors];

export type RejectHitsResponses = {
    /**
     * What became of each.
     */
    200: {
        items: Array<{
            id: Id;
            rejected: boolean;
            why_not?: string;
        }>;
    };
};

export type RejectHitsResponse = RejectHitsResponses[keyof RejectHitsResponses];

export type ConfirmWithdrawalData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/hits/{id}/withdrawal-seen';
};

export type ConfirmWithdrawalErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ConfirmWithdrawalError = ConfirmWithdrawalErrors[keyof ConfirmWithdrawalErrors];

export type ConfirmWithdrawalResponses = {
    /**
     * Noted.
     */
    204: void;
};

export type ConfirmWithdrawalResponse = ConfirmWithdrawalResponses[keyof ConfirmWithdrawalResponses];

export type ListIncidentsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * A day that is over, in Brussels: the vehicles of the daily batch of the own zone. 409 while the day lasts.
         */
        batch?: string;
        /**
         * Continue behind this id.
         */
        before?: Id;
        limit?: number;
        /**
         * Only what somebody still has to act on.
         */
        open?: boolean;
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

export type GetHitPictureData = {
    body?: never;
    path: {
        id: Id;
        /**
         * Position in the read's list of pictures, from 0.
         */
        number: number;
    };
    query?: never;
    url: '/api/v1/hits/{id}/pictures/{number}';
};

export type GetHitPictureErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetHitPictureError = GetHitPictureErrors[keyof GetHitPictureErrors];

export type GetHitPictureResponses = {
    /**
     * The picture as the camera sent it.
     */
    200: Blob | File;
};

export type GetHitPictureResponse = GetHitPictureResponses[keyof GetHitPictureResponses];

export type GetReadData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: {
        /**
         * The purpose it is opened for; without one it is refused.
         */
        for?: string;
    };
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
    query?: {
        /**
         * The purpose it is opened for; without one it is refused.
         */
        for?: string;
        /**
         * Why the people in the picture have to be seen.
         */
        unblur?: string;
    };
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

export type ListPurposesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/purposes';
};

export type ListPurposesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListPurposesError = ListPurposesErrors[keyof ListPurposesErrors];

export type ListPurposesResponses = {
    /**
     * One's own purposes that are not over, newest first.
     */
    200: {
        items: Array<StatedPurpose>;
    };
};

export type ListPurposesResponse = ListPurposesResponses[keyof ListPurposesResponses];

export type StatePurposeData = {
    body: PurposeWish;
    path?: never;
    query?: never;
    url: '/api/v1/purposes';
};

export type StatePurposeErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type StatePurposeError = StatePurposeErrors[keyof StatePurposeErrors];

export type StatePurposeResponses = {
    /**
     * It stands in the ledger.
     */
    201: StatedPurpose;
};

export type StatePurposeResponse = StatePurposeResponses[keyof StatePurposeResponses];

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

export type GetCameraActivityData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/cameras/{id}/activity';
};

export type GetCameraActivityErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetCameraActivityError = GetCameraActivityErrors[keyof GetCameraActivityErrors];

export type GetCameraActivityResponses = {
    /**
     * Its activity.
     */
    200: CameraActivity;
};

export type GetCameraActivityResponse = GetCameraActivityResponses[keyof GetCameraActivityResponses];

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

export type GetListData = {
    body?: never;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}';
};

export type GetListErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetListError = GetListErrors[keyof GetListErrors];

export type GetListResponses = {
    /**
     * The list.
     */
    200: List;
};

export type GetListResponse = GetListResponses[keyof GetListResponses];

export type ChangeListData = {
    body: ListChange;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}';
};

export type ChangeListErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ChangeListError = ChangeListErrors[keyof ChangeListErrors];

export type ChangeListResponses = {
    /**
     * As it is now.
     */
    200: List;
};

export type ChangeListResponse = ChangeListResponses[keyof ChangeListResponses];

export type SuspendListData = {
    body: Because;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}/suspend';
};

export type SuspendListErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type SuspendListError = SuspendListErrors[keyof SuspendListErrors];

export type SuspendListResponses = {
    /**
     * As it is now.
     */
    200: List;
};

export type SuspendListResponse = SuspendListResponses[keyof SuspendListResponses];

export type ResumeListData = {
    body?: never;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}/resume';
};

export type ResumeListErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ResumeListError = ResumeListErrors[keyof ResumeListErrors];

export type ResumeListResponses = {
    /**
     * As it is now.
     */
    200: List;
};

export type ResumeListResponse = ResumeListResponses[keyof ResumeListResponses];

export type SyncListData = {
    body?: never;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}/sync';
};

export type SyncListErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type SyncListError = SyncListErrors[keyof SyncListErrors];

export type SyncListResponses = {
    /**
     * What the source had.
     */
    200: SyncReport;
};

export type SyncListResponse = SyncListResponses[keyof SyncListResponses];

export type ImportEntriesData = {
    body: unknown;
    path: {
        name: string;
    };
    query?: {
        /**
         * Report what would happen and change nothing.
         */
        dry_run?: boolean;
        /**
         * What the file is; as its profile says, otherwise what it holds is merged.
         */
        mode?: ImportMode;
        /**
         * How the file is read: the name of a profile.
         */
        profile?: string;
        /**
         * How columns are named, such as `plate=Kenteken;country=Land`.
         */
        map?: string;
        /**
         * Its name, where the profile finds the revision in it.
         */
        file_name?: string;
        /**
         * A person looked; a full file may lack any share of what is in force.
         */
        accept_shrink?: boolean;
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
     * Begun.
     */
    202: Revision;
};

export type ImportEntriesResponse = ImportEntriesResponses[keyof ImportEntriesResponses];

export type ListRevisionsData = {
    body?: never;
    path: {
        name: string;
    };
    query?: {
        /**
         * Continue below this number.
         */
        before?: number;
        limit?: number;
    };
    url: '/api/v1/lists/{name}/revisions';
};

export type ListRevisionsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListRevisionsError = ListRevisionsErrors[keyof ListRevisionsErrors];

export type ListRevisionsResponses = {
    /**
     * A page.
     */
    200: {
        items: Array<Revision>;
    };
};

export type ListRevisionsResponse = ListRevisionsResponses[keyof ListRevisionsResponses];

export type GetRevisionData = {
    body?: never;
    path: {
        name: string;
        number: number;
    };
    query?: never;
    url: '/api/v1/lists/{name}/revisions/{number}';
};

export type GetRevisionErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetRevisionError = GetRevisionErrors[keyof GetRevisionErrors];

export type GetRevisionResponses = {
    /**
     * The revision.
     */
    200: Revision;
};

export type GetRevisionResponse = GetRevisionResponses[keyof GetRevisionResponses];

export type ConfirmRevisionData = {
    body?: never;
    path: {
        name: string;
        number: number;
    };
    query?: never;
    url: '/api/v1/lists/{name}/revisions/{number}/confirm';
};

export type ConfirmRevisionErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ConfirmRevisionError = ConfirmRevisionErrors[keyof ConfirmRevisionErrors];

export type ConfirmRevisionResponses = {
    /**
     * The revision that applies it.
     */
    202: Revision;
};

export type ConfirmRevisionResponse = ConfirmRevisionResponses[keyof ConfirmRevisionResponses];

export type DiscardRevisionData = {
    body?: never;
    path: {
        name: string;
        number: number;
    };
    query?: never;
    url: '/api/v1/lists/{name}/revisions/{number}/discard';
};

export type DiscardRevisionErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type DiscardRevisionError = DiscardRevisionErrors[keyof DiscardRevisionErrors];

export type DiscardRevisionResponses = {
    /**
     * As it is now.
     */
    200: Revision;
};

export type DiscardRevisionResponse = DiscardRevisionResponses[keyof DiscardRevisionResponses];

export type CancelRevisionData = {
    body?: never;
    path: {
        name: string;
        number: number;
    };
    query?: never;
    url: '/api/v1/lists/{name}/revisions/{number}/cancel';
};

export type CancelRevisionErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type CancelRevisionError = CancelRevisionErrors[keyof CancelRevisionErrors];

export type CancelRevisionResponses = {
    /**
     * As it is now; it ends soon.
     */
    200: Revision;
};

export type CancelRevisionResponse = CancelRevisionResponses[keyof CancelRevisionResponses];

export type ListRejectsData = {
    body?: never;
    path: {
        name: string;
        number: number;
    };
    query?: {
        /**
         * Continue behind this line.
         */
        after?: number;
        limit?: number;
    };
    url: '/api/v1/lists/{name}/revisions/{number}/rejects';
};

export type ListRejectsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListRejectsError = ListRejectsErrors[keyof ListRejectsErrors];

export type ListRejectsResponses = {
    /**
     * A page; the first thousand are kept.
     */
    200: {
        items: Array<Reject>;
    };
};

export type ListRejectsResponse = ListRejectsResponses[keyof ListRejectsResponses];

export type ListChangesData = {
    body?: never;
    path: {
        name: string;
        number: number;
    };
    query?: {
        /**
         * What it wrote, or what it ended or replaced.
         */
        kind?: 'written' | 'ended';
        /**
         * Continue behind this entry.
         */
        after?: string;
        limit?: number;
    };
    url: '/api/v1/lists/{name}/revisions/{number}/changes';
};

export type ListChangesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListChangesError = ListChangesErrors[keyof ListChangesErrors];

export type ListChangesResponses = {
    /**
     * A page.
     */
    200: {
        items: Array<EntryDifference>;
    };
};

export type ListChangesResponse = ListChangesResponses[keyof ListChangesResponses];

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

export type PutEntryData = {
    body: NewEntry;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}/entries';
};

export type PutEntryErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type PutEntryError = PutEntryErrors[keyof PutEntryErrors];

export type PutEntryResponses = {
    /**
     * As it is in force.
     */
    201: Entry;
};

export type PutEntryResponse = PutEntryResponses[keyof PutEntryResponses];

export type ListWrongEntriesData = {
    body?: never;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}/wrong';
};

export type ListWrongEntriesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListWrongEntriesError = ListWrongEntriesErrors[keyof ListWrongEntriesErrors];

export type ListWrongEntriesResponses = {
    /**
     * All of them.
     */
    200: {
        items: Array<WrongEntry>;
    };
};

export type ListWrongEntriesResponse = ListWrongEntriesResponses[keyof ListWrongEntriesResponses];

export type UnmarkWrongData = {
    body: PlateName;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}/wrong/take-back';
};

export type UnmarkWrongErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type UnmarkWrongError = UnmarkWrongErrors[keyof UnmarkWrongErrors];

export type UnmarkWrongResponses = {
    /**
     * A later file may bring it back.
     */
    204: void;
};

export type UnmarkWrongResponse = UnmarkWrongResponses[keyof UnmarkWrongResponses];

export type GetEntryData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/entries/{id}';
};

export type GetEntryErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetEntryError = GetEntryErrors[keyof GetEntryErrors];

export type GetEntryResponses = {
    /**
     * The entry.
     */
    200: Entry;
};

export type GetEntryResponse = GetEntryResponses[keyof GetEntryResponses];

export type ListEntryPastData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/entries/{id}/past';
};

export type ListEntryPastErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListEntryPastError = ListEntryPastErrors[keyof ListEntryPastErrors];

export type ListEntryPastResponses = {
    /**
     * Newest first.
     */
    200: {
        items: Array<PastEntry>;
    };
};

export type ListEntryPastResponse = ListEntryPastResponses[keyof ListEntryPastResponses];

export type WithdrawEntryData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/entries/{id}/withdraw';
};

export type WithdrawEntryErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type WithdrawEntryError = WithdrawEntryErrors[keyof WithdrawEntryErrors];

export type WithdrawEntryResponses = {
    /**
     * Ended; its open hits are withdrawn.
     */
    204: void;
};

export type WithdrawEntryResponse = WithdrawEntryResponses[keyof WithdrawEntryResponses];

export type MarkEntryWrongData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/entries/{id}/wrong';
};

export type MarkEntryWrongErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type MarkEntryWrongError = MarkEntryWrongErrors[keyof MarkEntryWrongErrors];

export type MarkEntryWrongResponses = {
    /**
     * Ended and kept off; its open hits are withdrawn.
     */
    204: void;
};

export type MarkEntryWrongResponse = MarkEntryWrongResponses[keyof MarkEntryWrongResponses];

export type LookBackData = {
    body: LookBackWish;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/entries/{id}/look-back';
};

export type LookBackErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type LookBackError = LookBackErrors[keyof LookBackErrors];

export type LookBackResponses = {
    /**
     * The reads found, newest first.
     */
    200: LookBackReport;
};

export type LookBackResponse = LookBackResponses[keyof LookBackResponses];

export type PreviewListData = {
    body?: never;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}/preview';
};

export type PreviewListErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type PreviewListError = PreviewListErrors[keyof PreviewListErrors];

export type PreviewListResponses = {
    /**
     * Of all its entries, at the traffic of the last days.
     */
    200: ListPreview;
};

export type PreviewListResponse = PreviewListResponses[keyof PreviewListResponses];

export type PreviewEntryData = {
    body: PlateName;
    path: {
        name: string;
    };
    query?: never;
    url: '/api/v1/lists/{name}/preview';
};

export type PreviewEntryErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type PreviewEntryError = PreviewEntryErrors[keyof PreviewEntryErrors];

export type PreviewEntryResponses = {
    /**
     * As if it stood on this list.
     */
    200: EntryPreview;
};

export type PreviewEntryResponse = PreviewEntryResponses[keyof PreviewEntryResponses];

export type GetKnownPlatesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/known-plates';
};

export type GetKnownPlatesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetKnownPlatesError = GetKnownPlatesErrors[keyof GetKnownPlatesErrors];

export type GetKnownPlatesResponses = {
    /**
     * The count and what share of the vehicles on the road they are.
     */
    200: KnownPlates;
};

export type GetKnownPlatesResponse = GetKnownPlatesResponses[keyof GetKnownPlatesResponses];

export type PutKnownPlatesData = {
    body: string;
    path?: never;
    query: {
        /**
         * Share of the vehicles on the road that they are.
         */
        coverage: number;
    };
    url: '/api/v1/known-plates';
};

export type PutKnownPlatesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type PutKnownPlatesError = PutKnownPlatesErrors[keyof PutKnownPlatesErrors];

export type PutKnownPlatesResponses = {
    /**
     * As it is in force.
     */
    200: KnownPlates;
};

export type PutKnownPlatesResponse = PutKnownPlatesResponses[keyof PutKnownPlatesResponses];

export type ForgetCameraMisreadsData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/cameras/{id}/misreads';
};

export type ForgetCameraMisreadsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ForgetCameraMisreadsError = ForgetCameraMisreadsErrors[keyof ForgetCameraMisreadsErrors];

export type ForgetCameraMisreadsResponses = {
    /**
     * Nothing is left.
     */
    200: CameraMisreads;
};

export type ForgetCameraMisreadsResponse = ForgetCameraMisreadsResponses[keyof ForgetCameraMisreadsResponses];

export type GetCameraMisreadsData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/cameras/{id}/misreads';
};

export type GetCameraMisreadsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetCameraMisreadsError = GetCameraMisreadsErrors[keyof GetCameraMisreadsErrors];

export type GetCameraMisreadsResponses = {
    /**
     * What waits for approval, and what is in force.
     */
    200: CameraMisreads;
};

export type GetCameraMisreadsResponse = GetCameraMisreadsResponses[keyof GetCameraMisreadsResponses];

export type LearnCameraMisreadsData = {
    body: string;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/cameras/{id}/misreads';
};

export type LearnCameraMisreadsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type LearnCameraMisreadsError = LearnCameraMisreadsErrors[keyof LearnCameraMisreadsErrors];

export type LearnCameraMisreadsResponses = {
    /**
     * The draft, with its gain on the reads held out.
     */
    200: CameraMisreads;
};

export type LearnCameraMisreadsResponse = LearnCameraMisreadsResponses[keyof LearnCameraMisreadsResponses];

export type LearnTalliedCameraMisreadsData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/cameras/{id}/misreads/draft';
};

export type LearnTalliedCameraMisreadsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type LearnTalliedCameraMisreadsError = LearnTalliedCameraMisreadsErrors[keyof LearnTalliedCameraMisreadsErrors];

export type LearnTalliedCameraMisreadsResponses = {
    /**
     * The draft, with its gain on the reads held out.
     */
    200: CameraMisreads;
};

export type LearnTalliedCameraMisreadsResponse = LearnTalliedCameraMisreadsResponses[keyof LearnTalliedCameraMisreadsResponses];

export type ApproveCameraMisreadsData = {
    body: {
        version: number;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/cameras/{id}/misreads/approve';
};

export type ApproveCameraMisreadsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ApproveCameraMisreadsError = ApproveCameraMisreadsErrors[keyof ApproveCameraMisreadsErrors];

export type ApproveCameraMisreadsResponses = {
    /**
     * As it is in force.
     */
    200: CameraMisreads;
};

export type ApproveCameraMisreadsResponse = ApproveCameraMisreadsResponses[keyof ApproveCameraMisreadsResponses];

export type ListProfilesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/profiles';
};

export type ListProfilesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListProfilesError = ListProfilesErrors[keyof ListProfilesErrors];

export type ListProfilesResponses = {
    /**
     * Their names.
     */
    200: ProfileNames;
};

export type ListProfilesResponse = ListProfilesResponses[keyof ListProfilesResponses];

export type ListRegistersData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/registers';
};

export type ListRegistersErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListRegistersError = ListRegistersErrors[keyof ListRegistersErrors];

export type ListRegistersResponses = {
    /**
     * The registers.
     */
    200: {
        items: Array<RegisterHealth>;
    };
};

export type ListRegistersResponse = ListRegistersResponses[keyof ListRegistersResponses];

export type CheckPlatesData = {
    body: string;
    path?: never;
    query?: {
        /**
         * `exact` for entries with the very plate; `all` also for those that the plate may be a misread of or whose partial plate it fits, as each list wishes to be matched.
         */
        kind?: 'exact' | 'all';
    };
    url: '/api/v1/checks';
};

export type CheckPlatesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type CheckPlatesError = CheckPlatesErrors[keyof CheckPlatesErrors];

export type CheckPlatesResponses = {
    /**
     * A JSON document a line. An array for every entry found, `[line, entry, list, priority]`, and when all kinds were asked for `[line, entry, list, priority, kind, probability]`; an object `{"line", "error"}` for each of the first 1,000 lines that were refused; last the object `{"lines", "listed", "refused"}`, without which the answer is not whole. Lines count from 1. Whoever accepts `application/vnd.bas.listed-rows` gets the entries as rows of 28 bytes instead, which docs/protocols/checks.md draws.
     */
    200: string;
};

export type CheckPlatesResponse = CheckPlatesResponses[keyof CheckPlatesResponses];

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

export type ChangeUserData = {
    body: UserChange;
    headers: {
        /**
         * The ETag of what was looked at (RFC 9110), which is its version in quotes; `*` for whatever it is now.
         */
        'If-Match': string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/users/{id}';
};

export type ChangeUserErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ChangeUserError = ChangeUserErrors[keyof ChangeUserErrors];

export type ChangeUserResponses = {
    /**
     * As it is now.
     */
    200: User;
};

export type ChangeUserResponse = ChangeUserResponses[keyof ChangeUserResponses];

export type CountClosePlatesData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/users/{id}/close-plates';
};

export type CountClosePlatesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type CountClosePlatesError = CountClosePlatesErrors[keyof CountClosePlatesErrors];

export type CountClosePlatesResponses = {
    /**
     * How many are kept.
     */
    200: {
        own: number;
        relatives: number;
    };
};

export type CountClosePlatesResponse = CountClosePlatesResponses[keyof CountClosePlatesResponses];

export type SetClosePlatesData = {
    body: {
        own?: Array<string>;
        relatives?: Array<string>;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/users/{id}/close-plates';
};

export type SetClosePlatesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type SetClosePlatesError = SetClosePlatesErrors[keyof SetClosePlatesErrors];

export type SetClosePlatesResponses = {
    /**
     * How many are kept.
     */
    200: {
        own: number;
        relatives: number;
    };
};

export type SetClosePlatesResponse = SetClosePlatesResponses[keyof SetClosePlatesResponses];

export type ResetSecondFactorData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/users/{id}/second-factor/reset';
};

export type ResetSecondFactorErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ResetSecondFactorError = ResetSecondFactorErrors[keyof ResetSecondFactorErrors];

export type ResetSecondFactorResponses = {
    /**
     * Gone.
     */
    204: void;
};

export type ResetSecondFactorResponse = ResetSecondFactorResponses[keyof ResetSecondFactorResponses];

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
         * Only those of this camera.
         */
        camera?: Id;
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

export type SearchReadsData = {
    body: NewSearch;
    path?: never;
    query?: never;
    url: '/api/v1/searches';
};

export type SearchReadsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type SearchReadsError = SearchReadsErrors[keyof SearchReadsErrors];

export type SearchReadsResponses = {
    /**
     * A page of reads, newest first.
     */
    200: SearchPage;
};

export type SearchReadsResponse = SearchReadsResponses[keyof SearchReadsResponses];

export type ListAgreementsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/agreements';
};

export type ListAgreementsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListAgreementsError = ListAgreementsErrors[keyof ListAgreementsErrors];

export type ListAgreementsResponses = {
    /**
     * Those that are not over, newest first.
     */
    200: {
        items: Array<Agreement>;
    };
};

export type ListAgreementsResponse = ListAgreementsResponses[keyof ListAgreementsResponses];

export type AskAgreementData = {
    body: NewSearch;
    path?: never;
    query?: never;
    url: '/api/v1/agreements';
};

export type AskAgreementErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type AskAgreementError = AskAgreementErrors[keyof AskAgreementErrors];

export type AskAgreementResponses = {
    /**
     * Nobody has agreed yet.
     */
    201: Agreement;
};

export type AskAgreementResponse = AskAgreementResponses[keyof AskAgreementResponses];

export type AgreeToSearchData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/agreements/{id}/agree';
};

export type AgreeToSearchErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type AgreeToSearchError = AgreeToSearchErrors[keyof AgreeToSearchErrors];

export type AgreeToSearchResponses = {
    /**
     * It may be made until it ends.
     */
    200: Agreement;
};

export type AgreeToSearchResponse = AgreeToSearchResponses[keyof AgreeToSearchResponses];

export type ListHoldsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/holds';
};

export type ListHoldsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListHoldsError = ListHoldsErrors[keyof ListHoldsErrors];

export type ListHoldsResponses = {
    /**
     * Those that are not released, newest first.
     */
    200: {
        items: Array<Hold>;
    };
};

export type ListHoldsResponse = ListHoldsResponses[keyof ListHoldsResponses];

export type MakeHoldData = {
    body: NewHold;
    path?: never;
    query?: never;
    url: '/api/v1/holds';
};

export type MakeHoldErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type MakeHoldError = MakeHoldErrors[keyof MakeHoldErrors];

export type MakeHoldResponses = {
    /**
     * Copied.
     */
    201: Hold;
};

export type MakeHoldResponse = MakeHoldResponses[keyof MakeHoldResponses];

export type OpenHoldData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: {
        /**
         * The purpose it is opened for; without one it is refused.
         */
        for?: string;
    };
    url: '/api/v1/holds/{id}';
};

export type OpenHoldErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type OpenHoldError = OpenHoldErrors[keyof OpenHoldErrors];

export type OpenHoldResponses = {
    /**
     * The hold with its reads as they were copied.
     */
    200: Hold & {
        items: Array<Read>;
    };
};

export type OpenHoldResponse = OpenHoldResponses[keyof OpenHoldResponses];

export type GetHeldPictureData = {
    body?: never;
    path: {
        id: Id;
        read: Id;
        /**
         * Position in the read's list of pictures, from 0.
         */
        number: number;
    };
    query?: {
        /**
         * The purpose it is opened for; without one it is refused.
         */
        for?: string;
        /**
         * Why the people in the picture have to be seen.
         */
        unblur?: string;
    };
    url: '/api/v1/holds/{id}/reads/{read}/pictures/{number}';
};

export type GetHeldPictureErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetHeldPictureError = GetHeldPictureErrors[keyof GetHeldPictureErrors];

export type GetHeldPictureResponses = {
    /**
     * The picture as the camera sent it.
     */
    200: Blob | File;
};

export type GetHeldPictureResponse = GetHeldPictureResponses[keyof GetHeldPictureResponses];

export type ReviewHoldData = {
    body: {
        review_at: Time;
        reason: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/holds/{id}/review';
};

export type ReviewHoldErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ReviewHoldError = ReviewHoldErrors[keyof ReviewHoldErrors];

export type ReviewHoldResponses = {
    /**
     * It is opened until its next review.
     */
    200: Hold;
};

export type ReviewHoldResponse = ReviewHoldResponses[keyof ReviewHoldResponses];

export type ReleaseHoldData = {
    body: {
        reason: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/holds/{id}/release';
};

export type ReleaseHoldErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ReleaseHoldError = ReleaseHoldErrors[keyof ReleaseHoldErrors];

export type ReleaseHoldResponses = {
    /**
     * Gone for good; the ledger keeps how many reads there were, and their digest.
     */
    200: Hold;
};

export type ReleaseHoldResponse = ReleaseHoldResponses[keyof ReleaseHoldResponses];

export type ListOutletsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/outlets';
};

export type ListOutletsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListOutletsError = ListOutletsErrors[keyof ListOutletsErrors];

export type ListOutletsResponses = {
    /**
     * Those of the zone of who asks; a system administrator sees all.
     */
    200: {
        items: Array<Outlet>;
    };
};

export type ListOutletsResponse = ListOutletsResponses[keyof ListOutletsResponses];

export type MakeOutletData = {
    body: NewOutlet;
    headers?: {
        /**
         * Made when the user acts and kept through retries, so that sending twice is one step.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/outlets';
};

export type MakeOutletErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type MakeOutletError = MakeOutletErrors[keyof MakeOutletErrors];

export type MakeOutletResponses = {
    /**
     * It was made by the same request before; its key is not shown again.
     */
    200: Outlet;
    /**
     * Made. The key that verifies stands in it this once.
     */
    201: OutletWithKey;
};

export type MakeOutletResponse = MakeOutletResponses[keyof MakeOutletResponses];

export type RemoveOutletData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/outlets/{id}';
};

export type RemoveOutletErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type RemoveOutletError = RemoveOutletErrors[keyof RemoveOutletErrors];

export type RemoveOutletResponses = {
    /**
     * Removed.
     */
    204: void;
};

export type RemoveOutletResponse = RemoveOutletResponses[keyof RemoveOutletResponses];

export type GetOutletData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/outlets/{id}';
};

export type GetOutletErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetOutletError = GetOutletErrors[keyof GetOutletErrors];

export type GetOutletResponses = {
    /**
     * As it is now.
     */
    200: Outlet;
};

export type GetOutletResponse = GetOutletResponses[keyof GetOutletResponses];

export type ChangeOutletData = {
    body: {
        title?: string;
        target?: string;
        events?: Array<OutletEvent>;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/outlets/{id}';
};

export type ChangeOutletErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ChangeOutletError = ChangeOutletErrors[keyof ChangeOutletErrors];

export type ChangeOutletResponses = {
    /**
     * As it is now.
     */
    200: Outlet;
};

export type ChangeOutletResponse = ChangeOutletResponses[keyof ChangeOutletResponses];

export type RotateOutletKeyData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/outlets/{id}/key';
};

export type RotateOutletKeyErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type RotateOutletKeyError = RotateOutletKeyErrors[keyof RotateOutletKeyErrors];

export type RotateOutletKeyResponses = {
    /**
     * The key that verifies stands in it this once.
     */
    201: OutletWithKey;
};

export type RotateOutletKeyResponse = RotateOutletKeyResponses[keyof RotateOutletKeyResponses];

export type EnableOutletData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/outlets/{id}/enable';
};

export type EnableOutletErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type EnableOutletError = EnableOutletErrors[keyof EnableOutletErrors];

export type EnableOutletResponses = {
    /**
     * As it is now.
     */
    200: Outlet;
};

export type EnableOutletResponse = EnableOutletResponses[keyof EnableOutletResponses];

export type TestOutletData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/outlets/{id}/test';
};

export type TestOutletErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type TestOutletError = TestOutletErrors[keyof TestOutletErrors];

export type TestOutletResponses = {
    /**
     * It is on its way.
     */
    202: OutletDelivery;
};

export type TestOutletResponse = TestOutletResponses[keyof TestOutletResponses];

export type ListOutletDeliveriesData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: {
        /**
         * Continue behind this id.
         */
        before?: Id;
        limit?: number;
        state?: DeliveryState;
    };
    url: '/api/v1/outlets/{id}/deliveries';
};

export type ListOutletDeliveriesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListOutletDeliveriesError = ListOutletDeliveriesErrors[keyof ListOutletDeliveriesErrors];

export type ListOutletDeliveriesResponses = {
    /**
     * A page.
     */
    200: {
        items: Array<OutletDelivery>;
    };
};

export type ListOutletDeliveriesResponse = ListOutletDeliveriesResponses[keyof ListOutletDeliveriesResponses];

export type ReplayOutletPeriodData = {
    body: {
        from: Time;
        until: Time;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/outlets/{id}/replay';
};

export type ReplayOutletPeriodErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ReplayOutletPeriodError = ReplayOutletPeriodErrors[keyof ReplayOutletPeriodErrors];

export type ReplayOutletPeriodResponses = {
    /**
     * They are on their way, each with its first id.
     */
    202: {
        deliveries: number;
    };
};

export type ReplayOutletPeriodResponse = ReplayOutletPeriodResponses[keyof ReplayOutletPeriodResponses];

export type ReplayOutletDeliveryData = {
    body?: never;
    path: {
        id: Id;
        delivery: Id;
    };
    query?: never;
    url: '/api/v1/outlets/{id}/deliveries/{delivery}/replay';
};

export type ReplayOutletDeliveryErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ReplayOutletDeliveryError = ReplayOutletDeliveryErrors[keyof ReplayOutletDeliveryErrors];

export type ReplayOutletDeliveryResponses = {
    /**
     * It is on its way.
     */
    202: OutletDelivery;
};

export type ReplayOutletDeliveryResponse = ReplayOutletDeliveryResponses[keyof ReplayOutletDeliveryResponses];

export type GetRegimeData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/regime';
};

export type GetRegimeErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetRegimeError = GetRegimeErrors[keyof GetRegimeErrors];

export type GetRegimeResponses = {
    /**
     * What who asks something has to know of it.
     */
    200: Regime;
};

export type GetRegimeResponse = GetRegimeResponses[keyof GetRegimeResponses];

export type ListGrantsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/grants';
};

export type ListGrantsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListGrantsError = ListGrantsErrors[keyof ListGrantsErrors];

export type ListGrantsResponses = {
    /**
     * All of them, also those that have ended.
     */
    200: GrantListing;
};

export type ListGrantsResponse = ListGrantsResponses[keyof ListGrantsResponses];

export type MakeGrantData = {
    body: NewGrant;
    path?: never;
    query?: never;
    url: '/api/v1/grants';
};

export type MakeGrantErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type MakeGrantError = MakeGrantErrors[keyof MakeGrantErrors];

export type MakeGrantResponses = {
    /**
     * Made; it counts from `from` on.
     */
    201: Grant;
};

export type MakeGrantResponse = MakeGrantResponses[keyof MakeGrantResponses];

export type PreviewGrantData = {
    body: NewGrant;
    path?: never;
    query?: never;
    url: '/api/v1/grants/preview';
};

export type PreviewGrantErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type PreviewGrantError = PreviewGrantErrors[keyof PreviewGrantErrors];

export type PreviewGrantResponses = {
    /**
     * What it would open.
     */
    200: GrantPreview;
};

export type PreviewGrantResponse = PreviewGrantResponses[keyof PreviewGrantResponses];

export type RevokeGrantData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/grants/{id}/revoke';
};

export type RevokeGrantErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type RevokeGrantError = RevokeGrantErrors[keyof RevokeGrantErrors];

export type RevokeGrantResponses = {
    /**
     * As it is now.
     */
    200: Grant;
};

export type RevokeGrantResponse = RevokeGrantResponses[keyof RevokeGrantResponses];

export type ListAuthorisationsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/authorisations';
};

export type ListAuthorisationsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListAuthorisationsError = ListAuthorisationsErrors[keyof ListAuthorisationsErrors];

export type ListAuthorisationsResponses = {
    /**
     * All of them.
     */
    200: AuthorisationListing;
};

export type ListAuthorisationsResponse = ListAuthorisationsResponses[keyof ListAuthorisationsResponses];

export type AddAuthorisationData = {
    body: NewAuthorisation;
    path?: never;
    query?: never;
    url: '/api/v1/authorisations';
};

export type AddAuthorisationErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type AddAuthorisationError = AddAuthorisationErrors[keyof AddAuthorisationErrors];

export type AddAuthorisationResponses = {
    /**
     * Registered.
     */
    201: Authorisation;
};

export type AddAuthorisationResponse = AddAuthorisationResponses[keyof AddAuthorisationResponses];

export type GetAuthorisationDocumentData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/authorisations/{id}/document';
};

export type GetAuthorisationDocumentErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetAuthorisationDocumentError = GetAuthorisationDocumentErrors[keyof GetAuthorisationDocumentErrors];

export type GetAuthorisationDocumentResponses = {
    /**
     * As it was given, to be saved.
     */
    200: Blob | File;
};

export type GetAuthorisationDocumentResponse = GetAuthorisationDocumentResponses[keyof GetAuthorisationDocumentResponses];

export type PutAuthorisationDocumentData = {
    body: Blob | File;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/authorisations/{id}/document';
};

export type PutAuthorisationDocumentErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type PutAuthorisationDocumentError = PutAuthorisationDocumentErrors[keyof PutAuthorisationDocumentErrors];

export type PutAuthorisationDocumentResponses = {
    /**
     * It waits for another person now.
     */
    200: Authorisation;
};

export type PutAuthorisationDocumentResponse = PutAuthorisationDocumentResponses[keyof PutAuthorisationDocumentResponses];

export type ConfirmAuthorisationData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/authorisations/{id}/confirm';
};

export type ConfirmAuthorisationErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ConfirmAuthorisationError = ConfirmAuthorisationErrors[keyof ConfirmAuthorisationErrors];

export type ConfirmAuthorisationResponses = {
    /**
     * In force.
     */
    200: Authorisation;
};

export type ConfirmAuthorisationResponse = ConfirmAuthorisationResponses[keyof ConfirmAuthorisationResponses];

export type RevokeAuthorisationData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/authorisations/{id}/revoke';
};

export type RevokeAuthorisationErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type RevokeAuthorisationError = RevokeAuthorisationErrors[keyof RevokeAuthorisationErrors];

export type RevokeAuthorisationResponses = {
    /**
     * As it is now.
     */
    200: Authorisation;
};

export type RevokeAuthorisationResponse = RevokeAuthorisationResponses[keyof RevokeAuthorisationResponses];

export type GetLedgerCheckpointData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/ledger/checkpoint';
};

export type GetLedgerCheckpointErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetLedgerCheckpointError = GetLedgerCheckpointErrors[keyof GetLedgerCheckpointErrors];

export type GetLedgerCheckpointResponses = {
    /**
     * The latest.
     */
    200: string;
};

export type GetLedgerCheckpointResponse = GetLedgerCheckpointResponses[keyof GetLedgerCheckpointResponses];

export type GetWitnessedCheckpointData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/ledger/witnessed';
};

export type GetWitnessedCheckpointErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetWitnessedCheckpointError = GetWitnessedCheckpointErrors[keyof GetWitnessedCheckpointErrors];

export type GetWitnessedCheckpointResponses = {
    /**
     * The latest that anybody cosigned.
     */
    200: string;
};

export type GetWitnessedCheckpointResponse = GetWitnessedCheckpointResponses[keyof GetWitnessedCheckpointResponses];

export type GetLedgerTileData = {
    body?: never;
    path: {
        /**
         * May hold slashes.
         */
        path: string;
    };
    query?: never;
    url: '/ledger/tile/{path}';
};

export type GetLedgerTileErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetLedgerTileError = GetLedgerTileErrors[keyof GetLedgerTileErrors];

export type GetLedgerTileResponses = {
    /**
     * Hashes of 32 bytes each.
     */
    200: Blob | File;
};

export type GetLedgerTileResponse = GetLedgerTileResponses[keyof GetLedgerTileResponses];

export type GetLedgerEntriesData = {
    body?: never;
    path: {
        /**
         * May hold slashes.
         */
        path: string;
    };
    query?: never;
    url: '/ledger/tile/entries/{path}';
};

export type GetLedgerEntriesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetLedgerEntriesError = GetLedgerEntriesErrors[keyof GetLedgerEntriesErrors];

export type GetLedgerEntriesResponses = {
    /**
     * Entries, each behind 16 bits of length.
     */
    200: Blob | File;
};

export type GetLedgerEntriesResponse = GetLedgerEntriesResponses[keyof GetLedgerEntriesResponses];

export type GetLedgerData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/ledger';
};

export type GetLedgerErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetLedgerError = GetLedgerErrors[keyof GetLedgerErrors];

export type GetLedgerResponses = {
    /**
     * Its state.
     */
    200: LedgerState;
};

export type GetLedgerResponse = GetLedgerResponses[keyof GetLedgerResponses];

export type ListUsesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Continue below this number.
         */
        before?: number;
        limit?: number;
    };
    url: '/api/v1/ledger/uses';
};

export type ListUsesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListUsesError = ListUsesErrors[keyof ListUsesErrors];

export type ListUsesResponses = {
    /**
     * Uses.
     */
    200: {
        items: Array<Use>;
        /**
         * Ask `before` this for older ones.
         */
        next?: number;
    };
};

export type ListUsesResponse = ListUsesResponses[keyof ListUsesResponses];

export type FindPatternsData = {
    body?: never;
    path?: never;
    query?: {
        days?: number;
    };
    url: '/api/v1/ledger/patterns';
};

export type FindPatternsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type FindPatternsError = FindPatternsErrors[keyof FindPatternsErrors];

export type FindPatternsResponses = {
    /**
     * Findings, the latest first.
     */
    200: PatternReport;
};

export type FindPatternsResponse = FindPatternsResponses[keyof FindPatternsResponses];

export type ListAuditsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/audits';
};

export type ListAuditsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ListAuditsError = ListAuditsErrors[keyof ListAuditsErrors];

export type ListAuditsResponses = {
    /**
     * Months, the latest first, and at most 200 open uses.
     */
    200: {
        months: Array<AuditMonth>;
        items: Array<AuditCase>;
    };
};

export type ListAuditsResponse = ListAuditsResponses[keyof ListAuditsResponses];

export type JudgeAuditData = {
    body: {
        /**
         * Of the entry in the ledger.
         */
        number: number;
        verdict: 'fine' | 'questioned' | 'wrong';
        /**
         * What is not fine; needed where something is not.
         */
        word?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/audits';
};

export type JudgeAuditErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type JudgeAuditError = JudgeAuditErrors[keyof JudgeAuditErrors];

export type JudgeAuditResponses = {
    /**
     * As it was judged.
     */
    200: AuditItem;
};

export type JudgeAuditResponse = JudgeAuditResponses[keyof JudgeAuditResponses];

export type MakeSubjectPackageData = {
    body: SubjectWish;
    path?: never;
    query?: never;
    url: '/api/v1/subject-packages';
};

export type MakeSubjectPackageErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type MakeSubjectPackageError = MakeSubjectPackageErrors[keyof MakeSubjectPackageErrors];

export type MakeSubjectPackageResponses = {
    /**
     * The package.
     */
    201: SubjectPackage;
};

export type MakeSubjectPackageResponse = MakeSubjectPackageResponses[keyof MakeSubjectPackageResponses];

export type GetProcessingRegisterData = {
    body?: never;
    path: {
        /**
         * `processing` or `cameras`; another name is not found.
         */
        name: string;
    };
    query?: never;
    url: '/api/v1/processing-registers/{name}';
};

export type GetProcessingRegisterErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetProcessingRegisterError = GetProcessingRegisterErrors[keyof GetProcessingRegisterErrors];

export type GetProcessingRegisterResponses = {
    /**
     * The latest version, and which there are.
     */
    200: RegisterVersion & {
        document: {
            [key: string]: unknown;
        };
        versions: Array<RegisterVersion>;
    };
};

export type GetProcessingRegisterResponse = GetProcessingRegisterResponses[keyof GetProcessingRegisterResponses];

export type GetProcessingRegisterChangesData = {
    body?: never;
    path: {
        /**
         * `processing` or `cameras`; another name is not found.
         */
        name: string;
    };
    query?: {
        /**
         * Number of a version; the one before `to` otherwise.
         */
        from?: number;
        /**
         * Number of a version; the latest otherwise.
         */
        to?: number;
    };
    url: '/api/v1/processing-registers/{name}/changes';
};

export type GetProcessingRegisterChangesErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetProcessingRegisterChangesError = GetProcessingRegisterChangesErrors[keyof GetProcessingRegisterChangesErrors];

export type GetProcessingRegisterChangesResponses = {
    /**
     * The differences, in the order of their paths.
     */
    200: {
        from: RegisterVersion;
        to: RegisterVersion;
        items: Array<{
            /**
             * JSON Pointer (RFC 6901).
             */
            path: string;
            /**
             * Absent where nothing stood.
             */
            before?: unknown;
            /**
             * Absent where nothing stands.
             */
            after?: unknown;
        }>;
    };
};

export type GetProcessingRegisterChangesResponse = GetProcessingRegisterChangesResponses[keyof GetProcessingRegisterChangesResponses];

export type GetStatisticsData = {
    body?: never;
    path?: never;
    query: {
        from: CalendarDay;
        to: CalendarDay;
        /**
         * Code of the zone whose cameras count; all when absent.
         */
        zone?: string;
    };
    url: '/api/v1/stats';
};

export type GetStatisticsErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetStatisticsError = GetStatisticsErrors[keyof GetStatisticsErrors];

export type GetStatisticsResponses = {
    /**
     * As of now.
     */
    200: Statistics;
};

export type GetStatisticsResponse = GetStatisticsResponses[keyof GetStatisticsResponses];

export type GetTransparencyData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/transparency';
};

export type GetTransparencyErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetTransparencyError = GetTransparencyErrors[keyof GetTransparencyErrors];

export type GetTransparencyResponses = {
    /**
     * The latest.
     */
    200: Transparency;
};

export type GetTransparencyResponse = GetTransparencyResponses[keyof GetTransparencyResponses];

export type ShowTransparencyData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Otherwise as the browser asks.
         */
        lang?: 'nl' | 'fr' | 'de' | 'en';
    };
    url: '/transparency';
};

export type ShowTransparencyErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type ShowTransparencyError = ShowTransparencyErrors[keyof ShowTransparencyErrors];

export type ShowTransparencyResponses = {
    /**
     * A page without script.
     */
    200: string;
};

export type ShowTransparencyResponse = ShowTransparencyResponses[keyof ShowTransparencyResponses];

export type GetSystemData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/system';
};

export type GetSystemErrors = {
    /**
     * A problem document that says what to do.
     */
    default: Problem;
};

export type GetSystemError = GetSystemErrors[keyof GetSystemErrors];

export type GetSystemResponses = {
    /**
     * Its state.
     */
    200: System;
};

export type GetSystemResponse = GetSystemResponses[keyof GetSystemResponses];

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

// Generated from api/openapi.yaml; change it there.
// @ts-nocheck

import { type Client, type ClientMeta, type Options as Options2, type RequestResult, type ServerSentEventsResult, type TDataShape, urlSearchParamsBodySerializer } from './client';
import { client } from './client.gen';
import type { AddAuthorisationData, AddAuthorisationErrors, AddAuthorisationResponses, AddCameraData, AddCameraErrors, AddCameraResponses, AddListData, AddListErrors, AddListResponses, AddScimUserData, AddScimUserErrors, AddScimUserResponses, AddSiteData, AddSiteErrors, AddSiteResponses, AddUserData, AddUserErrors, AddUserResponses, AddZoneData, AddZoneErrors, AddZoneResponses, AgreeToSearchData, AgreeToSearchErrors, AgreeToSearchResponses, ApproveCameraMisreadsData, ApproveCameraMisreadsErrors, ApproveCameraMisreadsResponses, AskAgreementData, AskAgreementErrors, AskAgreementResponses, BeginProviderSignInData, BeginProviderSignInErrors, BeginProviderSignInResponses, BeginPursuitData, BeginPursuitErrors, BeginPursuitResponses, BeginSecondFactorData, BeginSecondFactorErrors, BeginSecondFactorResponses, CancelRevisionData, CancelRevisionErrors, CancelRevisionResponses, ChangeCameraData, ChangeCameraErrors, ChangeCameraResponses, ChangeListData, ChangeListErrors, ChangeListResponses, ChangeOutletData, ChangeOutletErrors, ChangeOutletResponses, ChangeOwnPasswordData, ChangeOwnPasswordErrors, ChangeOwnPasswordResponses, ChangeScimUserData, ChangeScimUserErrors, ChangeScimUserResponses, ChangeUserData, ChangeUserErrors, ChangeUserResponses, CheckPlatesData, CheckPlatesErrors, CheckPlatesResponses, ClaimHitData, ClaimHitErrors, ClaimHitResponses, CloseHitData, CloseHitErrors, CloseHitResponses, ConfirmAuthorisationData, ConfirmAuthorisationErrors, ConfirmAuthorisationResponses, ConfirmRevisionData, ConfirmRevisionErrors, ConfirmRevisionResponses, ConfirmSecondFactorData, ConfirmSecondFactorErrors, ConfirmSecondFactorResponses, ConfirmWithdrawalData, ConfirmWithdrawalErrors, ConfirmWithdrawalResponses, CountClosePlatesData, CountClosePlatesErrors, CountClosePlatesResponses, CreateTokenData, CreateTokenErrors, CreateTokenResponses, DiscardRevisionData, DiscardRevisionErrors, DiscardRevisionResponses, DispatchHitData, DispatchHitErrors, DispatchHitResponses, EnableOutletData, EnableOutletErrors, EnableOutletResponses, EndProviderSessionsData, EndProviderSessionsErrors, EndProviderSessionsResponses, EndProviderSignInData, EndProviderSignInErrors, EndProviderSignInResponses, EndPursuitData, EndPursuitErrors, EndPursuitResponses, EndSessionData, EndSessionErrors, EndSessionResponses, ExtendPursuitData, ExtendPursuitErrors, ExtendPursuitResponses, FindPatternsData, FindPatternsErrors, FindPatternsResponses, ForgetCameraMisreadsData, ForgetCameraMisreadsErrors, ForgetCameraMisreadsResponses, GetAuthorisationDocumentData, GetAuthorisationDocumentErrors, GetAuthorisationDocumentResponses, GetCameraActivityData, GetCameraActivityErrors, GetCameraActivityResponses, GetCameraMisreadsData, GetCameraMisreadsErrors, GetCameraMisreadsResponses, GetEntryData, GetEntryErrors, GetEntryResponses, GetHeldPictureData, GetHeldPictureErrors, GetHeldPictureResponses, GetHitData, GetHitErrors, GetHitPictureData, GetHitPictureErrors, GetHitPictureResponses, GetHitResponses, GetIncidentData, GetIncidentErrors, GetIncidentResponses, GetKnownPlatesData, GetKnownPlatesErrors, GetKnownPlatesResponses, GetLedgerCheckpointData, GetLedgerCheckpointErrors, GetLedgerCheckpointResponses, GetLedgerData, GetLedgerEntriesData, GetLedgerEntriesErrors, GetLedgerEntriesResponses, GetLedgerErrors, GetLedgerResponses, GetLedgerTileData, GetLedgerTileErrors, GetLedgerTileResponses, GetListData, GetListErrors, GetListResponses, GetOutletData, GetOutletErrors, GetOutletResponses, GetPictureData, GetPictureErrors, GetPictureResponses, GetProcessingRegisterChangesData, GetProcessingRegisterChangesErrors, GetProcessingRegisterChangesResponses, GetProcessingRegisterData, GetProcessingRegisterErrors, GetProcessingRegisterResponses, GetPursuitData, GetPursuitErrors, GetPursuitResponses, GetReadData, GetReadErrors, GetReadResponses, GetRegimeData, GetRegimeErrors, GetRegimeResponses, GetRevisionData, GetRevisionErrors, GetRevisionResponses, GetScimConfigData, GetScimConfigErrors, GetScimConfigResponses, GetScimUserData, GetScimUserErrors, GetScimUserResponses, GetSecondFactorData, GetSecondFactorErrors, GetSecondFactorResponses, GetSessionData, GetSessionErrors, GetSessionResponses, GetSignInWaysData, GetSignInWaysErrors, GetSignInWaysResponses, GetStatisticsData, GetStatisticsErrors, GetStatisticsResponses, GetSystemData, GetSystemErrors, GetSystemResponses, GetTransparencyData, GetTransparencyErrors, GetTransparencyResponses, GetWitnessedCheckpointData, GetWitnessedCheckpointErrors, GetWitnessedCheckpointResponses, HandOverPursuitData, HandOverPursuitErrors, HandOverPursuitResponses, HealthzData, HealthzErrors, HealthzResponses, ImportEntriesData, ImportEntriesErrors, ImportEntriesResponses, IngestData, IngestErrors, IngestResponses, InviteZoneData, InviteZoneErrors, InviteZoneResponses, IssueCameraKeyData, IssueCameraKeyErrors, IssueCameraKeyResponses, JoinPursuitData, JoinPursuitErrors, JoinPursuitResponses, JudgeAuditData, JudgeAuditErrors, JudgeAuditResponses, JudgeHitData, JudgeHitErrors, JudgeHitResponses, LearnCameraMisreadsData, LearnCameraMisreadsErrors, LearnCameraMisreadsResponses, LearnTalliedCameraMisreadsData, LearnTalliedCameraMisreadsErrors, LearnTalliedCameraMisreadsResponses, LeavePursuitData, LeavePursuitErrors, LeavePursuitResponses, ListAgreementsData, ListAgreementsErrors, ListAgreementsResponses, ListAuditsData, ListAuditsErrors, ListAuditsResponses, ListAuthorisationsData, ListAuthorisationsErrors, ListAuthorisationsResponses, ListBatchesData, ListBatchesErrors, ListBatchesResponses, ListCamerasData, ListCamerasErrors, ListCamerasResponses, ListChangesData, ListChangesErrors, ListChangesResponses, ListEntriesData, ListEntriesErrors, ListEntriesResponses, ListEntryPastData, ListEntryPastErrors, ListEntryPastResponses, ListGrantsData, ListGrantsErrors, ListGrantsResponses, ListHitsData, ListHitsErrors, ListHitsResponses, ListHitStepsData, ListHitStepsErrors, ListHitStepsResponses, ListHoldsData, ListHoldsErrors, ListHoldsResponses, ListIncidentsData, ListIncidentsErrors, ListIncidentsResponses, ListListsData, ListListsErrors, ListListsResponses, ListNextCamerasData, ListNextCamerasErrors, ListNextCamerasResponses, ListOutletDeliveriesData, ListOutletDeliveriesErrors, ListOutletDeliveriesResponses, ListOutletsData, ListOutletsErrors, ListOutletsResponses, ListPresenceData, ListPresenceErrors, ListPresenceResponses, ListProfilesData, ListProfilesErrors, ListProfilesResponses, ListPurposesData, ListPurposesErrors, ListPurposesResponses, ListPursuitsData, ListPursuitsErrors, ListPursuitsResponses, ListQuarantineData, ListQuarantineErrors, ListQuarantineResponses, ListRegistersData, ListRegistersErrors, ListRegistersResponses, ListRejectsData, ListRejectsErrors, ListRejectsResponses, ListRevisionsData, ListRevisionsErrors, ListRevisionsResponses, ListScimUsersData, ListScimUsersErrors, ListScimUsersResponses, ListSessionsData, ListSessionsErrors, ListSessionsResponses, ListSitesData, ListSitesErrors, ListSitesResponses, ListUsersData, ListUsersErrors, ListUsersResponses, ListUsesData, ListUsesErrors, ListUsesResponses, ListWithdrawnHitsData, ListWithdrawnHitsErrors, ListWithdrawnHitsResponses, ListWrongEntriesData, ListWrongEntriesErrors, ListWrongEntriesResponses, ListZonesData, ListZonesErrors, ListZonesResponses, LivezData, LivezErrors, LivezResponses, LookBackData, LookBackErrors, LookBackResponses, MakeGrantData, MakeGrantErrors, MakeGrantResponses, MakeHoldData, MakeHoldErrors, MakeHoldResponses, MakeOutletData, MakeOutletErrors, MakeOutletResponses, MakeSubjectPackageData, MakeSubjectPackageErrors, MakeSubjectPackageResponses, MarkEntryWrongData, MarkEntryWrongErrors, MarkEntryWrongResponses, MetricsData, MetricsErrors, MetricsResponses, NotePresenceData, NotePresenceErrors, NotePresenceResponses, NotePursuitData, NotePursuitErrors, NotePursuitResponses, OpenHoldData, OpenHoldErrors, OpenHoldResponses, PreviewEntryData, PreviewEntryErrors, PreviewEntryResponses, PreviewGrantData, PreviewGrantErrors, PreviewGrantResponses, PreviewListData, PreviewListErrors, PreviewListResponses, ProveSessionData, ProveSessionErrors, ProveSessionResponses, ProveWithProviderData, ProveWithProviderErrors, ProveWithProviderResponses, PutAuthorisationDocumentData, PutAuthorisationDocumentErrors, PutAuthorisationDocumentResponses, PutEntryData, PutEntryErrors, PutEntryResponses, PutKnownPlatesData, PutKnownPlatesErrors, PutKnownPlatesResponses, ReadyzData, ReadyzErrors, ReadyzResponses, RejectHitsData, RejectHitsErrors, RejectHitsResponses, ReleaseHitData, ReleaseHitErrors, ReleaseHitResponses, ReleaseHoldData, ReleaseHoldErrors, ReleaseHoldResponses, RemoveOutletData, RemoveOutletErrors, RemoveOutletResponses, RemoveScimUserData, RemoveScimUserErrors, RemoveScimUserResponses, ReplaceScimUserData, ReplaceScimUserErrors, ReplaceScimUserResponses, ReplayOutletDeliveryData, ReplayOutletDeliveryErrors, ReplayOutletDeliveryResponses, ReplayOutletPeriodData, ReplayOutletPeriodErrors, ReplayOutletPeriodResponses, ReplayQuarantinedData, ReplayQuarantinedErrors, ReplayQuarantinedResponses, ResetSecondFactorData, ResetSecondFactorErrors, ResetSecondFactorResponses, ResumeListData, ResumeListErrors, ResumeListResponses, ReviewHoldData, ReviewHoldErrors, ReviewHoldResponses, RevokeAuthorisationData, RevokeAuthorisationErrors, RevokeAuthorisationResponses, RevokeGrantData, RevokeGrantErrors, RevokeGrantResponses, RotateOutletKeyData, RotateOutletKeyErrors, RotateOutletKeyResponses, SearchReadsData, SearchReadsErrors, SearchReadsResponses, SetClosePlatesData, SetClosePlatesErrors, SetClosePlatesResponses, ShowTransparencyData, ShowTransparencyErrors, ShowTransparencyResponses, SignInData, SignInErrors, SignInResponses, SignOutData, SignOutErrors, SignOutResponses, StatePurposeData, StatePurposeErrors, StatePurposeResponses, StopHitData, StopHitErrors, StopHitResponses, StreamData, StreamErrors, StreamResponse, StreamResponses, SuspendListData, SuspendListErrors, SuspendListResponses, SyncListData, SyncListErrors, SyncListResponses, TestOutletData, TestOutletErrors, TestOutletResponses, TryProviderTokenData, TryProviderTokenErrors, TryProviderTokenResponses, UndoVerdictData, UndoVerdictErrors, UndoVerdictResponses, UnmarkWrongData, UnmarkWrongErrors, UnmarkWrongResponses, WithdrawEntryData, WithdrawEntryErrors, WithdrawEntryResponses } from './types.gen';

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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
 * Show again who holds this session
 *
 * Grave acts, such as managing accounts and tokens, are answered `proof-needed` unless the password or a code was given in the last five minutes; signing in counts. Not for tokens, which need none.
 */
export const proveSession = <ThrowOnError extends boolean = false>(options: Options<ProveSessionData, ThrowOnError>): RequestResult<ProveSessionResponses, ProveSessionErrors, ThrowOnError> => (options.client ?? client).post<ProveSessionResponses, ProveSessionErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/session/proof',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * How one may sign in here
 */
export const getSignInWays = <ThrowOnError extends boolean = false>(options?: Options<GetSignInWaysData, ThrowOnError>): RequestResult<GetSignInWaysResponses, GetSignInWaysErrors, ThrowOnError> => (options?.client ?? client).get<GetSignInWaysResponses, GetSignInWaysErrors, ThrowOnError>({ url: '/api/v1/sign-in', ...options });

/**
 * Send a browser to sign in with the identity provider
 */
export const beginProviderSignIn = <ThrowOnError extends boolean = false>(options?: Options<BeginProviderSignInData, ThrowOnError>): RequestResult<BeginProviderSignInResponses, BeginProviderSignInErrors, ThrowOnError> => (options?.client ?? client).get<BeginProviderSignInResponses, BeginProviderSignInErrors, ThrowOnError>({ url: '/api/v1/sign-in/provider', ...options });

/**
 * Where a browser comes back from the identity provider
 *
 * Good once, in the browser that was sent, within ten minutes. Sends on to `/`, with a session; or to `/?sign-in=` with `no-role` (the provider knows its person, and nothing here is for it), `failed` (what it brought is not what was asked for) or `unavailable` (the provider cannot be asked). Which accounts there are is never told.
 */
export const endProviderSignIn = <ThrowOnError extends boolean = false>(options?: Options<EndProviderSignInData, ThrowOnError>): RequestResult<EndProviderSignInResponses, EndProviderSignInErrors, ThrowOnError> => (options?.client ?? client).get<EndProviderSignInResponses, EndProviderSignInErrors, ThrowOnError>({ url: '/api/v1/sign-in/provider/return', ...options });

/**
 * Send a browser to show again, at the identity provider, who holds this session
 *
 * For accounts that sign in there; the provider is told to ask its person again, and has to say when it did. Coming back counts as /api/v1/session/proof does. Not for tokens.
 */
export const proveWithProvider = <ThrowOnError extends boolean = false>(options?: Options<ProveWithProviderData, ThrowOnError>): RequestResult<ProveWithProviderResponses, ProveWithProviderErrors, ThrowOnError> => (options?.client ?? client).get<ProveWithProviderResponses, ProveWithProviderErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/sign-in/provider/proof',
    ...options
});

/**
 * Where the identity provider says that somebody has signed out there
 *
 * OpenID Connect Back-Channel Logout 1.0. What its token names is over at once: sessions and their event streams; tokens of programs go on.
 */
export const endProviderSessions = <ThrowOnError extends boolean = false>(options: Options<EndProviderSessionsData, ThrowOnError>): RequestResult<EndProviderSessionsResponses, EndProviderSessionsErrors, ThrowOnError> => (options.client ?? client).post<EndProviderSessionsResponses, EndProviderSessionsErrors, ThrowOnError>({
    ...urlSearchParamsBodySerializer,
    url: '/api/v1/sign-in/provider/logout',
    ...options,
    headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...options.headers
    }
});

/**
 * See what a token of the identity provider comes to
 *
 * Who it is about, which of its groups stand for what and which for nothing, and what it would be refused for. Signs nobody in and changes nothing.
 */
export const tryProviderToken = <ThrowOnError extends boolean = false>(options: Options<TryProviderTokenData, ThrowOnError>): RequestResult<TryProviderTokenResponses, TryProviderTokenErrors, ThrowOnError> => (options.client ?? client).post<TryProviderTokenResponses, TryProviderTokenErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/sign-in/provider/try',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * What of SCIM 2.0 is spoken here
 */
export const getScimConfig = <ThrowOnError extends boolean = false>(options?: Options<GetScimConfigData, ThrowOnError>): RequestResult<GetScimConfigResponses, GetScimConfigErrors, ThrowOnError> => (options?.client ?? client).get<GetScimConfigResponses, GetScimConfigErrors, ThrowOnError>({
    security: [{
            key: 'directory',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/scim/v2/ServiceProviderConfig',
    ...options
});

/**
 * Accounts of the identity provider
 */
export const listScimUsers = <ThrowOnError extends boolean = false>(options?: Options<ListScimUsersData, ThrowOnError>): RequestResult<ListScimUsersResponses, ListScimUsersErrors, ThrowOnError> => (options?.client ?? client).get<ListScimUsersResponses, ListScimUsersErrors, ThrowOnError>({
    security: [{
            key: 'directory',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/scim/v2/Users',
    ...options
});

/**
 * Make somebody known before the first sign-in
 *
 * Gives no role; groups do, at each sign-in. Who is not active does not come in.
 */
export const addScimUser = <ThrowOnError extends boolean = false>(options: Options<AddScimUserData, ThrowOnError>): RequestResult<AddScimUserResponses, AddScimUserErrors, ThrowOnError> => (options.client ?? client).post<AddScimUserResponses, AddScimUserErrors, ThrowOnError>({
    security: [{
            key: 'directory',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/scim/v2/Users',
    ...options,
    headers: {
        'Content-Type': 'application/scim+json',
        ...options.headers
    }
});

/**
 * Take an account away
 *
 * It is disabled for good and its name forgotten; what the ledger says of it stays. The same person made known again has the same account.
 */
export const removeScimUser = <ThrowOnError extends boolean = false>(options: Options<RemoveScimUserData, ThrowOnError>): RequestResult<RemoveScimUserResponses, RemoveScimUserErrors, ThrowOnError> => (options.client ?? client).delete<RemoveScimUserResponses, RemoveScimUserErrors, ThrowOnError>({
    security: [{
            key: 'directory',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/scim/v2/Users/{id}',
    ...options
});

/**
 * One account
 */
export const getScimUser = <ThrowOnError extends boolean = false>(options: Options<GetScimUserData, ThrowOnError>): RequestResult<GetScimUserResponses, GetScimUserErrors, ThrowOnError> => (options.client ?? client).get<GetScimUserResponses, GetScimUserErrors, ThrowOnError>({
    security: [{
            key: 'directory',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/scim/v2/Users/{id}',
    ...options
});

/**
 * Let somebody in no more, or again
 *
 * `active` and `displayName` are kept; other attributes are passed by. Made not active, its sessions, tokens and event streams are over at once.
 */
export const changeScimUser = <ThrowOnError extends boolean = false>(options: Options<ChangeScimUserData, ThrowOnError>): RequestResult<ChangeScimUserResponses, ChangeScimUserErrors, ThrowOnError> => (options.client ?? client).patch<ChangeScimUserResponses, ChangeScimUserErrors, ThrowOnError>({
    security: [{
            key: 'directory',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/scim/v2/Users/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/scim+json',
        ...options.headers
    }
});

/**
 * Say anew what is said of an account
 */
export const replaceScimUser = <ThrowOnError extends boolean = false>(options: Options<ReplaceScimUserData, ThrowOnError>): RequestResult<ReplaceScimUserResponses, ReplaceScimUserErrors, ThrowOnError> => (options.client ?? client).put<ReplaceScimUserResponses, ReplaceScimUserErrors, ThrowOnError>({
    security: [{
            key: 'directory',
            scheme: 'bearer',
            type: 'http'
        }],
    url: '/scim/v2/Users/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/scim+json',
        ...options.headers
    }
});

/**
 * Change one's own password
 *
 * Asks for a proof before (see /api/v1/session/proof), and ends one's other sessions.
 */
export const changeOwnPassword = <ThrowOnError extends boolean = false>(options: Options<ChangeOwnPasswordData, ThrowOnError>): RequestResult<ChangeOwnPasswordResponses, ChangeOwnPasswordErrors, ThrowOnError> => (options.client ?? client).post<ChangeOwnPasswordResponses, ChangeOwnPasswordErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/session/password',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Where the account of who asks is signed in
 */
export const listSessions = <ThrowOnError extends boolean = false>(options?: Options<ListSessionsData, ThrowOnError>): RequestResult<ListSessionsResponses, ListSessionsErrors, ThrowOnError> => (options?.client ?? client).get<ListSessionsResponses, ListSessionsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/sessions',
    ...options
});

/**
 * End one of one's own sessions
 */
export const endSession = <ThrowOnError extends boolean = false>(options: Options<EndSessionData, ThrowOnError>): RequestResult<EndSessionResponses, EndSessionErrors, ThrowOnError> => (options.client ?? client).delete<EndSessionResponses, EndSessionErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/sessions/{id}',
    ...options
});

/**
 * Whether a code is asked for beside the password
 */
export const getSecondFactor = <ThrowOnError extends boolean = false>(options?: Options<GetSecondFactorData, ThrowOnError>): RequestResult<GetSecondFactorResponses, GetSecondFactorErrors, ThrowOnError> => (options?.client ?? client).get<GetSecondFactorResponses, GetSecondFactorErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/session/second-factor',
    ...options
});

/**
 * Draw a new secret for an authenticator app
 *
 * It counts once its first code was sent, within ten minutes; until then what was there before does. Not for tokens.
 */
export const beginSecondFactor = <ThrowOnError extends boolean = false>(options?: Options<BeginSecondFactorData, ThrowOnError>): RequestResult<BeginSecondFactorResponses, BeginSecondFactorErrors, ThrowOnError> => (options?.client ?? client).post<BeginSecondFactorResponses, BeginSecondFactorErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/session/second-factor',
    ...options
});

/**
 * Send the first code of the new secret
 */
export const confirmSecondFactor = <ThrowOnError extends boolean = false>(options: Options<ConfirmSecondFactorData, ThrowOnError>): RequestResult<ConfirmSecondFactorResponses, ConfirmSecondFactorErrors, ThrowOnError> => (options.client ?? client).post<ConfirmSecondFactorResponses, ConfirmSecondFactorErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/session/second-factor/confirm',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Live events
 *
 * Server-sent events: `hello` first, then `hit.created` with a Hit, whose `of_incident` says what its incident has become, `hit.changed` likewise after each step of it, `hit.viewed` with a Viewed, `pursuit.changed` with a Pursuit, `list.changed` with a ListNews, and `camera.health` with a Camera that was disabled or enabled again, with a `heartbeat` every ten seconds and a `reset` when something was missed. Resume with `Last-Event-ID` or `since`.
 */
export const stream = <ThrowOnError extends boolean = false>(options?: Options<StreamData, ThrowOnError, StreamResponse>): Promise<ServerSentEventsResult<StreamResponses>> => (options?.client ?? client).sse.get<StreamResponses, StreamErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}',
    ...options
});

/**
 * Withdrawn hits that you saw and have not confirmed
 */
export const listWithdrawnHits = <ThrowOnError extends boolean = false>(options?: Options<ListWithdrawnHitsData, ThrowOnError>): RequestResult<ListWithdrawnHitsResponses, ListWithdrawnHitsErrors, ThrowOnError> => (options?.client ?? client).get<ListWithdrawnHitsResponses, ListWithdrawnHitsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/withdrawn',
    ...options
});

/**
 * Say that you compare it
 *
 * Counts for the whole incident, and for the hits that come to it. 409 with the `last_step` when a colleague was first; `take_over` takes it from him.
 */
export const claimHit = <ThrowOnError extends boolean = false>(options: Options<ClaimHitData, ThrowOnError>): RequestResult<ClaimHitResponses, ClaimHitErrors, ThrowOnError> => (options.client ?? client).post<ClaimHitResponses, ClaimHitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/claim',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Give a claimed hit back
 *
 * It is a candidate again, and rings for others.
 */
export const releaseHit = <ThrowOnError extends boolean = false>(options: Options<ReleaseHitData, ThrowOnError>): RequestResult<ReleaseHitResponses, ReleaseHitErrors, ThrowOnError> => (options.client ?? client).post<ReleaseHitResponses, ReleaseHitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/release',
    ...options
});

/**
 * Judge a candidate or what you claimed
 *
 * Where a register answers for the category of a hit that is validated, it is asked first. When it gives no trustworthy answer the hit is unconfirmed: no ground to stop anybody. What the same entry had earlier in the incident is superseded.
 */
export const judgeHit = <ThrowOnError extends boolean = false>(options: Options<JudgeHitData, ThrowOnError>): RequestResult<JudgeHitResponses, JudgeHitErrors, ThrowOnError> => (options.client ?? client).post<JudgeHitResponses, JudgeHitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/verdict',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take your verdict back
 *
 * Within ten seconds, by who gave it and before anybody was sent out. Everybody who was told is told again.
 */
export const undoVerdict = <ThrowOnError extends boolean = false>(options: Options<UndoVerdictData, ThrowOnError>): RequestResult<UndoVerdictResponses, UndoVerdictErrors, ThrowOnError> => (options.client ?? client).post<UndoVerdictResponses, UndoVerdictErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/undo',
    ...options
});

/**
 * Record that a unit was sent
 *
 * Of a validated hit. Its register or list is asked again: what it does not confirm is refused.
 */
export const dispatchHit = <ThrowOnError extends boolean = false>(options: Options<DispatchHitData, ThrowOnError>): RequestResult<DispatchHitResponses, DispatchHitErrors, ThrowOnError> => (options.client ?? client).post<DispatchHitResponses, DispatchHitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/dispatch',
    ...options
});

/**
 * Record that the vehicle was stopped
 *
 * As with sending a unit, its source is asked again first.
 */
export const stopHit = <ThrowOnError extends boolean = false>(options: Options<StopHitData, ThrowOnError>): RequestResult<StopHitResponses, StopHitErrors, ThrowOnError> => (options.client ?? client).post<StopHitResponses, StopHitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/stop',
    ...options
});

/**
 * Close a validated hit with its outcome
 *
 * Closes what the same entry has open in the incident.
 */
export const closeHit = <ThrowOnError extends boolean = false>(options: Options<CloseHitData, ThrowOnError>): RequestResult<CloseHitResponses, CloseHitErrors, ThrowOnError> => (options.client ?? client).post<CloseHitResponses, CloseHitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/outcome',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * What became of a hit, step by step
 */
export const listHitSteps = <ThrowOnError extends boolean = false>(options: Options<ListHitStepsData, ThrowOnError>): RequestResult<ListHitStepsResponses, ListHitStepsErrors, ThrowOnError> => (options.client ?? client).get<ListHitStepsResponses, ListHitStepsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/steps',
    ...options
});

/**
 * Where the vehicle is likely to be seen next, and when
 *
 * Learned from all vehicles that pass: which camera follows which, and after how long. The likeliest first, five at most; none where nothing is known of the camera yet. What is left to 1 of the probabilities is that the vehicle is seen elsewhere, or nowhere within the hour.
 */
export const listNextCameras = <ThrowOnError extends boolean = false>(options: Options<ListNextCamerasData, ThrowOnError>): RequestResult<ListNextCamerasResponses, ListNextCamerasErrors, ThrowOnError> => (options.client ?? client).get<ListNextCamerasResponses, ListNextCamerasErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/next',
    ...options
});

/**
 * Pursuits, newest first
 */
export const listPursuits = <ThrowOnError extends boolean = false>(options?: Options<ListPursuitsData, ThrowOnError>): RequestResult<ListPursuitsResponses, ListPursuitsErrors, ThrowOnError> => (options?.client ?? client).get<ListPursuitsResponses, ListPursuitsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits',
    ...options
});

/**
 * Begin a pursuit
 *
 * Of a validated hit, whose version If-Match names. A unit is recorded as sent with it, where none was: its source is asked first. Your zone leads. 409 when the vehicle is pursued already.
 */
export const beginPursuit = <ThrowOnError extends boolean = false>(options: Options<BeginPursuitData, ThrowOnError>): RequestResult<BeginPursuitResponses, BeginPursuitErrors, ThrowOnError> => (options.client ?? client).post<BeginPursuitResponses, BeginPursuitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * One pursuit, with its log for who takes part
 */
export const getPursuit = <ThrowOnError extends boolean = false>(options: Options<GetPursuitData, ThrowOnError>): RequestResult<GetPursuitResponses, GetPursuitErrors, ThrowOnError> => (options.client ?? client).get<GetPursuitResponses, GetPursuitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits/{id}',
    ...options
});

/**
 * Invite a zone
 *
 * By a zone that takes part. Every zone that sees the hit may join uninvited.
 */
export const inviteZone = <ThrowOnError extends boolean = false>(options: Options<InviteZoneData, ThrowOnError>): RequestResult<InviteZoneResponses, InviteZoneErrors, ThrowOnError> => (options.client ?? client).post<InviteZoneResponses, InviteZoneErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits/{id}/invite',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take part
 *
 * The whole log is there from then on.
 */
export const joinPursuit = <ThrowOnError extends boolean = false>(options: Options<JoinPursuitData, ThrowOnError>): RequestResult<JoinPursuitResponses, JoinPursuitErrors, ThrowOnError> => (options.client ?? client).post<JoinPursuitResponses, JoinPursuitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits/{id}/join',
    ...options
});

/**
 * Take part no longer
 *
 * Who leads hands over first.
 */
export const leavePursuit = <ThrowOnError extends boolean = false>(options: Options<LeavePursuitData, ThrowOnError>): RequestResult<LeavePursuitResponses, LeavePursuitErrors, ThrowOnError> => (options.client ?? client).post<LeavePursuitResponses, LeavePursuitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits/{id}/leave',
    ...options
});

/**
 * Hand over the lead
 *
 * To a zone that takes part.
 */
export const handOverPursuit = <ThrowOnError extends boolean = false>(options: Options<HandOverPursuitData, ThrowOnError>): RequestResult<HandOverPursuitResponses, HandOverPursuitErrors, ThrowOnError> => (options.client ?? client).post<HandOverPursuitResponses, HandOverPursuitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits/{id}/hand-over',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Write into the log
 *
 * Read by all who take part.
 */
export const notePursuit = <ThrowOnError extends boolean = false>(options: Options<NotePursuitData, ThrowOnError>): RequestResult<NotePursuitResponses, NotePursuitErrors, ThrowOnError> => (options.client ?? client).post<NotePursuitResponses, NotePursuitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits/{id}/notes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Let it go on longer
 *
 * By who leads, at most four hours from now.
 */
export const extendPursuit = <ThrowOnError extends boolean = false>(options: Options<ExtendPursuitData, ThrowOnError>): RequestResult<ExtendPursuitResponses, ExtendPursuitErrors, ThrowOnError> => (options.client ?? client).post<ExtendPursuitResponses, ExtendPursuitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits/{id}/extend',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * End it with its outcome
 *
 * By who leads. Its hit is closed with the outcome.
 */
export const endPursuit = <ThrowOnError extends boolean = false>(options: Options<EndPursuitData, ThrowOnError>): RequestResult<EndPursuitResponses, EndPursuitErrors, ThrowOnError> => (options.client ?? client).post<EndPursuitResponses, EndPursuitErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/pursuits/{id}/end',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Who has which hit open
 */
export const listPresence = <ThrowOnError extends boolean = false>(options?: Options<ListPresenceData, ThrowOnError>): RequestResult<ListPresenceResponses, ListPresenceErrors, ThrowOnError> => (options?.client ?? client).get<ListPresenceResponses, ListPresenceErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/presence',
    ...options
});

/**
 * Say which hit this desk has open
 *
 * Say it again every 20 seconds; after 45 this desk is gone. Other desks are told by `hit.viewed`.
 */
export const notePresence = <ThrowOnError extends boolean = false>(options: Options<NotePresenceData, ThrowOnError>): RequestResult<NotePresenceResponses, NotePresenceErrors, ThrowOnError> => (options.client ?? client).put<NotePresenceResponses, NotePresenceErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/presence',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The daily batches of the own zone, latest first
 *
 * Vehicles whose hits do not ring (uninsured, not inspected) and whose holder lives in this zone, by the day they were seen. `GET /api/v1/incidents?batch=DAY` shows them.
 */
export const listBatches = <ThrowOnError extends boolean = false>(options?: Options<ListBatchesData, ThrowOnError>): RequestResult<ListBatchesResponses, ListBatchesErrors, ThrowOnError> => (options?.client ?? client).get<ListBatchesResponses, ListBatchesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/batches',
    ...options
});

/**
 * Reject several hits for one reason
 *
 * Of priority 3 and 4. Each for itself: what somebody else was first with stays as it is.
 */
export const rejectHits = <ThrowOnError extends boolean = false>(options: Options<RejectHitsData, ThrowOnError>): RequestResult<RejectHitsResponses, RejectHitsErrors, ThrowOnError> => (options.client ?? client).post<RejectHitsResponses, RejectHitsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/rejections',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Say that you know a hit was withdrawn
 */
export const confirmWithdrawal = <ThrowOnError extends boolean = false>(options: Options<ConfirmWithdrawalData, ThrowOnError>): RequestResult<ConfirmWithdrawalResponses, ConfirmWithdrawalErrors, ThrowOnError> => (options.client ?? client).post<ConfirmWithdrawalResponses, ConfirmWithdrawalErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/withdrawal-seen',
    ...options
});

/**
 * Incidents, newest first
 *
 * Without `batch`, those for the desks, of which none waits in a daily batch.
 */
export const listIncidents = <ThrowOnError extends boolean = false>(options?: Options<ListIncidentsData, ThrowOnError>): RequestResult<ListIncidentsResponses, ListIncidentsErrors, ThrowOnError> => (options?.client ?? client).get<ListIncidentsResponses, ListIncidentsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/incidents/{id}',
    ...options
});

/**
 * One picture of the read a hit stands on
 */
export const getHitPicture = <ThrowOnError extends boolean = false>(options: Options<GetHitPictureData, ThrowOnError>): RequestResult<GetHitPictureResponses, GetHitPictureErrors, ThrowOnError> => (options.client ?? client).get<GetHitPictureResponses, GetHitPictureErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/hits/{id}/pictures/{number}',
    ...options
});

/**
 * One read, for a stated purpose
 *
 * 404 for what is not there and for what is not open for this purpose alike.
 */
export const getRead = <ThrowOnError extends boolean = false>(options: Options<GetReadData, ThrowOnError>): RequestResult<GetReadResponses, GetReadErrors, ThrowOnError> => (options.client ?? client).get<GetReadResponses, GetReadErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/reads/{id}',
    ...options
});

/**
 * One picture of a read, for a stated purpose
 *
 * People in it are blurred where the law says so; what shows the plate alone is as it came. `unblur` is the reason why they have to be seen, and stands in the ledger.
 */
export const getPicture = <ThrowOnError extends boolean = false>(options: Options<GetPictureData, ThrowOnError>): RequestResult<GetPictureResponses, GetPictureErrors, ThrowOnError> => (options.client ?? client).get<GetPictureResponses, GetPictureErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/reads/{id}/pictures/{number}',
    ...options
});

/**
 * What one has stated to be working on
 */
export const listPurposes = <ThrowOnError extends boolean = false>(options?: Options<ListPurposesData, ThrowOnError>): RequestResult<ListPurposesResponses, ListPurposesErrors, ThrowOnError> => (options?.client ?? client).get<ListPurposesResponses, ListPurposesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/purposes',
    ...options
});

/**
 * State what one is working on
 *
 * Good for twelve hours, until the server restarts; named by everything that is opened for it. A search states its own.
 */
export const statePurpose = <ThrowOnError extends boolean = false>(options: Options<StatePurposeData, ThrowOnError>): RequestResult<StatePurposeResponses, StatePurposeErrors, ThrowOnError> => (options.client ?? client).post<StatePurposeResponses, StatePurposeErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/purposes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * All zones
 */
export const listZones = <ThrowOnError extends boolean = false>(options?: Options<ListZonesData, ThrowOnError>): RequestResult<ListZonesResponses, ListZonesErrors, ThrowOnError> => (options?.client ?? client).get<ListZonesResponses, ListZonesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
 * Change, disable or enable a camera
 */
export const changeCamera = <ThrowOnError extends boolean = false>(options: Options<ChangeCameraData, ThrowOnError>): RequestResult<ChangeCameraResponses, ChangeCameraErrors, ThrowOnError> => (options.client ?? client).patch<ChangeCameraResponses, ChangeCameraErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
 * What a camera sent hour by hour, and what was refused
 *
 * Counts since the server started, of eight days at most. Hours without a read are left out.
 */
export const getCameraActivity = <ThrowOnError extends boolean = false>(options: Options<GetCameraActivityData, ThrowOnError>): RequestResult<GetCameraActivityResponses, GetCameraActivityErrors, ThrowOnError> => (options.client ?? client).get<GetCameraActivityResponses, GetCameraActivityErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras/{id}/activity',
    ...options
});

/**
 * Give a camera a new key
 *
 * The old key stops working at once.
 */
export const issueCameraKey = <ThrowOnError extends boolean = false>(options: Options<IssueCameraKeyData, ThrowOnError>): RequestResult<IssueCameraKeyResponses, IssueCameraKeyErrors, ThrowOnError> => (options.client ?? client).post<IssueCameraKeyResponses, IssueCameraKeyErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
 * One list
 */
export const getList = <ThrowOnError extends boolean = false>(options: Options<GetListData, ThrowOnError>): RequestResult<GetListResponses, GetListErrors, ThrowOnError> => (options.client ?? client).get<GetListResponses, GetListErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}',
    ...options
});

/**
 * Change the settings of a list
 *
 * What is left out stays as it is; null takes a value away.
 */
export const changeList = <ThrowOnError extends boolean = false>(options: Options<ChangeListData, ThrowOnError>): RequestResult<ChangeListResponses, ChangeListErrors, ThrowOnError> => (options.client ?? client).patch<ChangeListResponses, ChangeListErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a list out of force at once
 */
export const suspendList = <ThrowOnError extends boolean = false>(options: Options<SuspendListData, ThrowOnError>): RequestResult<SuspendListResponses, SuspendListErrors, ThrowOnError> => (options.client ?? client).post<SuspendListResponses, SuspendListErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/suspend',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a person's suspension back
 *
 * What else suspends the list, such as a source that is stale, stays.
 */
export const resumeList = <ThrowOnError extends boolean = false>(options: Options<ResumeListData, ThrowOnError>): RequestResult<ResumeListResponses, ResumeListErrors, ThrowOnError> => (options.client ?? client).post<ResumeListResponses, ResumeListErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/resume',
    ...options
});

/**
 * Fetch the file of a list's source now
 */
export const syncList = <ThrowOnError extends boolean = false>(options: Options<SyncListData, ThrowOnError>): RequestResult<SyncListResponses, SyncListErrors, ThrowOnError> => (options.client ?? client).post<SyncListResponses, SyncListErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/sync',
    ...options
});

/**
 * Import a file of entries
 *
 * Begins a revision of the list and answers at once; ask for it to see how far it is. Lines that cannot be taken are reported with their number and never stop the others. The same file a second time changes nothing. A full file that lacks too much waits for a person.
 */
export const importEntries = <ThrowOnError extends boolean = false>(options: Options<ImportEntriesData, ThrowOnError>): RequestResult<ImportEntriesResponses, ImportEntriesErrors, ThrowOnError> => (options.client ?? client).post<ImportEntriesResponses, ImportEntriesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/import',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Revisions of a list, newest first
 */
export const listRevisions = <ThrowOnError extends boolean = false>(options: Options<ListRevisionsData, ThrowOnError>): RequestResult<ListRevisionsResponses, ListRevisionsErrors, ThrowOnError> => (options.client ?? client).get<ListRevisionsResponses, ListRevisionsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/revisions',
    ...options
});

/**
 * One revision
 */
export const getRevision = <ThrowOnError extends boolean = false>(options: Options<GetRevisionData, ThrowOnError>): RequestResult<GetRevisionResponses, GetRevisionErrors, ThrowOnError> => (options.client ?? client).get<GetRevisionResponses, GetRevisionErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/revisions/{number}',
    ...options
});

/**
 * Apply a file that is held
 */
export const confirmRevision = <ThrowOnError extends boolean = false>(options: Options<ConfirmRevisionData, ThrowOnError>): RequestResult<ConfirmRevisionResponses, ConfirmRevisionErrors, ThrowOnError> => (options.client ?? client).post<ConfirmRevisionResponses, ConfirmRevisionErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/revisions/{number}/confirm',
    ...options
});

/**
 * Let go of a file that is held
 */
export const discardRevision = <ThrowOnError extends boolean = false>(options: Options<DiscardRevisionData, ThrowOnError>): RequestResult<DiscardRevisionResponses, DiscardRevisionErrors, ThrowOnError> => (options.client ?? client).post<DiscardRevisionResponses, DiscardRevisionErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/revisions/{number}/discard',
    ...options
});

/**
 * Cancel an import that runs or waits
 */
export const cancelRevision = <ThrowOnError extends boolean = false>(options: Options<CancelRevisionData, ThrowOnError>): RequestResult<CancelRevisionResponses, CancelRevisionErrors, ThrowOnError> => (options.client ?? client).post<CancelRevisionResponses, CancelRevisionErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/revisions/{number}/cancel',
    ...options
});

/**
 * Lines that were not taken
 */
export const listRejects = <ThrowOnError extends boolean = false>(options: Options<ListRejectsData, ThrowOnError>): RequestResult<ListRejectsResponses, ListRejectsErrors, ThrowOnError> => (options.client ?? client).get<ListRejectsResponses, ListRejectsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/revisions/{number}/rejects',
    ...options
});

/**
 * What a revision changed
 */
export const listChanges = <ThrowOnError extends boolean = false>(options: Options<ListChangesData, ThrowOnError>): RequestResult<ListChangesResponses, ListChangesErrors, ThrowOnError> => (options.client ?? client).get<ListChangesResponses, ListChangesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/revisions/{number}/changes',
    ...options
});

/**
 * Entries of a list
 */
export const listEntries = <ThrowOnError extends boolean = false>(options: Options<ListEntriesData, ThrowOnError>): RequestResult<ListEntriesResponses, ListEntriesErrors, ThrowOnError> => (options.client ?? client).get<ListEntriesResponses, ListEntriesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/entries',
    ...options
});

/**
 * Put one entry
 *
 * An entry of the same plate and country on this list is replaced.
 */
export const putEntry = <ThrowOnError extends boolean = false>(options: Options<PutEntryData, ThrowOnError>): RequestResult<PutEntryResponses, PutEntryErrors, ThrowOnError> => (options.client ?? client).post<PutEntryResponses, PutEntryErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/entries',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Plates marked wrong, kept off the list
 */
export const listWrongEntries = <ThrowOnError extends boolean = false>(options: Options<ListWrongEntriesData, ThrowOnError>): RequestResult<ListWrongEntriesResponses, ListWrongEntriesErrors, ThrowOnError> => (options.client ?? client).get<ListWrongEntriesResponses, ListWrongEntriesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/wrong',
    ...options
});

/**
 * Let a plate that was marked wrong come back
 */
export const unmarkWrong = <ThrowOnError extends boolean = false>(options: Options<UnmarkWrongData, ThrowOnError>): RequestResult<UnmarkWrongResponses, UnmarkWrongErrors, ThrowOnError> => (options.client ?? client).post<UnmarkWrongResponses, UnmarkWrongErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/wrong/take-back',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * One entry
 */
export const getEntry = <ThrowOnError extends boolean = false>(options: Options<GetEntryData, ThrowOnError>): RequestResult<GetEntryResponses, GetEntryErrors, ThrowOnError> => (options.client ?? client).get<GetEntryResponses, GetEntryErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/entries/{id}',
    ...options
});

/**
 * What an entry was before
 */
export const listEntryPast = <ThrowOnError extends boolean = false>(options: Options<ListEntryPastData, ThrowOnError>): RequestResult<ListEntryPastResponses, ListEntryPastErrors, ThrowOnError> => (options.client ?? client).get<ListEntryPastResponses, ListEntryPastErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/entries/{id}/past',
    ...options
});

/**
 * End an entry
 */
export const withdrawEntry = <ThrowOnError extends boolean = false>(options: Options<WithdrawEntryData, ThrowOnError>): RequestResult<WithdrawEntryResponses, WithdrawEntryErrors, ThrowOnError> => (options.client ?? client).post<WithdrawEntryResponses, WithdrawEntryErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/entries/{id}/withdraw',
    ...options
});

/**
 * Say that an entry is wrong, for all zones at once
 */
export const markEntryWrong = <ThrowOnError extends boolean = false>(options: Options<MarkEntryWrongData, ThrowOnError>): RequestResult<MarkEntryWrongResponses, MarkEntryWrongErrors, ThrowOnError> => (options.client ?? client).post<MarkEntryWrongResponses, MarkEntryWrongErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/entries/{id}/wrong',
    ...options
});

/**
 * Match an entry against stored reads
 *
 * Every use is recorded with who, why and for which case. It rings nowhere.
 */
export const lookBack = <ThrowOnError extends boolean = false>(options: Options<LookBackData, ThrowOnError>): RequestResult<LookBackResponses, LookBackErrors, ThrowOnError> => (options.client ?? client).post<LookBackResponses, LookBackErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/entries/{id}/look-back',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * What false hits a list has to expect
 */
export const previewList = <ThrowOnError extends boolean = false>(options: Options<PreviewListData, ThrowOnError>): RequestResult<PreviewListResponses, PreviewListErrors, ThrowOnError> => (options.client ?? client).get<PreviewListResponses, PreviewListErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/preview',
    ...options
});

/**
 * Which misreads an entry would accept, and what false hits to expect
 */
export const previewEntry = <ThrowOnError extends boolean = false>(options: Options<PreviewEntryData, ThrowOnError>): RequestResult<PreviewEntryResponses, PreviewEntryErrors, ThrowOnError> => (options.client ?? client).post<PreviewEntryResponses, PreviewEntryErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/lists/{name}/preview',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * How many plates are known to be real
 */
export const getKnownPlates = <ThrowOnError extends boolean = false>(options?: Options<GetKnownPlatesData, ThrowOnError>): RequestResult<GetKnownPlatesResponses, GetKnownPlatesErrors, ThrowOnError> => (options?.client ?? client).get<GetKnownPlatesResponses, GetKnownPlatesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/known-plates',
    ...options
});

/**
 * Bring the plates that are known to be real
 *
 * A look-alike match is withdrawn when the read is itself such a plate. All that were known before are forgotten.
 */
export const putKnownPlates = <ThrowOnError extends boolean = false>(options: Options<PutKnownPlatesData, ThrowOnError>): RequestResult<PutKnownPlatesResponses, PutKnownPlatesErrors, ThrowOnError> => (options.client ?? client).put<PutKnownPlatesResponses, PutKnownPlatesErrors, ThrowOnError>({
    bodySerializer: null,
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/known-plates',
    ...options,
    headers: {
        'Content-Type': 'text/plain',
        ...options.headers
    }
});

/**
 * Let the camera count as cameras in general again
 */
export const forgetCameraMisreads = <ThrowOnError extends boolean = false>(options: Options<ForgetCameraMisreadsData, ThrowOnError>): RequestResult<ForgetCameraMisreadsResponses, ForgetCameraMisreadsErrors, ThrowOnError> => (options.client ?? client).delete<ForgetCameraMisreadsResponses, ForgetCameraMisreadsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras/{id}/misreads',
    ...options
});

/**
 * How a camera misreads, as learned and as in force
 */
export const getCameraMisreads = <ThrowOnError extends boolean = false>(options: Options<GetCameraMisreadsData, ThrowOnError>): RequestResult<GetCameraMisreadsResponses, GetCameraMisreadsErrors, ThrowOnError> => (options.client ?? client).get<GetCameraMisreadsResponses, GetCameraMisreadsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras/{id}/misreads',
    ...options
});

/**
 * Learn how a camera misreads from verified reads
 *
 * The reads must not have been chosen by what was read. A third column may hold the confidences of the read's glyphs, 0 to 1, spaces between them. A fifth of the vehicles is held out to judge the model by. It counts only once another person has approved it.
 */
export const learnCameraMisreads = <ThrowOnError extends boolean = false>(options: Options<LearnCameraMisreadsData, ThrowOnError>): RequestResult<LearnCameraMisreadsResponses, LearnCameraMisreadsErrors, ThrowOnError> => (options.client ?? client).put<LearnCameraMisreadsResponses, LearnCameraMisreadsErrors, ThrowOnError>({
    bodySerializer: null,
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras/{id}/misreads',
    ...options,
    headers: {
        'Content-Type': 'text/plain',
        ...options.headers
    }
});

/**
 * Learn how a camera misreads from what the work of every day told
 *
 * From confirmed hits of lists that match inexactly, and from vehicles that two cameras saw. Sums over glyphs alone were kept of them. It counts only once another person has approved it.
 */
export const learnTalliedCameraMisreads = <ThrowOnError extends boolean = false>(options: Options<LearnTalliedCameraMisreadsData, ThrowOnError>): RequestResult<LearnTalliedCameraMisreadsResponses, LearnTalliedCameraMisreadsErrors, ThrowOnError> => (options.client ?? client).post<LearnTalliedCameraMisreadsResponses, LearnTalliedCameraMisreadsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras/{id}/misreads/draft',
    ...options
});

/**
 * Put a learned model in force
 */
export const approveCameraMisreads = <ThrowOnError extends boolean = false>(options: Options<ApproveCameraMisreadsData, ThrowOnError>): RequestResult<ApproveCameraMisreadsResponses, ApproveCameraMisreadsErrors, ThrowOnError> => (options.client ?? client).post<ApproveCameraMisreadsResponses, ApproveCameraMisreadsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/cameras/{id}/misreads/approve',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The profiles that are built in
 */
export const listProfiles = <ThrowOnError extends boolean = false>(options?: Options<ListProfilesData, ThrowOnError>): RequestResult<ListProfilesResponses, ListProfilesErrors, ThrowOnError> => (options?.client ?? client).get<ListProfilesResponses, ListProfilesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/profiles',
    ...options
});

/**
 * The registers that are asked, and how they fare
 */
export const listRegisters = <ThrowOnError extends boolean = false>(options?: Options<ListRegistersData, ThrowOnError>): RequestResult<ListRegistersResponses, ListRegistersErrors, ThrowOnError> => (options?.client ?? client).get<ListRegistersResponses, ListRegistersErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/registers',
    ...options
});

/**
 * Which of many plates are listed now
 *
 * For programs: many plates in one go, over a connection that is kept. Entries in force at this moment count, those of suspended lists do not. A line that cannot be taken is reported by its number and never stops the others. At most 262,144 lines and 4 MiB.
 */
export const checkPlates = <ThrowOnError extends boolean = false>(options: Options<CheckPlatesData, ThrowOnError>): RequestResult<CheckPlatesResponses, CheckPlatesErrors, ThrowOnError> => (options.client ?? client).post<CheckPlatesResponses, CheckPlatesErrors, ThrowOnError>({
    bodySerializer: null,
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/checks',
    ...options,
    headers: {
        'Content-Type': 'text/plain',
        ...options.headers
    }
});

/**
 * All accounts
 */
export const listUsers = <ThrowOnError extends boolean = false>(options?: Options<ListUsersData, ThrowOnError>): RequestResult<ListUsersResponses, ListUsersErrors, ThrowOnError> => (options?.client ?? client).get<ListUsersResponses, ListUsersErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
 * Change, disable or enable an account
 *
 * What is not named stays. Counts from the next request on; streams of the account end and open again with what it may see now. Disabling ends its sessions and tokens, another password its sessions. Nobody disables itself or changes its own role. Answered `version-changed` when somebody else was faster.
 */
export const changeUser = <ThrowOnError extends boolean = false>(options: Options<ChangeUserData, ThrowOnError>): RequestResult<ChangeUserResponses, ChangeUserErrors, ThrowOnError> => (options.client ?? client).patch<ChangeUserResponses, ChangeUserErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * How many plates this account may not look up
 */
export const countClosePlates = <ThrowOnError extends boolean = false>(options: Options<CountClosePlatesData, ThrowOnError>): RequestResult<CountClosePlatesResponses, CountClosePlatesErrors, ThrowOnError> => (options.client ?? client).get<CountClosePlatesResponses, CountClosePlatesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{id}/close-plates',
    ...options
});

/**
 * Say whose plates this account may not look up
 *
 * Takes the place of what was told before. Kept as keyed digests: nobody reads them back. A search or a read of the own plate, a relative's, or the own plate of somebody else of the same zone is refused and shown to the officer for data protection.
 */
export const setClosePlates = <ThrowOnError extends boolean = false>(options: Options<SetClosePlatesData, ThrowOnError>): RequestResult<SetClosePlatesResponses, SetClosePlatesErrors, ThrowOnError> => (options.client ?? client).put<SetClosePlatesResponses, SetClosePlatesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{id}/close-plates',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Leave an account without its second factor
 *
 * For who has lost both the app and the recovery codes.
 */
export const resetSecondFactor = <ThrowOnError extends boolean = false>(options: Options<ResetSecondFactorData, ThrowOnError>): RequestResult<ResetSecondFactorResponses, ResetSecondFactorErrors, ThrowOnError> => (options.client ?? client).post<ResetSecondFactorResponses, ResetSecondFactorErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/users/{id}/second-factor/reset',
    ...options
});

/**
 * Make a token for a program
 *
 * The token is shown this once and kept only as a digest.
 */
export const createToken = <ThrowOnError extends boolean = false>(options: Options<CreateTokenData, ThrowOnError>): RequestResult<CreateTokenResponses, CreateTokenErrors, ThrowOnError> => (options.client ?? client).post<CreateTokenResponses, CreateTokenErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/quarantine/{id}/replay',
    ...options
});

/**
 * Look stored reads up, for a stated purpose
 *
 * A whole plate, or everything some sites saw. Policy decides before anything is looked at, of each zone by itself; the search stands in the ledger before anything is given out, a refused one too. What lies outside what is permitted is neither given nor counted.
 */
export const searchReads = <ThrowOnError extends boolean = false>(options: Options<SearchReadsData, ThrowOnError>): RequestResult<SearchReadsResponses, SearchReadsErrors, ThrowOnError> => (options.client ?? client).post<SearchReadsResponses, SearchReadsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/searches',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Wide searches for which a colleague of the zone has to agree
 */
export const listAgreements = <ThrowOnError extends boolean = false>(options?: Options<ListAgreementsData, ThrowOnError>): RequestResult<ListAgreementsResponses, ListAgreementsErrors, ThrowOnError> => (options?.client ?? client).get<ListAgreementsResponses, ListAgreementsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/agreements',
    ...options
});

/**
 * Ask a colleague to agree to a search
 *
 * With the body of the search. Once somebody else has agreed, within a day, the same search of the same case is made with `agreement`.
 */
export const askAgreement = <ThrowOnError extends boolean = false>(options: Options<AskAgreementData, ThrowOnError>): RequestResult<AskAgreementResponses, AskAgreementErrors, ThrowOnError> => (options.client ?? client).post<AskAgreementResponses, AskAgreementErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/agreements',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Agree to the search of a colleague
 */
export const agreeToSearch = <ThrowOnError extends boolean = false>(options: Options<AgreeToSearchData, ThrowOnError>): RequestResult<AgreeToSearchResponses, AgreeToSearchErrors, ThrowOnError> => (options.client ?? client).post<AgreeToSearchResponses, AgreeToSearchErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/agreements/{id}/agree',
    ...options
});

/**
 * What cases of the zone keep of reads beyond their term
 */
export const listHolds = <ThrowOnError extends boolean = false>(options?: Options<ListHoldsData, ThrowOnError>): RequestResult<ListHoldsResponses, ListHoldsErrors, ThrowOnError> => (options?.client ?? client).get<ListHoldsResponses, ListHoldsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/holds',
    ...options
});

/**
 * Copy reads into a case
 *
 * With their pictures, for the case of the purpose. The copies outlive the reads and stretch no term of theirs; from `review_at` on nobody opens them until they are reviewed.
 */
export const makeHold = <ThrowOnError extends boolean = false>(options: Options<MakeHoldData, ThrowOnError>): RequestResult<MakeHoldResponses, MakeHoldErrors, ThrowOnError> => (options.client ?? client).post<MakeHoldResponses, MakeHoldErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/holds',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The copies of a hold, for a stated purpose of its case
 */
export const openHold = <ThrowOnError extends boolean = false>(options: Options<OpenHoldData, ThrowOnError>): RequestResult<OpenHoldResponses, OpenHoldErrors, ThrowOnError> => (options.client ?? client).get<OpenHoldResponses, OpenHoldErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/holds/{id}',
    ...options
});

/**
 * One picture of a copied read, for a stated purpose of its case
 *
 * As that of a read.
 */
export const getHeldPicture = <ThrowOnError extends boolean = false>(options: Options<GetHeldPictureData, ThrowOnError>): RequestResult<GetHeldPictureResponses, GetHeldPictureErrors, ThrowOnError> => (options.client ?? client).get<GetHeldPictureResponses, GetHeldPictureErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/holds/{id}/reads/{read}/pictures/{number}',
    ...options
});

/**
 * Say that the case still needs it
 */
export const reviewHold = <ThrowOnError extends boolean = false>(options: Options<ReviewHoldData, ThrowOnError>): RequestResult<ReviewHoldResponses, ReviewHoldErrors, ThrowOnError> => (options.client ?? client).post<ReviewHoldResponses, ReviewHoldErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/holds/{id}/review',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Destroy the copies; the case needs them no more
 */
export const releaseHold = <ThrowOnError extends boolean = false>(options: Options<ReleaseHoldData, ThrowOnError>): RequestResult<ReleaseHoldResponses, ReleaseHoldErrors, ThrowOnError> => (options.client ?? client).post<ReleaseHoldResponses, ReleaseHoldErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/holds/{id}/release',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Where events go for those who are not at a desk
 */
export const listOutlets = <ThrowOnError extends boolean = false>(options?: Options<ListOutletsData, ThrowOnError>): RequestResult<ListOutletsResponses, ListOutletsErrors, ThrowOnError> => (options?.client ?? client).get<ListOutletsResponses, ListOutletsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets',
    ...options
});

/**
 * Make an outlet
 *
 * Without `zone` it is of the whole province. It is told what happens from now on: no hit before it is validated, nothing that is observed in silence, and of a zone only what that zone may know. The configuration says which hosts and networks may be reached.
 */
export const makeOutlet = <ThrowOnError extends boolean = false>(options: Options<MakeOutletData, ThrowOnError>): RequestResult<MakeOutletResponses, MakeOutletErrors, ThrowOnError> => (options.client ?? client).post<MakeOutletResponses, MakeOutletErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove it, with its keys and all that is known of its deliveries
 */
export const removeOutlet = <ThrowOnError extends boolean = false>(options: Options<RemoveOutletData, ThrowOnError>): RequestResult<RemoveOutletResponses, RemoveOutletErrors, ThrowOnError> => (options.client ?? client).delete<RemoveOutletResponses, RemoveOutletErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}',
    ...options
});

/**
 * One outlet
 */
export const getOutlet = <ThrowOnError extends boolean = false>(options: Options<GetOutletData, ThrowOnError>): RequestResult<GetOutletResponses, GetOutletErrors, ThrowOnError> => (options.client ?? client).get<GetOutletResponses, GetOutletErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}',
    ...options
});

/**
 * Change title, target or events
 */
export const changeOutlet = <ThrowOnError extends boolean = false>(options: Options<ChangeOutletData, ThrowOnError>): RequestResult<ChangeOutletResponses, ChangeOutletErrors, ThrowOnError> => (options.client ?? client).patch<ChangeOutletResponses, ChangeOutletErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Sign with a new key
 *
 * For 24 hours the older key signs beside it, so that the receiver can change over.
 */
export const rotateOutletKey = <ThrowOnError extends boolean = false>(options: Options<RotateOutletKeyData, ThrowOnError>): RequestResult<RotateOutletKeyResponses, RotateOutletKeyErrors, ThrowOnError> => (options.client ?? client).post<RotateOutletKeyResponses, RotateOutletKeyErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}/key',
    ...options
});

/**
 * Send to it again
 *
 * What was given up stays so until it is replayed.
 */
export const enableOutlet = <ThrowOnError extends boolean = false>(options: Options<EnableOutletData, ThrowOnError>): RequestResult<EnableOutletResponses, EnableOutletErrors, ThrowOnError> => (options.client ?? client).post<EnableOutletResponses, EnableOutletErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}/enable',
    ...options
});

/**
 * Send an event of type outlet.test
 */
export const testOutlet = <ThrowOnError extends boolean = false>(options: Options<TestOutletData, ThrowOnError>): RequestResult<TestOutletResponses, TestOutletErrors, ThrowOnError> => (options.client ?? client).post<TestOutletResponses, TestOutletErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}/test',
    ...options
});

/**
 * What was sent or is to be sent, newest first
 */
export const listOutletDeliveries = <ThrowOnError extends boolean = false>(options: Options<ListOutletDeliveriesData, ThrowOnError>): RequestResult<ListOutletDeliveriesResponses, ListOutletDeliveriesErrors, ThrowOnError> => (options.client ?? client).get<ListOutletDeliveriesResponses, ListOutletDeliveriesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}/deliveries',
    ...options
});

/**
 * Send again what was given up in a period
 */
export const replayOutletPeriod = <ThrowOnError extends boolean = false>(options: Options<ReplayOutletPeriodData, ThrowOnError>): RequestResult<ReplayOutletPeriodResponses, ReplayOutletPeriodErrors, ThrowOnError> => (options.client ?? client).post<ReplayOutletPeriodResponses, ReplayOutletPeriodErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}/replay',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Send one again, with its first id
 */
export const replayOutletDelivery = <ThrowOnError extends boolean = false>(options: Options<ReplayOutletDeliveryData, ThrowOnError>): RequestResult<ReplayOutletDeliveryResponses, ReplayOutletDeliveryErrors, ThrowOnError> => (options.client ?? client).post<ReplayOutletDeliveryResponses, ReplayOutletDeliveryErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/outlets/{id}/deliveries/{delivery}/replay',
    ...options
});

/**
 * The law that the server decides by
 */
export const getRegime = <ThrowOnError extends boolean = false>(options?: Options<GetRegimeData, ThrowOnError>): RequestResult<GetRegimeResponses, GetRegimeErrors, ThrowOnError> => (options?.client ?? client).get<GetRegimeResponses, GetRegimeErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/regime',
    ...options
});

/**
 * What zones allow each other to see
 */
export const listGrants = <ThrowOnError extends boolean = false>(options?: Options<ListGrantsData, ThrowOnError>): RequestResult<ListGrantsResponses, ListGrantsErrors, ThrowOnError> => (options?.client ?? client).get<ListGrantsResponses, ListGrantsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/grants',
    ...options
});

/**
 * Allow another zone to search the data of the own zone
 */
export const makeGrant = <ThrowOnError extends boolean = false>(options: Options<MakeGrantData, ThrowOnError>): RequestResult<MakeGrantResponses, MakeGrantErrors, ThrowOnError> => (options.client ?? client).post<MakeGrantResponses, MakeGrantErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/grants',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Who would see what by a grant
 *
 * Nothing is changed. Policy is asked for every zone of the province, every role and every purpose, with and without the grant; what is not in `changes` stays as it is.
 */
export const previewGrant = <ThrowOnError extends boolean = false>(options: Options<PreviewGrantData, ThrowOnError>): RequestResult<PreviewGrantResponses, PreviewGrantErrors, ThrowOnError> => (options.client ?? client).post<PreviewGrantResponses, PreviewGrantErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/grants/preview',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * End a grant of the own zone, from the next question on
 */
export const revokeGrant = <ThrowOnError extends boolean = false>(options: Options<RevokeGrantData, ThrowOnError>): RequestResult<RevokeGrantResponses, RevokeGrantErrors, ThrowOnError> => (options.client ?? client).post<RevokeGrantResponses, RevokeGrantErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/grants/{id}/revoke',
    ...options
});

/**
 * Decisions of an authority, of the own zone
 *
 * Newest first. Looking at them stands in the ledger.
 */
export const listAuthorisations = <ThrowOnError extends boolean = false>(options?: Options<ListAuthorisationsData, ThrowOnError>): RequestResult<ListAuthorisationsResponses, ListAuthorisationsErrors, ThrowOnError> => (options?.client ?? client).get<ListAuthorisationsResponses, ListAuthorisationsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/authorisations',
    ...options
});

/**
 * Register one
 *
 * It has no effect until its document is there and another person has confirmed it.
 */
export const addAuthorisation = <ThrowOnError extends boolean = false>(options: Options<AddAuthorisationData, ThrowOnError>): RequestResult<AddAuthorisationResponses, AddAuthorisationErrors, ThrowOnError> => (options.client ?? client).post<AddAuthorisationResponses, AddAuthorisationErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/authorisations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The document of one, to compare it
 */
export const getAuthorisationDocument = <ThrowOnError extends boolean = false>(options: Options<GetAuthorisationDocumentData, ThrowOnError>): RequestResult<GetAuthorisationDocumentResponses, GetAuthorisationDocumentErrors, ThrowOnError> => (options.client ?? client).get<GetAuthorisationDocumentResponses, GetAuthorisationDocumentErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/authorisations/{id}/document',
    ...options
});

/**
 * Bring the document of one
 *
 * Of any type, 10 MiB at most; once. Only its digest is told in the ledger.
 */
export const putAuthorisationDocument = <ThrowOnError extends boolean = false>(options: Options<PutAuthorisationDocumentData, ThrowOnError>): RequestResult<PutAuthorisationDocumentResponses, PutAuthorisationDocumentErrors, ThrowOnError> => (options.client ?? client).put<PutAuthorisationDocumentResponses, PutAuthorisationDocumentErrors, ThrowOnError>({
    bodySerializer: null,
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/authorisations/{id}/document',
    ...options,
    headers: {
        'Content-Type': 'application/octet-stream',
        ...options.headers
    }
});

/**
 * Say that it was compared with its document and signature
 *
 * By another person than who registered it.
 */
export const confirmAuthorisation = <ThrowOnError extends boolean = false>(options: Options<ConfirmAuthorisationData, ThrowOnError>): RequestResult<ConfirmAuthorisationResponses, ConfirmAuthorisationErrors, ThrowOnError> => (options.client ?? client).post<ConfirmAuthorisationResponses, ConfirmAuthorisationErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/authorisations/{id}/confirm',
    ...options
});

/**
 * End one for good
 */
export const revokeAuthorisation = <ThrowOnError extends boolean = false>(options: Options<RevokeAuthorisationData, ThrowOnError>): RequestResult<RevokeAuthorisationResponses, RevokeAuthorisationErrors, ThrowOnError> => (options.client ?? client).post<RevokeAuthorisationResponses, RevokeAuthorisationErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/authorisations/{id}/revoke',
    ...options
});

/**
 * The signed state of the ledger
 *
 * A C2SP tlog-checkpoint in a signed note.
 */
export const getLedgerCheckpoint = <ThrowOnError extends boolean = false>(options?: Options<GetLedgerCheckpointData, ThrowOnError>): RequestResult<GetLedgerCheckpointResponses, GetLedgerCheckpointErrors, ThrowOnError> => (options?.client ?? client).get<GetLedgerCheckpointResponses, GetLedgerCheckpointErrors, ThrowOnError>({ url: '/ledger/checkpoint', ...options });

/**
 * The state of the ledger that witnesses cosigned last
 *
 * A checkpoint with their cosignatures (C2SP tlog-cosignature) behind the log's own.
 */
export const getWitnessedCheckpoint = <ThrowOnError extends boolean = false>(options?: Options<GetWitnessedCheckpointData, ThrowOnError>): RequestResult<GetWitnessedCheckpointResponses, GetWitnessedCheckpointErrors, ThrowOnError> => (options?.client ?? client).get<GetWitnessedCheckpointResponses, GetWitnessedCheckpointErrors, ThrowOnError>({ url: '/ledger/witnessed', ...options });

/**
 * Hashes of the ledger
 *
 * A tile of C2SP tlog-tiles, such as `0/x001/x234/067` or `0/000.p/5`.
 */
export const getLedgerTile = <ThrowOnError extends boolean = false>(options: Options<GetLedgerTileData, ThrowOnError>): RequestResult<GetLedgerTileResponses, GetLedgerTileErrors, ThrowOnError> => (options.client ?? client).get<GetLedgerTileResponses, GetLedgerTileErrors, ThrowOnError>({ url: '/ledger/tile/{path}', ...options });

/**
 * Entries of the ledger
 *
 * A bundle of C2SP tlog-tiles. Entries hold no person, plate or case.
 */
export const getLedgerEntries = <ThrowOnError extends boolean = false>(options: Options<GetLedgerEntriesData, ThrowOnError>): RequestResult<GetLedgerEntriesResponses, GetLedgerEntriesErrors, ThrowOnError> => (options.client ?? client).get<GetLedgerEntriesResponses, GetLedgerEntriesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/ledger/tile/entries/{path}',
    ...options
});

/**
 * How long the ledger is, and by which key it is checked
 */
export const getLedger = <ThrowOnError extends boolean = false>(options?: Options<GetLedgerData, ThrowOnError>): RequestResult<GetLedgerResponses, GetLedgerErrors, ThrowOnError> => (options?.client ?? client).get<GetLedgerResponses, GetLedgerErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/ledger',
    ...options
});

/**
 * Who used what and why, newest first
 *
 * Reading it is a use too, and is written down.
 */
export const listUses = <ThrowOnError extends boolean = false>(options?: Options<ListUsesData, ThrowOnError>): RequestResult<ListUsesResponses, ListUsesErrors, ThrowOnError> => (options?.client ?? client).get<ListUsesResponses, ListUsesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/ledger/uses',
    ...options
});

/**
 * What stands out in how people use the system
 *
 * Never a verdict: where to look. The look itself stands in the ledger. Off duty is an hour into which, with the hours beside it, less than a fifth of a person's days fall; somebody with fewer than ten days has no habits yet.
 *
 */
export const findPatterns = <ThrowOnError extends boolean = false>(options?: Options<FindPatternsData, ThrowOnError>): RequestResult<FindPatternsResponses, FindPatternsErrors, ThrowOnError> => (options?.client ?? client).get<FindPatternsResponses, FindPatternsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/ledger/patterns',
    ...options
});

/**
 * The monthly samples, and which uses of them are yours to judge
 *
 * Of each complete month and zone 1 % of the consultations, 20 at least, are drawn by a seed that nobody chose: the root hash of the ledger at the end of the month. Drawn are the entries whose SHA-256 of seed and number is lowest. Nobody is given a use of his own. What is open after 30 days, or given to nobody, is shown to officers for data protection too.
 *
 */
export const listAudits = <ThrowOnError extends boolean = false>(options?: Options<ListAuditsData, ThrowOnError>): RequestResult<ListAuditsResponses, ListAuditsErrors, ThrowOnError> => (options?.client ?? client).get<ListAuditsResponses, ListAuditsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/audits',
    ...options
});

/**
 * Judge a use of the sample
 *
 * Once and for good; it stands in the ledger.
 */
export const judgeAudit = <ThrowOnError extends boolean = false>(options: Options<JudgeAuditData, ThrowOnError>): RequestResult<JudgeAuditResponses, JudgeAuditErrors, ThrowOnError> => (options.client ?? client).post<JudgeAuditResponses, JudgeAuditErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/audits',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * What is kept of one plate, sealed for whom it belongs to
 *
 * By the officer for data protection, on a request that came through him or the supervisor, with proof of holdership. Holds the reads that are still there and the searches that named the plate, no officer's name and no case. It stands in the ledger as disclosed before it is given out.
 *
 */
export const makeSubjectPackage = <ThrowOnError extends boolean = false>(options: Options<MakeSubjectPackageData, ThrowOnError>): RequestResult<MakeSubjectPackageResponses, MakeSubjectPackageErrors, ThrowOnError> => (options.client ?? client).post<MakeSubjectPackageResponses, MakeSubjectPackageErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/subject-packages',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The register of processing or of cameras, made out of what is configured
 *
 * Every earlier version is kept; a new one stands in the ledger by its digest. Looking at it is a use too.
 *
 */
export const getProcessingRegister = <ThrowOnError extends boolean = false>(options: Options<GetProcessingRegisterData, ThrowOnError>): RequestResult<GetProcessingRegisterResponses, GetProcessingRegisterErrors, ThrowOnError> => (options.client ?? client).get<GetProcessingRegisterResponses, GetProcessingRegisterErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/processing-registers/{name}',
    ...options
});

/**
 * What differs between two versions of a register
 */
export const getProcessingRegisterChanges = <ThrowOnError extends boolean = false>(options: Options<GetProcessingRegisterChangesData, ThrowOnError>): RequestResult<GetProcessingRegisterChangesResponses, GetProcessingRegisterChangesErrors, ThrowOnError> => (options.client ?? client).get<GetProcessingRegisterChangesResponses, GetProcessingRegisterChangesErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/processing-registers/{name}/changes',
    ...options
});

/**
 * What came of the hits of a period, and which cameras and places saw nothing
 *
 * Sums of the hits of vehicles seen in these days of Brussels, both included and 92 at most, without a plate. Hits that are observed in silence (priority 4) count for the owner of their list alone. A share, and a middle, of fewer than `fewest` is left out. 400 when the days are turned round, too many, still to come or erased, and for a zone that is not there.
 */
export const getStatistics = <ThrowOnError extends boolean = false>(options: Options<GetStatisticsData, ThrowOnError>): RequestResult<GetStatisticsResponses, GetStatisticsErrors, ThrowOnError> => (options.client ?? client).get<GetStatisticsResponses, GetStatisticsErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/stats',
    ...options
});

/**
 * What everybody may know of the use of the system
 *
 * Numbers of the last complete month in a schema that the regime fixes, made at most once an hour. Numbers below `cell_min` are not told, nor those from which one would follow. No plate, no person, no place. The same for people is at `/transparency`.
 *
 */
export const getTransparency = <ThrowOnError extends boolean = false>(options?: Options<GetTransparencyData, ThrowOnError>): RequestResult<GetTransparencyResponses, GetTransparencyErrors, ThrowOnError> => (options?.client ?? client).get<GetTransparencyResponses, GetTransparencyErrors, ThrowOnError>({ url: '/api/v1/transparency', ...options });

/**
 * The same as a page for people
 */
export const showTransparency = <ThrowOnError extends boolean = false>(options?: Options<ShowTransparencyData, ThrowOnError>): RequestResult<ShowTransparencyResponses, ShowTransparencyErrors, ThrowOnError> => (options?.client ?? client).get<ShowTransparencyResponses, ShowTransparencyErrors, ThrowOnError>({ url: '/transparency', ...options });

/**
 * How the server fares
 *
 * For an administrator. Counts, times and sizes; no plate.
 */
export const getSystem = <ThrowOnError extends boolean = false>(options?: Options<GetSystemData, ThrowOnError>): RequestResult<GetSystemResponses, GetSystemErrors, ThrowOnError> => (options?.client ?? client).get<GetSystemResponses, GetSystemErrors, ThrowOnError>({
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/api/v1/system',
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
    security: [{
            key: 'bearer',
            scheme: 'bearer',
            type: 'http'
        }, {
            in: 'cookie',
            name: '__Host-bas',
            type: 'apiKey'
        }],
    url: '/metrics',
    ...options
});

// The words of a request.
#pragma once

#include "policy/acts.h"
#include "policy/regime.h"

namespace bas::policy {

// In place of the code of a zone: all of them.
inline constexpr std::string_view kProvince = "province";

enum class Role {
  kOperator,
  kInvestigator,
  kTraffic,
  kListManager,
  kZoneAdministrator,
  kSystemAdministrator,
  kDataProtectionOfficer,
  kOverseer,
  kMagistrateOffice,
  kIntelligence,
  kTechnician,
  kProgram,
};
inline constexpr NameTable<Role, 12> kRoleNames{
    {"operator", "investigator", "traffic", "list_manager", "zone_administrator",
     "system_administrator", "data_protection_officer", "overseer", "magistrate_office",
     "intelligence", "technician", "program"}};

// The six of LED art. 25.
enum class Verb { kCollect, kAlter, kConsult, kDisclose, kCombine, kErase };
inline constexpr NameTable<Verb, 6> kVerbNames{
    {"collect", "alter", "consult", "disclose", "combine", "erase"}};

// By which act a camera stands: the police function act or the camera act.
enum class LegalSource { kUnknown, kWpa, kCamerawet };
inline constexpr NameTable<LegalSource, 3> kLegalSourceNames{{"unknown", "wpa", "camerawet"}};

// A whole plate; a part of one; every vehicle of a place; the way of one vehicle.
enum class PredicateKind { kPlate, kPartial, kArea, kTrack };
inline constexpr NameTable<PredicateKind, 4> kPredicateKindNames{
    {"plate", "partial", "area", "track"}};

// A plate that the one who asks may not ask for.
enum class WatchedPlate { kNone, kOwn, kFamily, kColleague };
inline constexpr NameTable<WatchedPlate, 4> kWatchedPlateNames{
    {"none", "own", "family", "colleague"}};

enum class HitStage { kCandidate, kValidated, kRejected, kExpired };
inline constexpr NameTable<HitStage, 4> kHitStageNames{
    {"candidate", "validated", "rejected", "expired"}};

enum class MatchHow { kExact, kLookAlike, kPartial };
inline constexpr NameTable<MatchHow, 3> kMatchHowNames{{"exact", "look_alike", "partial"}};

// What the source says of the entry now.
enum class SourceAnswer { kNotAsked, kConfirmed, kWithdrawn, kDown, kNotConfigured };
inline constexpr NameTable<SourceAnswer, 5> kSourceAnswerNames{
    {"not_asked", "confirmed", "withdrawn", "down", "not_configured"}};

enum class LogPartition { kZone, kIntelligence };
inline constexpr NameTable<LogPartition, 2> kLogPartitionNames{{"zone", "intelligence"}};

// What a log may be read for.
enum class LogReason { kNone, kLawfulness, kSelfMonitoring, kIntegrity, kCriminalProceedings };
inline constexpr NameTable<LogReason, 5> kLogReasonNames{
    {"none", "lawfulness", "self_monitoring", "integrity", "criminal_proceedings"}};

enum class SubjectThrough { kNobody, kSupervisor, kDpo };
inline constexpr NameTable<SubjectThrough, 3> kSubjectThroughNames{{"nobody", "supervisor", "dpo"}};

}  // namespace bas::policy

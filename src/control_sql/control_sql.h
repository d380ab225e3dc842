// Everything relational in one SQL database: zones, cameras, lists, hits, accounts, quarantine.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ports/control_stores.h"

namespace bas::control_sql {

// One forward-only step of the schema, as compiled in.
struct MigrationStep {
  int number = 0;
  std::string name;
};

// What `migrate status` tells: the level of the file and the steps this program would add.
struct MigrationStatus {
  int level = 0;  // number of the latest step; 0: none yet
  std::vector<MigrationStep> pending;
};

// Threads: any. Reads, hit writes and other writes have a connection each: a listing waits for
// neither, recording hits waits for an import by a chunk at most. Several processes may hold the
// file open. Durability: everything but hits is on disk when a call returns; hits after sync().
class ControlSql {
 public:
  struct Settings {
    std::filesystem::path file;  // made when it is not there; its folder must be
    // How long a call waits for a writer of another connection before it says kUnavailable.
    std::chrono::milliseconds busy_timeout{10'000};
    const Clock* clock = nullptr;  // for the dates of migrations; null: the system's
  };

  // Brings the schema up to date. Errors: kRefused for a schema newer than this program or one
  // whose past was altered, kCorrupt for a file that is no database of ours, kUnavailable for a
  // disk that does not let us.
  static Result<std::unique_ptr<ControlSql>> open(Settings settings);
  // Looks without changing or making the file.
  static Result<MigrationStatus> status(const Settings& settings);

  // Looks at every page (seconds per GB): kCorrupt with the first finding. For doctor and backup.
  Result<> verify();

  ~ControlSql();
  ControlSql(const ControlSql&) = delete;
  ControlSql& operator=(const ControlSql&) = delete;

  // They live as long as this object.
  ProvinceStore& province();
  ListStore& lists();
  RevisionStore& revisions();
  PaperStore& papers();
  HitStore& hits();
  HitFacts& hit_facts();
  PursuitStore& pursuits();
  DeliveryStore& deliveries();
  AccountStore& accounts();
  QuarantineStore& quarantine();

 private:
  struct Parts;
  explicit ControlSql(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace bas::control_sql

// One session with the database, used by one thread at a time; exceptions of the library end here.
#pragma once

#include <soci/soci.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <type_traits>

#include "base/result.h"
#include "control_sql/dialect.h"
#include "control_sql/write_turn.h"

namespace bas::control_sql {

enum class ConnectionUse { kReads, kHits, kWrites, kUpkeep };

// A transaction that is undone unless it was committed.
class Transaction {
 public:
  explicit Transaction(soci::session& session);  // throws soci_error
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();  // throws soci_error

 private:
  soci::session& session_;
  bool is_open_ = true;
};

// Threads: any; calls wait for each other.
class Connection {
 public:
  struct Settings {
    std::filesystem::path file;
    std::chrono::milliseconds busy_timeout{};
    ConnectionUse use = ConnectionUse::kReads;
    WriteTurn* turn = nullptr;  // shared by all connections of this process; outlives them
  };
  static Result<std::unique_ptr<Connection>> open(const Settings& settings);

  // `work` takes the session and answers a Result. It may not keep the session.
  template <typename Work>
  auto read(Work&& work) -> std::invoke_result_t<Work, soci::session&>;

  // The same as one transaction, undone when `work` answers a failure. `durability` may be less
  // than what the connection promises: a later write that waits for the disk takes it along.
  template <typename Work>
  auto write(Work&& work, Durability durability = Durability::kOnDisk)
      -> std::invoke_result_t<Work, soci::session&>;

  // Everything committed so far, on any connection, is on disk when it returns: the log is
  // written in order, so one commit that waits for the disk takes along all before it.
  Result<> sync();

  // Told after each commit how many pages the log has. Before anybody writes.
  void on_commit(dialect::LogHook told);

 private:
  explicit Connection(const Settings& settings);
  void promise(Durability durability);

  const ConnectionUse use_;
  WriteTurn& turn_;
  dialect::LogHook told_;
  std::mutex mutex_;
  soci::session session_;                      // by mutex_
  Durability promised_ = Durability::kOnDisk;  // by mutex_; of kWrites
};

template <typename Work>
auto Connection::read(Work&& work) -> std::invoke_result_t<Work, soci::session&> {
  const std::lock_guard lock(mutex_);
  try {
    return work(session_);
  } catch (const soci::soci_error& error) {
    return tl::make_unexpected(dialect::translate(error));
  }
}

template <typename Work>
auto Connection::write(Work&& work, Durability durability)
    -> std::invoke_result_t<Work, soci::session&> {
  const WriteTurn::Held turn(turn_,
                             use_ == ConnectionUse::kHits ? Urgency::kHits : Urgency::kOther);
  const std::lock_guard lock(mutex_);
  try {
    if (use_ == ConnectionUse::kWrites) promise(durability);
    Transaction transaction(session_);
    auto answer = work(session_);
    if (answer) transaction.commit();
    return answer;
  } catch (const soci::soci_error& error) {
    return tl::make_unexpected(dialect::translate(error));
  }
}

// The connections of one database, as the stores share them.
struct Connections {
  Connection& reads;
  Connection& hits;
  Connection& writes;
};

}  // namespace bas::control_sql

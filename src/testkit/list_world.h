// The side of the flow that keeps lists, on the small province.
#pragma once

#include <deque>
#include <mutex>

#include "flow/list_use_cases.h"
#include "testkit/flow_world.h"

namespace bas::testkit {

// Answers as the test says; asked for no category it knows.
class ScriptedRegisters final : public RegisterChecks {
 public:
  RegisterFinding check(const Plate&, std::string_view category, std::stop_token) override {
    return category == "uninsured" ? finding : RegisterFinding{};
  }
  RegisterFinding finding;
};

// What a list's source holds, one answer after another; the last one stays.
struct ScriptedSource {
  std::deque<Result<FetchedList>> answers;
  std::vector<SourceMark> asked_with;
};

// Threads: as its parts; ListImports works on a thread of its own.
struct ListWorld {
  Revision import(std::string_view text, flow::ImportWish wish = {}) {
    wish.list = world.list.id;
    wish.bytes = std::string(text);
    if (wish.file_name.empty()) wish.file_name = "list.csv";
    const Revision begun = imports.start(std::move(wish)).value();
    imports.wait();
    return revisions.revision(flow::name_of(begun)).value();
  }
  std::vector<Entry> all_entries() {
    return world.entries->page(world.list.id, {{}, 10'000}).value();
  }
  bool is_wanted(std::string_view plate) { return !world.hits->matches(world.read(plate)).empty(); }
  // A read stored and hit as if a camera had sent it.
  Read passes(std::string_view plate, std::chrono::milliseconds after = {}) {
    const Read read = world.read(plate, after);
    const SealedRead sealed = world.read_sealer->seal(read).value();
    EXPECT_TRUE(world.reads.append({&sealed, 1}));
    const flow::MatchedRead matched{&read, world.hits->matches(read), flow::Occasion::kFirst};
    EXPECT_TRUE(world.hits->make({&matched, 1}));
    return read;
  }
  Hit last_hit() { return world.desks.hits().back(); }

  FlowWorld world;
  SystemRandom random;  // any thread's
  ScriptedRegisters registers;
  ScriptedSource source;
  std::chrono::seconds interval{3600};
  flow::Reads openers{
      {world.reads, world.blobs, *world.hit_store, *world.read_sealer, *world.hit_sealer}};
  flow::Lists lists{{world.sql->lists(), *world.entries, world.desks, world.clock, random}};
  flow::RevisionBook revisions{{world.sql->revisions(), world.entries->sealer(), world.clock}};
  flow::ListReports reports{{world.sql->lists(), world.sql->revisions(), *world.hit_store,
                             world.entries->sealer(), world.clock}};
  flow::Verdicts verdicts{
      {*world.hit_store, openers, world.guard, *world.tally, registers, world.desks, world.clock}};
  flow::EntryActions actions{{world.sql->lists(), *world.entries, lists, revisions, verdicts,
                              world.desks, world.clock, random}};
  flow::Previews previews{*world.entries, 1'000'000};
  flow::KnownPlatesBook known_plates{
      {*world.entries, *world.vault, random, world.folder.path / "known-plates.sealed"}};
  flow::MisreadBook misreads{
      {*world.entries, *world.tally, world.clock, random, world.folder.path / "misreads.json"}};
  flow::ListImports imports{
      {{world.sql->lists(), *world.entries, revisions, verdicts, world.clock, random},
       lists,
       world.desks}};
  flow::ListKeeper keeper{{lists, imports, world.sql->revisions(), verdicts, *world.hit_store,
                           world.clock, [this](const List&) { return open_source(); }}};

 private:
  class Source final : public ListSource {
   public:
    explicit Source(ScriptedSource& script) : script_(script) {}
    Result<FetchedList> fetch(const SourceMark& last, std::stop_token) override {
      script_.asked_with.push_back(last);
      auto answer = script_.answers.front();
      if (script_.answers.size() > 1) script_.answers.pop_front();
      return answer;
    }

   private:
    ScriptedSource& script_;
  };
  Result<flow::DueSource> open_source() {
    return flow::DueSource{std::make_unique<Source>(source), interval};
  }
};

}  // namespace bas::testkit

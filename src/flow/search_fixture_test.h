// Two zones with reads, and an investigator of the first.
#pragma once

#include <gtest/gtest.h>

#include "testkit/ledger_world.h"

namespace bas::flow {

class SearchFixture : public testing::Test {
 protected:
  SearchFixture() {
    other_zone_ = world_.directory->add_zone("5345", "Zone Zuid").value();
    Site site;
    site.name = "Plein";
    other_site_ = world_.directory->add_site({"5345", site}).value();
    who_.user.id = make_id(world_.clock.now(), world_.random);
    who_.user.zone = world_.zone.id;
    who_.user.role = Role::kInvestigator;
    who_.user.role_until = world_.clock.now() + std::chrono::hours(24 * 100);
    who_.user.trained_until = who_.user.role_until;
    who_.user.capacity = Capacity::kJudicial;
    who_.terminal = "10.0.0.7";
    wish_ = {.purpose = "jp_crime",
             .case_number = "AN.17.L1.004711/2026",
             .reason = "burglary, car seen by a neighbour",
             .plate = "1ABC234",
             .sites = {},
             .from = world_.clock.now() - std::chrono::hours(24 * 5),
             .until = world_.clock.now() + std::chrono::hours(1),
             .after = {},
             .limit = 100};
  }

  Read passes(std::string_view plate, std::chrono::milliseconds after, const Site* site = nullptr) {
    Read read = world_.read(plate, after);
    if (site != nullptr) {
      read.site = site->id;
      read.zone = site->zone;
    }
    const SealedRead sealed = world_.read_sealer->seal(read).value();
    EXPECT_TRUE(world_.reads.append({&sealed, 1}));
    return read;
  }
  LoggedUse last_use() { return ledger_.uses.latest(~std::uint64_t{0}, 1).value().at(0); }
  // Somebody of a zone whose role and training hold.
  Person person(Role role, const Id& zone) {
    Person one = who_;
    one.user.id = make_id(world_.clock.now(), world_.random);
    one.user.zone = zone;
    one.user.role = role;
    one.user.capacity = usual_capacity(role);
    return one;
  }
  NewGrant grant_to(std::string zone) {
    return {.to_zone = std::move(zone),
            .purposes = {"jp_crime"},
            .from = world_.clock.now() - std::chrono::hours(1),
            .until = world_.clock.now() + std::chrono::hours(24 * 90),
            .reason = "agreement of 12 March",
            .impact_assessment = "2026-2"};
  }
  Error refused() {
    const auto page = ledger_.searches.search(wish_, who_);
    EXPECT_FALSE(page);
    return page ? Error{} : page.error();
  }

  testkit::FlowWorld world_;
  testkit::LedgerWorld ledger_{world_};
  Zone other_zone_;
  Site other_site_;
  Person who_;
  SearchWish wish_;
};

}  // namespace bas::flow

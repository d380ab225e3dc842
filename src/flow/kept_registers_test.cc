#include "flow/kept_registers.h"

#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

class KeptRegistersTest : public SearchFixture {
 protected:
  std::vector<RegisterVersion> versions(RegisterKind kind) {
    return registers_.versions(kind, officer_).value();
  }
  nlohmann::json document(RegisterKind kind) {
    return nlohmann::json::parse(versions(kind).at(0).document);
  }

  KeptRegisters registers_{{ledger_.papers, world_.sql->lists(), ledger_.gate, ledger_.uses,
                            world_.clock, world_.random}};
  Person officer_ = person(Role::kDataProtectionOfficer, world_.zone.id);
};

TEST_F(KeptRegistersTest, says_what_is_configured) {
  const auto processing = document(RegisterKind::kProcessing);
  EXPECT_EQ(processing.at("/purposes/jp_crime/capacity"_json_pointer), "jud_police");
  EXPECT_EQ(processing.at("/purposes/jp_crime/certainty"_json_pointer), "S");
  EXPECT_EQ(processing.at("/terms/reads"_json_pointer), "12 months");
  EXPECT_EQ(processing.at("/controllers/5345"_json_pointer), "Zone Zuid");
  EXPECT_EQ(processing.at("lists").at(to_string(world_.list.id)).at("name"), world_.list.name);
  const auto cameras = document(RegisterKind::kCameras);
  const auto camera = cameras.at("cameras").at(to_string(world_.camera.id));
  EXPECT_EQ(camera.at("zone"), world_.zone.code);
  EXPECT_EQ(camera.at("in_use"), true);
  EXPECT_FALSE(camera.dump().find(world_.camera.key_sha256) != std::string::npos);
}

TEST_F(KeptRegistersTest, keeps_a_version_for_each_change_and_none_without) {
  EXPECT_EQ(registers_.refresh().value().size(), 2U);
  EXPECT_TRUE(registers_.refresh().value().empty());
  const auto first = versions(RegisterKind::kProcessing);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].number, 1);
  EXPECT_EQ(first[0].sha256, to_hex(sha256(first[0].document)));
  world_.clock.advance(std::chrono::hours(1));
  ASSERT_TRUE(world_.directory->add_zone("5352", "Zone Noord"));
  const auto added = registers_.refresh().value();
  ASSERT_EQ(added.size(), 1U) << "the cameras are the same";
  EXPECT_EQ(added[0].number, 2);
  EXPECT_EQ(last_use().facts.what, "register of processing");
  EXPECT_EQ(last_use().facts.verb, policy::Verb::kAlter);
  EXPECT_EQ(last_use().facts.results_sha256, added[0].sha256);
  const auto both = versions(RegisterKind::kProcessing);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[1].document, first[0].document) << "the earlier one stays as it was";
  const auto changes = changes_between(both[1], both[0]).value();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].path, "/controllers/5352");
  EXPECT_EQ(changes[0].before, "");
  EXPECT_EQ(changes[0].after, "\"Zone Noord\"");
  const auto back = changes_between(both[0], both[1]).value();
  EXPECT_EQ(back.at(0).before, "\"Zone Noord\"");
  EXPECT_EQ(back.at(0).after, "");
}

TEST_F(KeptRegistersTest, a_grant_stands_in_it_while_it_counts) {
  const Person chief = person(Role::kZoneAdministrator, world_.zone.id);
  const Grant grant = ledger_.grants.make(grant_to("5345"), chief).value();
  EXPECT_TRUE(document(RegisterKind::kProcessing).at("grants").contains(to_string(grant.id)));
  ASSERT_TRUE(ledger_.grants.revoke(grant.id, chief));
  EXPECT_FALSE(document(RegisterKind::kProcessing).at("grants").contains(to_string(grant.id)));
}

TEST_F(KeptRegistersTest, is_read_by_those_who_oversee_alone) {
  EXPECT_EQ(registers_.versions(RegisterKind::kCameras, who_).error().code, ErrorCode::kRefused);
  EXPECT_EQ(last_use().facts.is_permitted, false);
}

}  // namespace
}  // namespace bas::flow

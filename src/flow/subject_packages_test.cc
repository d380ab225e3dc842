#include "flow/subject_packages.h"

#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "base/sealed_box.h"
#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

class SubjectPackagesTest : public SearchFixture {
 protected:
  SubjectPackagesTest() {
    asked_ = {.plate = "1ABC234",
              .through = policy::SubjectThrough::kDpo,
              .proof = "registration certificate shown on 20 November",
              .recipient = "holder, through COC/2026/17",
              .public_key = keys_.public_key};
  }
  nlohmann::json opened(const SubjectPackage& package) {
    return nlohmann::json::parse(open_box(keys_, package.sealed).value());
  }
  Error refusal() {
    const auto made = packages_.make(asked_, officer_);
    EXPECT_FALSE(made);
    return made ? Error{} : made.error();
  }

  BoxKeys keys_ = make_box_keys();
  SubjectPackages packages_{
      {world_.reads, *world_.read_sealer, *world_.vault, ledger_.uses, ledger_.gate, world_.clock}};
  Person officer_ = person(Role::kDataProtectionOfficer, world_.zone.id);
  SubjectWish asked_;
};

TEST_F(SubjectPackagesTest, holds_reads_and_searches_of_the_plate_and_no_name_of_an_officer) {
  passes("1ABC234", std::chrono::seconds(-90));
  passes("1ABC234", std::chrono::hours(-30), &other_site_);
  passes("1XYZ999", std::chrono::seconds(-80));
  ASSERT_TRUE(ledger_.searches.search(wish_, who_));
  wish_.plate = "1XYZ999";
  ASSERT_TRUE(ledger_.searches.search(wish_, who_));
  const auto package = packages_.make(asked_, officer_);
  ASSERT_TRUE(package) << package.error().text;
  EXPECT_EQ(package->reads, 2U);
  EXPECT_EQ(package->consultations, 1U);
  const auto json = opened(*package);
  ASSERT_EQ(json.at("reads").size(), 2U);
  EXPECT_EQ(json.at("/reads/0/site"_json_pointer), "Plein") << "the earliest first";
  EXPECT_EQ(json.at("/consultations/0/purpose"_json_pointer), "jp_crime");
  EXPECT_EQ(json.at("/consultations/0/results"_json_pointer), 1);
  const std::string text = json.dump();
  for (const std::string& secret :
       {std::string("1XYZ999"), to_string(who_.user.id), wish_.case_number, wish_.reason}) {
    EXPECT_EQ(text.find(secret), text.npos) << secret;
  }
}

TEST_F(SubjectPackagesTest, stands_in_the_ledger_as_disclosed) {
  passes("1ABC234", std::chrono::seconds(-90));
  const auto package = packages_.make(asked_, officer_).value();
  const LoggedUse use = last_use();
  EXPECT_EQ(use.number, package.ledger_number);
  EXPECT_EQ(use.facts.verb, policy::Verb::kDisclose);
  EXPECT_EQ(use.facts.results_sha256, to_hex(sha256(package.sealed)));
  EXPECT_EQ(use.details->recipients, std::vector{asked_.recipient});
  EXPECT_EQ(use.details->justification, asked_.proof);
}

TEST_F(SubjectPackagesTest, without_proof_or_by_another_than_the_officer_there_is_none) {
  const std::string proof = std::exchange(asked_.proof, "");
  EXPECT_EQ(refusal().code, ErrorCode::kRefused);
  EXPECT_FALSE(last_use().facts.is_permitted);
  asked_.proof = proof;
  asked_.through = policy::SubjectThrough::kNobody;
  EXPECT_EQ(refusal().code, ErrorCode::kRefused);
  asked_.through = policy::SubjectThrough::kSupervisor;
  for (const Person& one : {who_, person(Role::kOverseer, world_.zone.id)}) {
    EXPECT_EQ(packages_.make(asked_, one).error().code, ErrorCode::kRefused);
  }
}

TEST_F(SubjectPackagesTest, is_not_made_for_what_is_no_plate_or_no_key) {
  asked_.plate = "1AB*";
  EXPECT_EQ(refusal().code, ErrorCode::kBadInput);
  asked_.plate = "1ABC234";
  asked_.public_key = std::string(32, '\0');
  EXPECT_EQ(refusal().code, ErrorCode::kBadInput);
  asked_.public_key = keys_.public_key;
  asked_.recipient.clear();
  EXPECT_EQ(refusal().code, ErrorCode::kBadInput);
}

TEST_F(SubjectPackagesTest, what_is_gone_is_not_in_it) {
  const Read old = passes("1ABC234", std::chrono::hours(-24 * 40));
  passes("1ABC234", std::chrono::seconds(-90));
  ASSERT_TRUE(world_.vault->destroy(brussels_day(old.facts.captured_at)));
  EXPECT_EQ(packages_.make(asked_, officer_).value().reads, 1U);
}

TEST_F(SubjectPackagesTest, without_the_ledger_nothing_is_given_out) {
  ledger_.store.is_failing = true;
  EXPECT_EQ(refusal().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace bas::flow

#include "flow/group_mapping.h"

#include <gmock/gmock.h>

namespace bas::flow {
namespace {

using testing::HasSubstr;

constexpr const char* kGood = R"({"groups":[
  {"group":"chiefs","role":"zone_administrator","zone":"5364",
   "trained_until":"2027-07-01T00:00:00Z"},
  {"group":"desk","role":"operator","zone":"5364","capacity":"judicial","role_days":7,
   "trained_until":"2027-07-01T02:00:00+02:00"},
  {"group":"Desk","role":"administrator","trained_until":"2027-07-01T00:00:00Z"}]})";

std::string refusal(const std::string& row) {
  const auto mapping = GroupMapping::parse(R"({"groups":[)" + row + "]}");
  return mapping ? std::string() : mapping.error().text;
}

TEST(GroupMapping, says_what_a_group_stands_for) {
  const GroupMapping mapping = GroupMapping::parse(kGood).value();
  ASSERT_EQ(mapping.rows().size(), 3U);
  const GroupRow& desk = mapping.rows()[1];
  EXPECT_EQ(desk.role, Role::kOperator);
  EXPECT_EQ(desk.zone, "5364");
  EXPECT_EQ(desk.capacity, Capacity::kJudicial);
  EXPECT_EQ(desk.role_life, std::chrono::days{7});
  EXPECT_EQ(desk.trained_until, mapping.rows()[0].trained_until);
  EXPECT_EQ(mapping.rows()[0].capacity, Capacity::kAdministrative) << "as usual for the role";
  EXPECT_EQ(mapping.rows()[0].role_life, std::chrono::days{30});
}

TEST(GroupMapping, compares_groups_to_the_letter_and_lets_the_first_row_decide) {
  const GroupMapping mapping = GroupMapping::parse(kGood).value();
  using Groups = std::vector<std::string>;
  EXPECT_EQ(mapping.row_for(Groups{"desk", "chiefs"}), &mapping.rows()[0]);
  EXPECT_EQ(mapping.row_for(Groups{"other", "Desk"}), &mapping.rows()[2]);
  EXPECT_EQ(mapping.row_for(Groups{"DESK", "desk ", " desk", "des", "desks", ""}), nullptr);
  EXPECT_EQ(mapping.row_for(Groups{}), nullptr);
}

TEST(GroupMapping, refuses_a_row_that_is_not_wholly_understood) {
  const std::string good =
      R"("group":"g","role":"operator","trained_until":"2027-07-01T00:00:00Z")";
  EXPECT_EQ(refusal("{" + good + "}"), "");
  EXPECT_THAT(refusal("{" + good + R"(,"rol":"x"})"), HasSubstr("`rol` is not known"));
  EXPECT_THAT(refusal("{" + good + "},{" + good + "}"), HasSubstr("row 2"));
  EXPECT_THAT(refusal("{" + good + R"(,"capacity":"all"})"), HasSubstr("`capacity`"));
  for (const char* term : {"0", "367", "-1", "1.5", "\"7\"", "1e3"}) {
    EXPECT_THAT(refusal("{" + good + R"(,"role_days":)" + term + "}"), HasSubstr("`role_days`"));
  }
  EXPECT_THAT(refusal(R"({"group":"g","role":"operator"})"), HasSubstr("`trained_until`"));
  EXPECT_THAT(refusal(R"({"group":"g","role":"king","trained_until":"2027-07-01T00:00:00Z"})"),
              HasSubstr("`role` is one of"));
  EXPECT_THAT(refusal(R"({"group":"","role":"operator"})"), HasSubstr("`group`"));
  EXPECT_THAT(refusal(R"({"group":["g"],"role":"operator"})"), HasSubstr("wrong kind"));
  EXPECT_THAT(refusal("17"), HasSubstr("no object"));
}

TEST(GroupMapping, refuses_a_file_that_is_none_cut_anywhere) {
  for (const char* odd :
       {"", "[]", "{}", R"({"groups":[]})", R"({"groups":{}})", R"({"groups":[{}],"more":1})"}) {
    EXPECT_FALSE(GroupMapping::parse(odd)) << odd;
  }
  const std::string_view whole = kGood;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(GroupMapping::parse(whole.substr(0, length))) << length;
  }
}

}  // namespace
}  // namespace bas::flow

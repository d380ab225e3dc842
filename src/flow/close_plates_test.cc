// Nobody looks up the own, a relative's or a colleague's plate.
#include "flow/close_plates.h"

#include <gmock/gmock.h>

#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

class ClosePlatesTest : public SearchFixture {
 protected:
  ClosePlatesTest() {
    keep(who_, "inge");
    keep(colleague_, "ivo");
    keep(stranger_, "ilse");
  }
  void keep(Person& person, const char* name) {
    person.user.name = name;
    EXPECT_TRUE(world_.sql->accounts().add_user(person.user));
  }
  Result<SearchPage> search(std::string plate, const Person& who) {
    SearchWish wish = wish_;
    wish.plate = std::move(plate);
    return ledger_.searches.search(wish, who);
  }
  bool is_refused(std::string plate, const Person& who) {
    const auto page = search(std::move(plate), who);
    return !page && page.error().code == ErrorCode::kRefused &&
           page.error().text.starts_with("R37");
  }

  Person administrator_ = person(Role::kAdministrator, {});
  Person colleague_ = person(Role::kInvestigator, world_.zone.id);
  Person stranger_ = person(Role::kInvestigator, other_zone_.id);
  ClosePlates& close_ = ledger_.close_plates;
};

TEST_F(ClosePlatesTest, own_and_relatives_plates_are_refused_and_told) {
  EXPECT_TRUE(search("1ABC234", who_));
  const auto count =
      close_.set(who_.user.id, {{"1-ABC-234"}, {"1XYZ789", "2DEF456"}}, administrator_).value();
  EXPECT_EQ(std::pair(count.own, count.relatives), std::pair(std::size_t{1}, std::size_t{2}));
  EXPECT_TRUE(is_refused("1ABC234", who_));
  EXPECT_EQ(last_use().facts.reason, "E_WATCHED");
  EXPECT_TRUE(is_refused("2DEF456", who_));
  EXPECT_TRUE(search("1ABC235", who_));
}

TEST_F(ClosePlatesTest, a_colleague_is_who_has_an_account_of_the_same_zone) {
  ASSERT_TRUE(close_.set(who_.user.id, {{"1ABC234"}, {"1XYZ789"}}, administrator_));
  EXPECT_TRUE(is_refused("1ABC234", colleague_));
  EXPECT_TRUE(search("1XYZ789", colleague_)) << "a colleague's relatives are strangers";
  EXPECT_TRUE(search("1ABC234", stranger_));
}

TEST_F(ClosePlatesTest, a_read_of_it_is_not_opened_either) {
  const Read read = passes("1ABC234", {});
  ledger_.vault->keys(brussels_day(read.facts.captured_at)).value();
  const Id purpose = search("1XYZ789", who_).value().purpose;
  EXPECT_TRUE(ledger_.openings.read(read.id, purpose, who_));
  ASSERT_TRUE(close_.set(who_.user.id, {{"1ABC234"}, {}}, administrator_));
  EXPECT_EQ(ledger_.openings.read(read.id, purpose, who_).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(last_use().facts.reason, "E_WATCHED");
}

TEST_F(ClosePlatesTest, what_was_told_takes_the_place_of_what_was_told_before) {
  ASSERT_TRUE(close_.set(who_.user.id, {{"1ABC234"}, {}}, administrator_));
  ASSERT_TRUE(close_.set(who_.user.id, {}, administrator_));
  EXPECT_EQ(close_.of(who_.user.id).value().own, 0U);
  EXPECT_TRUE(search("1ABC234", who_));
}

TEST_F(ClosePlatesTest, no_plate_lies_open_and_none_in_the_ledger) {
  ASSERT_TRUE(close_.set(who_.user.id, {{"1ABC234"}, {}}, administrator_));
  EXPECT_THAT(last_use().details->predicate, testing::Not(testing::HasSubstr("1ABC234")));
  const auto paper = ledger_.papers.find(PaperKind::kClosePlates, who_.user.id).value();
  EXPECT_THAT(paper->text, testing::Not(testing::HasSubstr("ABC")));
}

TEST_F(ClosePlatesTest, ill_formed_ones_and_unknown_accounts_change_nothing) {
  EXPECT_EQ(close_.set(who_.user.id, {{"1ABC*"}, {}}, administrator_).error().code,
            ErrorCode::kBadInput);
  EXPECT_EQ(close_.set(who_.user.id, {{"--"}, {}}, administrator_).error().code,
            ErrorCode::kBadInput);
  EXPECT_EQ(close_.set(who_.user.id, {std::vector<std::string>(51, "1ABC234"), {}}, administrator_)
                .error()
                .code,
            ErrorCode::kTooLarge);
  EXPECT_EQ(close_.set(make_id(world_.clock.now(), world_.random), {}, administrator_).error().code,
            ErrorCode::kNotFound);
  EXPECT_FALSE(close_.set(who_.user.id, {}, colleague_)) << "administrators tell it";
  EXPECT_EQ(close_.of(who_.user.id).value().own, 0U);
}

}  // namespace
}  // namespace bas::flow

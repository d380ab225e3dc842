#include "flow/sessions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/accounts.h"
#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::IsEmpty;
using testing::SizeIs;

class sessions : public testing::Test {
 protected:
  User add(std::string name) {
    NewUser wanted;
    wanted.name = std::move(name);
    wanted.password = "right horse";
    return accounts_.add_user(wanted).value();
  }
  // As the store has it now.
  Credential stored(const IssuedCredential& issued) {
    return world_.sql->accounts().credential(issued.credential.secret_sha256).value().value();
  }

  testkit::FlowWorld world_;
  Sessions sessions_{{world_.sql->accounts(), world_.clock}};
  Accounts accounts_{{world_.sql->accounts(), world_.clock, world_.random, sessions_}};
  User an_ = add("an");
  IssuedCredential session_ = accounts_.open_session({an_, "192.0.2.1"}).value();
};

TEST_F(sessions, end_when_nothing_is_done_with_them) {
  world_.clock.advance(hours{4} - seconds{1});
  EXPECT_TRUE(accounts_.principal(session_.secret));
  world_.clock.advance(seconds{1});
  EXPECT_EQ(accounts_.principal(session_.secret).error().code, ErrorCode::kRefused);
}

TEST_F(sessions, live_on_while_they_are_used_up_to_their_end) {
  for (int hour = 3; hour < 12; hour += 3) {
    world_.clock.advance(hours{3});
    ASSERT_TRUE(accounts_.principal(session_.secret)) << hour;
    sessions_.note_use(session_.credential);
  }
  world_.clock.advance(hours{3} - seconds{1});
  EXPECT_TRUE(accounts_.principal(session_.secret));
  world_.clock.advance(seconds{1});
  EXPECT_FALSE(accounts_.principal(session_.secret)) << "twelve hours, however much it was used";
}

TEST_F(sessions, are_known_to_the_minute_to_another_server) {
  world_.clock.advance(minutes{30});
  sessions_.note_use(session_.credential);
  const UtcTime first = world_.clock.now();
  EXPECT_EQ(stored(session_).last_used_at, first);
  world_.clock.advance(seconds{59});
  sessions_.note_use(session_.credential);
  EXPECT_EQ(stored(session_).last_used_at, first) << "one write a minute";
  EXPECT_EQ(sessions_.idle_until(session_.credential), first + seconds{59} + hours{4});
  Sessions other{{world_.sql->accounts(), world_.clock}};
  EXPECT_EQ(other.idle_until(stored(session_)), first + hours{4});
}

TEST_F(sessions, are_seen_and_ended_by_their_person_alone) {
  world_.clock.advance(seconds{1});
  const auto second = accounts_.open_session({an_, "192.0.2.2"}).value();
  const User bo = add("bo");
  ASSERT_TRUE(accounts_.issue_token("an", "program", minutes{60}));
  const auto own = sessions_.living_of(an_.id).value();
  ASSERT_THAT(own, SizeIs(2));
  EXPECT_EQ(own[1].label, "192.0.2.2");
  EXPECT_THAT(sessions_.living_of(bo.id).value(), IsEmpty());
  EXPECT_EQ(sessions_.end(bo.id, second.credential.id).error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(sessions_.end(an_.id, second.credential.id));
  EXPECT_FALSE(accounts_.principal(second.secret));
  EXPECT_TRUE(accounts_.principal(session_.secret));
  EXPECT_EQ(sessions_.end(an_.id, second.credential.id).error().code, ErrorCode::kNotFound);
}

TEST_F(sessions, of_programs_are_never_idle) {
  const auto token = accounts_.issue_token("an", "program", hours{24 * 30}).value();
  world_.clock.advance(hours{24 * 29});
  EXPECT_TRUE(accounts_.principal(token.secret));
  EXPECT_TRUE(sessions_.is_proved(token.credential));
}

TEST_F(sessions, are_proved_for_five_minutes) {
  EXPECT_TRUE(sessions_.is_proved(stored(session_))) << "signing in is a proof";
  world_.clock.advance(minutes{5});
  EXPECT_FALSE(sessions_.is_proved(stored(session_)));
  ASSERT_TRUE(sessions_.note_proved(session_.credential));
  EXPECT_TRUE(sessions_.is_proved(stored(session_)));
  world_.clock.advance(minutes{5} - seconds{1});
  EXPECT_TRUE(sessions_.is_proved(stored(session_)));
}

}  // namespace
}  // namespace bas::flow

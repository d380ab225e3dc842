#include "flow/witnesses.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "flow/witness_book.h"
#include "testkit/fake_clock.h"
#include "testkit/memory_ledger_store.h"
#include "testkit/scratch.h"

namespace bas::flow {
namespace {

using std::chrono::hours;

ledger::NoteSigner signer_named(const char* name, char seed, ledger::NoteKind kind) {
  return ledger::NoteSigner::create(name, SigningKey::from_seed(std::string(32, seed)).value(),
                                    kind)
      .value();
}
ledger::NoteSigner log_signer() {
  return signer_named("bas.example/log", 'l', ledger::NoteKind::kText);
}
ledger::NoteSigner witness_signer(char seed) {
  return signer_named("coc.example/witness", seed, ledger::NoteKind::kCosignature);
}

// A log, and two witnesses behind a network that the test has in its hands.
class WitnessesTest : public testing::Test {
 protected:
  std::unique_ptr<LedgerBook> open_log(testkit::MemoryLedgerStore& store) {
    return LedgerBook::open({store, log_signer(), clock_}).value();
  }
  std::unique_ptr<WitnessBook> open_book(const char* name, char seed) {
    return WitnessBook::open(
               {witness_signer(seed), {log_signer().verifier()}, folder_.folder() / name, clock_})
        .value();
  }
  std::unique_ptr<Witnesses> open_witnesses(LedgerBook& log) {
    return Witnesses::open({log,
                            {{"http://one", witness_signer('1').verifier()},
                             {"http://two", witness_signer('2').verifier()}},
                            [this](const std::string& url, const std::string& body,
                                   std::stop_token) { return send(url, body); },
                            folder_.folder() / "witnessed",
                            clock_})
        .value();
  }
  Result<Witnesses::Reply> send(const std::string& url, const std::string& body) {
    ++sent_;
    const bool is_one = url == "http://one/add-checkpoint";
    if (is_one && is_one_down_) return fail(ErrorCode::kUnavailable, "no route");
    const auto answer = (is_one ? one_ : two_)->add(body);
    if (!answer) return Witnesses::Reply{400, {}};
    return Witnesses::Reply{answer->status, is_one && spoils_ ? "no signature\n" : answer->body};
  }
  void grow(LedgerBook& log, int entries) {
    for (int i = 0; i < entries; ++i) {
      ASSERT_TRUE(log.append({{"entry " + std::to_string(log.size()), {}}}));
    }
    ASSERT_TRUE(log.sign_now());
  }
  std::size_t cosigned(const Witnesses& witnesses) {
    const auto note = ledger::Note::parse(witnesses.note());
    return note ? note->signatures.size() - 1 : 0;
  }

  testkit::Scratch folder_;
  testkit::FakeClock clock_{parse_rfc3339("2026-11-27T02:00:00Z").value()};
  testkit::MemoryLedgerStore store_;
  std::unique_ptr<LedgerBook> log_ = open_log(store_);
  std::unique_ptr<WitnessBook> one_ = open_book("one", '1');
  std::unique_ptr<WitnessBook> two_ = open_book("two", '2');
  bool is_one_down_ = false;
  bool spoils_ = false;
  int sent_ = 0;
};

TEST_F(WitnessesTest, cosign_what_goes_on_from_what_they_saw) {
  const auto witnesses = open_witnesses(*log_);
  EXPECT_TRUE(witnesses->is_missing());
  for (const int entries : {1, 300, 7, 0, 600}) {
    grow(*log_, entries);
    clock_.advance(std::chrono::seconds(60));
    witnesses->ask_all({});
    EXPECT_EQ(cosigned(*witnesses), 2U);
    for (const WitnessState& state : witnesses->states()) {
      EXPECT_EQ(state.failure, "");
      EXPECT_EQ(state.size, log_->size());
      EXPECT_EQ(state.seen_at, clock_.now());
    }
  }
  EXPECT_FALSE(witnesses->is_missing());
}

TEST_F(WitnessesTest, one_that_is_down_keeps_the_other_and_catches_up) {
  const auto witnesses = open_witnesses(*log_);
  grow(*log_, 3);
  is_one_down_ = true;
  witnesses->ask_all({});
  EXPECT_EQ(cosigned(*witnesses), 1U);
  EXPECT_EQ(witnesses->states()[0].failure, "no route");
  grow(*log_, 500);
  is_one_down_ = false;
  witnesses->ask_all({});
  EXPECT_EQ(cosigned(*witnesses), 2U);
  EXPECT_EQ(witnesses->states()[0].failure, "");
}

TEST_F(WitnessesTest, a_day_without_any_is_an_alarm) {
  const auto witnesses = open_witnesses(*log_);
  grow(*log_, 3);
  witnesses->ask_all({});
  clock_.advance(Witnesses::kMissingAfter);
  EXPECT_FALSE(witnesses->is_missing());
  clock_.advance(std::chrono::milliseconds(1));
  EXPECT_TRUE(witnesses->is_missing());
}

TEST_F(WitnessesTest, both_go_on_after_a_restart) {
  grow(*log_, 10);
  open_witnesses(*log_)->ask_all({});
  one_ = open_book("one", '1');
  two_ = open_book("two", '2');
  const auto witnesses = open_witnesses(*log_);
  EXPECT_EQ(cosigned(*witnesses), 2U);
  EXPECT_EQ(witnesses->states()[1].size, 10U);
  grow(*log_, 10);
  sent_ = 0;
  witnesses->ask_all({});
  EXPECT_EQ(cosigned(*witnesses), 2U);
  EXPECT_EQ(sent_, 2) << "what each saw is remembered";
}

TEST_F(WitnessesTest, who_forgot_what_they_saw_is_told_by_them) {
  grow(*log_, 10);
  open_witnesses(*log_)->ask_all({});
  std::filesystem::remove(folder_.folder() / "witnessed");
  grow(*log_, 5);
  const auto witnesses = open_witnesses(*log_);
  witnesses->ask_all({});
  EXPECT_EQ(cosigned(*witnesses), 2U);
}

TEST_F(WitnessesTest, a_log_that_was_cut_or_rewritten_is_not_cosigned) {
  const auto witnesses = open_witnesses(*log_);
  grow(*log_, 10);
  witnesses->ask_all({});
  testkit::MemoryLedgerStore other_store;
  const auto shorter = open_log(other_store);
  grow(*shorter, 4);
  std::filesystem::remove(folder_.folder() / "witnessed");
  const auto of_shorter = open_witnesses(*shorter);
  of_shorter->ask_all({});
  EXPECT_EQ(of_shorter->note(), "");
  EXPECT_NE(of_shorter->states()[0].failure.find("cut"), std::string::npos);

  for (int i = 0; i < 8; ++i) ASSERT_TRUE(shorter->append({{"rewritten", {}}}));
  ASSERT_TRUE(shorter->sign_now());
  of_shorter->ask_all({});
  EXPECT_EQ(of_shorter->note(), "");
  EXPECT_NE(of_shorter->states()[0].failure.find("proof"), std::string::npos);
}

TEST_F(WitnessesTest, an_answer_that_its_key_did_not_sign_is_not_believed) {
  const auto witnesses = open_witnesses(*log_);
  grow(*log_, 1);
  spoils_ = true;
  witnesses->ask_all({});
  EXPECT_EQ(cosigned(*witnesses), 1U);
  EXPECT_NE(witnesses->states()[0].failure.find("not signed"), std::string::npos);
}

TEST_F(WitnessesTest, a_witness_whose_memory_is_damaged_starts_nowhere) {
  grow(*log_, 1);
  open_witnesses(*log_)->ask_all({});
  for (const auto& file : std::filesystem::directory_iterator(folder_.folder() / "one")) {
    ASSERT_TRUE(write_file(file.path(), "gone", FileMode::kPublic));
  }
  const auto again = WitnessBook::open(
      {witness_signer('1'), {log_signer().verifier()}, folder_.folder() / "one", clock_});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::kCorrupt);
}

TEST_F(WitnessesTest, what_is_no_request_is_refused) {
  EXPECT_EQ(one_->add("").error().code, ErrorCode::kBadInput);
  EXPECT_EQ(one_->add("old 1\n\nno note").value().status, 400);
}

}  // namespace
}  // namespace bas::flow

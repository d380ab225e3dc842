#include "flow/ledger_book.h"

#include <gtest/gtest.h>

#include <set>

#include "base/random.h"
#include "ledger/verify.h"
#include "testkit/fake_clock.h"
#include "testkit/memory_ledger_store.h"

namespace bas::flow {
namespace {

constexpr const char* kOrigin = "bas.example/province";

class LedgerBookTest : public testing::Test {
 protected:
  Result<std::unique_ptr<LedgerBook>> open(char seed = 's') {
    auto key = SigningKey::from_seed(std::string(32, seed)).value();
    return LedgerBook::open(
        {store_, ledger::NoteSigner::create(kOrigin, std::move(key)).value(), clock_});
  }
  std::uint64_t write(const std::string& entry) { return book_->append({{entry, ""}}).value(); }
  // What an overseer finds who has the files and the key.
  ledger::Verdict verdict(std::vector<std::string> earlier = {}) {
    const std::string note = book_->sign_now().value();
    const auto file_at = [&](const std::string& path) -> std::optional<std::string> {
      auto bytes = book_->file(path);
      return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
    };
    return ledger::verify(note, {book_->verifier(), std::nullopt, std::move(earlier)}, file_at);
  }

  testkit::FakeClock clock_{parse_rfc3339("2026-11-26T12:00:00Z").value()};
  testkit::MemoryLedgerStore store_;
  std::unique_ptr<LedgerBook> book_ = open().value();
};

TEST_F(LedgerBookTest, what_it_wrote_is_whole_for_whoever_checks_it) {
  EXPECT_EQ(verdict().fault, ledger::Fault::kNone) << "also with nothing in it";
  std::vector<std::string> earlier;
  for (std::uint64_t i = 0; i < 600; ++i) {
    EXPECT_EQ(write("entry " + std::to_string(i)), i);
    if (i % 97 == 0) earlier.push_back(book_->sign_now().value());
  }
  const auto found = verdict(earlier);
  EXPECT_EQ(found.fault, ledger::Fault::kNone) << found.text;
  EXPECT_EQ(found.size, 600U);
  EXPECT_EQ(book_->file("tile/0/000.p/255").value(),
            book_->file("tile/0/000").value().substr(0, 255 * 32))
      << "as it was before it was full";
  for (const char* missing : {"tile/0/003", "tile/0/002.p/89", "tile/1/000", "tile/2/000.p/1",
                              "tile/entries/002.p/89", "checkpoint", "../kek"}) {
    EXPECT_EQ(book_->file(missing).error().code, ErrorCode::kNotFound) << missing;
  }
}

TEST_F(LedgerBookTest, many_threads_share_groups_and_every_number_is_given_once) {
  constexpr int kThreads = 8;
  constexpr int kEach = 100;
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::set<std::uint64_t> numbers;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < kEach; ++i) {
        const auto text = std::to_string(t) + "/" + std::to_string(i);
        const auto first = book_->append({{text, ""}, {text + "+", ""}}).value();
        EXPECT_EQ(store_.entries({first, 2}).value(), (std::vector<std::string>{text, text + "+"}));
        const std::lock_guard lock(mutex);
        numbers.insert(first);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(numbers.size(), std::size_t{kThreads * kEach});
  EXPECT_EQ(book_->size(), std::uint64_t{2 * kThreads * kEach});
  EXPECT_EQ(verdict().fault, ledger::Fault::kNone);
}

TEST_F(LedgerBookTest, goes_on_after_a_restart_and_the_old_checkpoint_is_its_beginning) {
  for (int i = 0; i < 300; ++i) write("before " + std::to_string(i));
  book_.reset();
  const std::string last = store_.checkpoint().value().value();
  EXPECT_NE(last.find("\n300\n"), std::string::npos) << "the end signs what there is";
  book_ = open().value();
  EXPECT_EQ(write("after"), 300U);
  EXPECT_EQ(verdict({last}).fault, ledger::Fault::kNone);
}

TEST_F(LedgerBookTest, a_disk_that_refuses_lets_nothing_be_released_and_nothing_be_lost) {
  write("kept");
  store_.is_failing = true;
  EXPECT_EQ(book_->append({{"refused", ""}}).error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(book_->size(), 1U);
  store_.is_failing = false;
  EXPECT_EQ(write("next"), 1U);
  EXPECT_EQ(verdict().fault, ledger::Fault::kNone);
  EXPECT_EQ(book_->append({{std::string(65'536, 'x'), ""}}).error().code, ErrorCode::kBadInput);
}

TEST_F(LedgerBookTest, does_not_start_on_a_log_that_somebody_changed_or_cut) {
  for (int i = 0; i < 10; ++i) write("entry " + std::to_string(i));
  book_.reset();
  auto& entries = store_.tampered_entries();
  const auto whole = entries;
  entries[4] = "another";
  EXPECT_EQ(open().error().code, ErrorCode::kCorrupt);
  entries = whole;
  entries.pop_back();
  EXPECT_EQ(open().error().code, ErrorCode::kCorrupt);
  entries = whole;
  std::swap(entries[1], entries[2]);
  EXPECT_EQ(open().error().code, ErrorCode::kCorrupt);
  entries = whole;
  EXPECT_TRUE(open());
}

TEST_F(LedgerBookTest, an_entry_that_was_edited_later_is_seen_by_whoever_checks) {
  for (int i = 0; i < 300; ++i) write("entry " + std::to_string(i));
  const std::string kept = book_->sign_now().value();
  store_.tampered_entries()[12] = "another";
  EXPECT_EQ(verdict({kept}).fault, ledger::Fault::kEdited);
}

}  // namespace
}  // namespace bas::flow

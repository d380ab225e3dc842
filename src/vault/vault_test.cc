#include "vault/vault.h"

#include "base/encode.h"
#include "base/file.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

namespace bas::vault {
namespace {

namespace fs = std::filesystem;

constexpr Day kOpeningDay{20780};
constexpr Day kYesterday{20779};

class VaultTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "vault-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
    settings_ = {root_ / "keys", root_ / "apart" / "kek"};
  }
  void TearDown() override { fs::remove_all(root_); }

  std::unique_ptr<Vault> open() {
    auto vault = Vault::open(settings_, random_);
    EXPECT_TRUE(vault) << (vault ? "" : vault.error().text);
    return vault ? std::move(*vault) : nullptr;
  }
  Error refusal() {
    auto vault = Vault::open(settings_, random_);
    EXPECT_FALSE(vault);
    return vault ? Error{} : vault.error();
  }
  fs::path key_file(Day day) const { return settings_.keys_folder / (format_day(day) + ".key"); }

  fs::path root_;
  Vault::Settings settings_;
  SystemRandom random_;
};

void overwrite(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string all_bytes_below(const fs::path& folder) {
  std::string out;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    if (file.is_regular_file()) out += read_file(file.path(), 1 << 20).value();
  }
  return out;
}

TEST_F(VaultTest, keys_of_a_day_survive_a_restart) {
  std::string sealed;
  std::string token;
  {
    const auto vault = open();
    const auto keys = vault->keys(kOpeningDay).value();
    sealed = keys->seal(SealKind::kRead, "id", "1ABC123").value();
    token = keys->token("plate", "1ABC123").value();
  }
  const auto vault = open();
  const auto keys = vault->existing_keys(kOpeningDay).value();
  EXPECT_EQ(keys->open(SealKind::kRead, "id", sealed).value(), "1ABC123");
  EXPECT_EQ(keys->token("plate", "1ABC123").value(), token);
  EXPECT_EQ(vault->days(), std::vector<Day>{kOpeningDay});
}

TEST_F(VaultTest, days_and_standing_keys_are_unrelated) {
  const auto vault = open();
  const auto today = vault->keys(kOpeningDay).value();
  const auto yesterday = vault->keys(kYesterday).value();
  const auto standing = vault->standing_keys().value();
  const std::string token = today->token("plate", "1ABC123").value();
  EXPECT_NE(token, yesterday->token("plate", "1ABC123").value());
  EXPECT_NE(token, standing->token("plate", "1ABC123").value());
  const std::string sealed = today->seal(SealKind::kRead, "id", "text").value();
  EXPECT_EQ(yesterday->open(SealKind::kRead, "id", sealed).error().code, ErrorCode::kCorrupt);
}

TEST_F(VaultTest, standing_keys_survive_a_restart) {
  const std::string sealed =
      open()->standing_keys().value()->seal(SealKind::kEntry, "entry", "1ABC123").value();
  const auto standing = open()->standing_keys().value();
  EXPECT_EQ(standing->open(SealKind::kEntry, "entry", sealed).value(), "1ABC123");
}

TEST_F(VaultTest, existing_keys_never_makes_any) {
  const auto vault = open();
  EXPECT_EQ(vault->existing_keys(kOpeningDay).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(vault->days().empty());
  EXPECT_FALSE(fs::exists(key_file(kOpeningDay)));
}

TEST_F(VaultTest, uses_a_kek_that_was_put_there_first) {
  fs::create_directories(settings_.kek_file.parent_path());
  overwrite(settings_.kek_file, "bas-kek-1 " + std::string(64, 'a') + "\n");
  fs::permissions(settings_.kek_file, fs::perms::owner_read);
  EXPECT_TRUE(open()->keys(kOpeningDay));
}

TEST_F(VaultTest, the_kek_file_is_private) {
  open();
  EXPECT_EQ(fs::status(settings_.kek_file).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(VaultTest, refuses_to_start_when_the_kek_is_missing) {
  open()->keys(kOpeningDay).value();
  fs::remove(settings_.kek_file);
  const Error error = refusal();
  EXPECT_EQ(error.code, ErrorCode::kRefused);
  EXPECT_NE(error.text.find("put it back"), std::string::npos) << error.text;
  EXPECT_FALSE(fs::exists(settings_.kek_file));
}

TEST_F(VaultTest, refuses_to_start_with_another_kek) {
  open()->keys(kOpeningDay).value();
  overwrite(settings_.kek_file, "bas-kek-1 " + std::string(64, 'b') + "\n");
  const Error error = refusal();
  EXPECT_EQ(error.code, ErrorCode::kRefused);
  EXPECT_NE(error.text.find("key-encryption key"), std::string::npos) << error.text;
}

TEST_F(VaultTest, refuses_a_kek_that_others_may_read) {
  open();
  for (const fs::perms extra : {fs::perms::group_read, fs::perms::others_read}) {
    fs::permissions(settings_.kek_file, fs::perms::owner_read | extra);
    const Error error = refusal();
    EXPECT_EQ(error.code, ErrorCode::kRefused);
    EXPECT_NE(error.text.find("chmod 600"), std::string::npos) << error.text;
  }
}

TEST_F(VaultTest, refuses_a_kek_file_cut_at_any_length) {
  open();
  const std::string line = read_file(settings_.kek_file, 4096).value();
  for (std::size_t length = 0; length + 1 < line.size(); ++length) {
    overwrite(settings_.kek_file, line.substr(0, length));
    EXPECT_EQ(refusal().code, ErrorCode::kCorrupt) << length;
  }
}

TEST_F(VaultTest, refuses_to_start_without_the_standing_keys) {
  open()->keys(kOpeningDay).value();
  fs::remove(settings_.keys_folder / "standing.key");
  EXPECT_EQ(refusal().code, ErrorCode::kCorrupt);
}

TEST_F(VaultTest, one_process_holds_the_folder) {
  const auto vault = open();
  EXPECT_EQ(refusal().code, ErrorCode::kConflict);
}

TEST_F(VaultTest, a_key_file_cut_at_any_length_is_refused_and_never_replaced) {
  open()->keys(kOpeningDay).value();
  const std::string whole = read_file(key_file(kOpeningDay), 4096).value();
  const auto vault = open();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    overwrite(key_file(kOpeningDay), whole.substr(0, length));
    EXPECT_EQ(vault->keys(kOpeningDay).error().code, ErrorCode::kCorrupt) << length;
    EXPECT_EQ(fs::file_size(key_file(kOpeningDay)), length);
  }
}

TEST_F(VaultTest, a_key_file_changed_in_any_byte_is_refused) {
  open()->keys(kOpeningDay).value();
  const std::string whole = read_file(key_file(kOpeningDay), 4096).value();
  const auto vault = open();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    overwrite(key_file(kOpeningDay), changed);
    EXPECT_FALSE(vault->keys(kOpeningDay)) << at;
  }
  overwrite(key_file(kOpeningDay), whole);
  EXPECT_TRUE(vault->keys(kOpeningDay));
}

TEST_F(VaultTest, the_key_file_of_one_day_does_not_serve_another) {
  open()->keys(kOpeningDay).value();
  fs::copy_file(key_file(kOpeningDay), key_file(kYesterday));
  EXPECT_EQ(open()->keys(kYesterday).error().code, ErrorCode::kCorrupt);
}

TEST_F(VaultTest, a_destroyed_day_refuses_for_good) {
  std::string sealed;
  {
    const auto vault = open();
    const auto keys = vault->keys(kOpeningDay).value();
    sealed = keys->seal(SealKind::kRead, "id", "text").value();
    ASSERT_TRUE(vault->destroy(kOpeningDay));
    EXPECT_EQ(vault->keys(kOpeningDay).error().code, ErrorCode::kDestroyed);
    EXPECT_EQ(vault->existing_keys(kOpeningDay).error().code, ErrorCode::kDestroyed);
    EXPECT_EQ(keys->open(SealKind::kRead, "id", sealed).error().code, ErrorCode::kDestroyed);
    EXPECT_EQ(keys->seal(SealKind::kRead, "id", "text").error().code, ErrorCode::kDestroyed);
    EXPECT_EQ(keys->token("plate", "text").error().code, ErrorCode::kDestroyed);
    EXPECT_TRUE(vault->destroy(kOpeningDay));
  }
  EXPECT_FALSE(fs::exists(key_file(kOpeningDay)));
  EXPECT_EQ(open()->keys(kOpeningDay).error().code, ErrorCode::kDestroyed);
}

TEST_F(VaultTest, days_before_the_first_open_one_are_closed_with_or_without_keys) {
  const auto vault = open();
  const Day with{kOpeningDay.number - 1}, without{kOpeningDay.number - 2};
  ASSERT_TRUE(vault->keys(with));
  vault->close_before(kOpeningDay);
  for (const Day day : {with, without}) {
    EXPECT_EQ(vault->keys(day).error().code, ErrorCode::kDestroyed);
    EXPECT_EQ(vault->existing_keys(day).error().code, ErrorCode::kDestroyed);
  }
  EXPECT_TRUE(vault->keys(kOpeningDay));
  EXPECT_EQ(vault->days().front(), with) << "its key is still to be destroyed";
  EXPECT_TRUE(vault->destroy(with));
}

TEST_F(VaultTest, a_destroyed_day_stays_so_when_its_key_file_comes_back) {
  open()->keys(kOpeningDay).value();
  const std::string whole = read_file(key_file(kOpeningDay), 4096).value();
  ASSERT_TRUE(open()->destroy(kOpeningDay));
  overwrite(key_file(kOpeningDay), whole);
  EXPECT_EQ(open()->keys(kOpeningDay).error().code, ErrorCode::kDestroyed);
  EXPECT_FALSE(fs::exists(key_file(kOpeningDay)));
}

TEST_F(VaultTest, a_day_that_never_had_keys_can_be_closed) {
  ASSERT_TRUE(open()->destroy(kYesterday));
  EXPECT_EQ(open()->keys(kYesterday).error().code, ErrorCode::kDestroyed);
}

TEST_F(VaultTest, keys_of_a_hold_stand_beside_the_days_until_it_is_released) {
  Id hold, other;
  hold.bytes.back() = 1;
  other.bytes.back() = 2;
  std::string sealed;
  {
    const auto vault = open();
    EXPECT_EQ(vault->hold_keys(hold).error().code, ErrorCode::kDestroyed);
    sealed = vault->make_hold_keys(hold).value()->seal(SealKind::kHeldRead, "x", "kept").value();
    ASSERT_TRUE(vault->make_hold_keys(other));
    EXPECT_TRUE(vault->days().empty());
  }
  const auto vault = open();
  vault->close_before(kOpeningDay);
  const auto keys = vault->hold_keys(hold).value();
  EXPECT_EQ(keys->open(SealKind::kHeldRead, "x", sealed).value(), "kept");
  EXPECT_FALSE(vault->hold_keys(other).value()->open(SealKind::kHeldRead, "x", sealed));
  ASSERT_TRUE(vault->destroy_hold(hold));
  ASSERT_TRUE(vault->destroy_hold(hold));
  EXPECT_EQ(vault->hold_keys(hold).error().code, ErrorCode::kDestroyed);
  EXPECT_TRUE(vault->hold_keys(other));
}

TEST_F(VaultTest, a_shelf_of_a_day_ends_before_it_and_with_it_at_the_latest) {
  const Shelf shelf{kOpeningDay, "short_kept"};
  const Shelf other{kOpeningDay, "kept_longer"};
  std::string sealed;
  {
    const auto vault = open();
    const auto keys = vault->keys(shelf).value();
    sealed = keys->seal(SealKind::kRead, "x", "seen").value();
    EXPECT_FALSE(vault->keys(kOpeningDay).value()->open(SealKind::kRead, "x", sealed));
    ASSERT_TRUE(vault->keys(other));
    ASSERT_TRUE(vault->keys(Shelf{kYesterday, "short_kept"}));
    EXPECT_EQ(vault->days(), std::vector<Day>{kOpeningDay});
  }
  auto vault = open();
  EXPECT_EQ(vault->shelves(), (std::vector<Shelf>{{kYesterday, "short_kept"}, other, shelf}));
  const auto held = vault->existing_keys(shelf).value();
  EXPECT_EQ(held->open(SealKind::kRead, "x", sealed).value(), "seen");
  ASSERT_TRUE(vault->destroy(shelf));
  EXPECT_EQ(held->open(SealKind::kRead, "x", sealed).error().code, ErrorCode::kDestroyed);
  EXPECT_EQ(vault->keys(shelf).error().code, ErrorCode::kDestroyed) << "never made again";
  EXPECT_TRUE(vault->keys(kOpeningDay));
  EXPECT_TRUE(vault->keys(other));
  ASSERT_TRUE(vault->destroy(kOpeningDay));
  EXPECT_EQ(vault->keys(other).error().code, ErrorCode::kDestroyed);
  EXPECT_FALSE(fs::exists(settings_.keys_folder / (format_day(kOpeningDay) + ".kept_longer.key")));
  vault.reset();
  EXPECT_EQ(open()->keys(shelf).error().code, ErrorCode::kDestroyed) << "after a restart too";
}

TEST_F(VaultTest, no_file_holds_a_key_in_the_clear) {
  SeededRandom known(7);
  SeededRandom same(7);
  {
    auto vault = Vault::open(settings_, known).value();
    vault->keys(kOpeningDay).value();
  }
  const std::string kek = same.bytes(32);
  const std::string standing = same.bytes(64);
  const std::string pair = same.bytes(64);
  const std::string on_disk = all_bytes_below(settings_.keys_folder);
  for (const std::string& secret : {kek, standing, pair}) {
    for (std::size_t at = 0; at + 8 <= secret.size(); at += 8) {
      EXPECT_EQ(on_disk.find(secret.substr(at, 8)), std::string::npos);
      EXPECT_EQ(on_disk.find(to_hex(secret.substr(at, 8))), std::string::npos);
    }
  }
  // The search would have found it: the KEK file, which lies apart, does hold the KEK.
  EXPECT_NE(all_bytes_below(root_).find(to_hex(kek)), std::string::npos);
}

TEST_F(VaultTest, a_day_is_destroyed_while_others_use_it) {
  const auto vault = open();
  const auto keys = vault->keys(kOpeningDay).value();
  std::atomic<int> started{0};
  const auto use_until_destroyed = [&] {
    started.fetch_add(1);
    while (const auto sealed = keys->seal(SealKind::kRead, "id", "text")) {
      const auto plain = keys->open(SealKind::kRead, "id", *sealed);
      if (!plain) {
        EXPECT_EQ(plain.error().code, ErrorCode::kDestroyed);
      }
      const auto again = vault->keys(kOpeningDay);
      if (!again) {
        EXPECT_EQ(again.error().code, ErrorCode::kDestroyed);
      }
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(use_until_destroyed);
  while (started.load() < 4) std::this_thread::yield();
  EXPECT_TRUE(vault->destroy(kOpeningDay));
  for (std::thread& thread : threads) thread.join();
  EXPECT_FALSE(keys->token("plate", "text"));
}

TEST_F(VaultTest, concurrent_first_uses_of_a_day_get_the_same_keys) {
  const auto vault = open();
  std::vector<std::string> tokens(6);
  std::vector<std::thread> threads;
  for (std::string& token : tokens) {
    threads.emplace_back([&vault, &token] {
      token = vault->keys(kOpeningDay).value()->token("plate", "1ABC123").value();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& token : tokens) EXPECT_EQ(token, tokens.front());
}

}  // namespace
}  // namespace bas::vault

#include "ledger/verify.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace bas::ledger {
namespace {

using Files = std::map<std::string, std::string>;

std::string text_of(const std::vector<Hash>& hashes) {
  std::string bytes;
  for (const Hash& hash : hashes) bytes.append(hash.begin(), hash.end());
  return bytes;
}

const NoteSigner& log_signer() {
  static const NoteSigner signer =
      NoteSigner::create("bas.example/log", SigningKey::from_seed(std::string(32, 'l')).value())
          .value();
  return signer;
}
const NoteSigner& witness_signer() {
  static const NoteSigner signer =
      NoteSigner::create("coc.example/witness", SigningKey::from_seed(std::string(32, 'w')).value())
          .value();
  return signer;
}

// A log as it would be exported.
struct Exported {
  Files files;
  std::string note;
  FileAt file_at() const {
    return [this](const std::string& path) -> std::optional<std::string> {
      const auto found = files.find(path);
      return found == files.end() ? std::nullopt : std::optional(found->second);
    };
  }
};

void write_level(const std::vector<Hash>& hashes, unsigned level, Files& files) {
  for (std::size_t first = 0; first < hashes.size(); first += kTileWidth) {
    const std::size_t width = std::min<std::size_t>(kTileWidth, hashes.size() - first);
    const std::vector<Hash> tile(hashes.begin() + static_cast<std::ptrdiff_t>(first),
                                 hashes.begin() + static_cast<std::ptrdiff_t>(first + width));
    files[path_of({level, first / kTileWidth, width})] = text_of(tile);
  }
}

Exported exported(const std::vector<std::string>& entries) {
  Exported log;
  std::vector<Hash> hashes;
  Frontier frontier;
  std::string bundle;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_TRUE(append_entry(entries[i], bundle));
    hashes.push_back(leaf_hash(entries[i]));
    frontier.append(hashes.back());
    const std::size_t width = i % kTileWidth + 1;
    if (width < kTileWidth && i + 1 < entries.size()) continue;
    log.files[entries_path_of(i / kTileWidth, width)] = std::exchange(bundle, {});
  }
  for (unsigned level = 0; !hashes.empty(); ++level) {
    write_level(hashes, level, log.files);
    std::vector<Hash> above;
    for (std::size_t first = 0; first + kTileWidth <= hashes.size(); first += kTileWidth) {
      Frontier tile;
      for (std::size_t i = 0; i < kTileWidth; ++i) tile.append(hashes[first + i]);
      above.push_back(tile.root());
    }
    hashes = std::move(above);
  }
  const std::string text = Checkpoint{"bas.example/log", entries.size(), frontier.root()}.text();
  log.note = note_bytes(text, std::vector{log_signer().sign(text), witness_signer().sign(text)});
  return log;
}

std::vector<std::string> entries_of(std::size_t count, std::string_view word = "entry") {
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < count; ++i) {
    entries.push_back(std::string(word) + ' ' + std::to_string(i));
  }
  return entries;
}

Verdict verdict_of(const Exported& log, std::vector<std::string> earlier = {}) {
  const Expected expected{log_signer().verifier(), witness_signer().verifier(), std::move(earlier)};
  return verify(log.note, expected, log.file_at());
}

TEST(tiles, are_named_as_the_format_says) {
  EXPECT_EQ(path_of({0, 1'234'067, 256}), "tile/0/x001/x234/067");
  EXPECT_EQ(path_of({1, 0, 5}), "tile/1/000.p/5");
  EXPECT_EQ(entries_path_of(1'000, 256), "tile/entries/x001/000");
  EXPECT_TRUE(tiles_of(0).empty());
  EXPECT_EQ(tiles_of(70'000).size(), 274U + 2U + 1U);
}

TEST(tiles, hold_entries_of_every_length) {
  std::string bundle;
  ASSERT_TRUE(append_entry("", bundle));
  ASSERT_TRUE(append_entry(std::string(kEntryBytesMax, 'x'), bundle));
  EXPECT_FALSE(append_entry(std::string(kEntryBytesMax + 1, 'x'), bundle));
  EXPECT_EQ(entries_in(bundle, 2).value().at(1).size(), kEntryBytesMax);
  EXPECT_FALSE(entries_in(bundle, 1));
  EXPECT_FALSE(entries_in(bundle, 3));
  for (std::size_t length = 0; length < bundle.size(); length += 997) {
    EXPECT_FALSE(entries_in(std::string_view(bundle).substr(0, length), 2)) << length;
  }
}

TEST(verify, believes_logs_of_many_sizes) {
  for (const std::size_t size : {1U, 2U, 255U, 256U, 257U, 512U, 700U, 65'536U, 66'000U}) {
    const Verdict verdict = verdict_of(exported(entries_of(size)));
    EXPECT_EQ(verdict.fault, Fault::kNone) << size << ": " << verdict.text;
    EXPECT_EQ(verdict.size, size);
  }
}

TEST(verify, tells_truncation) {
  Exported log = exported(entries_of(700));
  log.files.erase(entries_path_of(2, 188));
  EXPECT_EQ(verdict_of(log).fault, Fault::kTruncated);
  log = exported(entries_of(700));
  log.files[entries_path_of(1, 256)].resize(1'000);
  EXPECT_EQ(verdict_of(log).fault, Fault::kTruncated);
  // Whoever holds the key signs a shorter log: what was kept elsewhere tells.
  const Exported shorter = exported(entries_of(600));
  EXPECT_EQ(verdict_of(shorter).fault, Fault::kNone);
  EXPECT_EQ(verdict_of(shorter, {exported(entries_of(700)).note}).fault, Fault::kTruncated);
}

TEST(verify, tells_an_edit_and_where) {
  Exported log = exported(entries_of(700));
  std::string& bundle = log.files[entries_path_of(1, 256)];
  bundle[bundle.find("entry 300") + 2] = 'T';
  const Verdict verdict = verdict_of(log);
  EXPECT_EQ(verdict.fault, Fault::kEdited);
  EXPECT_EQ(verdict.text, "entry 300 was changed");
  // The hash of the entry changed with it.
  log.files[path_of({0, 1, 256})].replace(44 * 32, 32, text_of({leaf_hash("enTry 300")}));
  EXPECT_EQ(verdict_of(log).fault, Fault::kEdited);
}

TEST(verify, tells_a_changed_order) {
  std::vector<std::string> entries = entries_of(700);
  Exported log = exported(entries);
  std::swap(entries[300], entries[301]);
  log.files[entries_path_of(1, 256)] = exported(entries).files[entries_path_of(1, 256)];
  const Verdict verdict = verdict_of(log);
  EXPECT_EQ(verdict.fault, Fault::kReordered);
  EXPECT_EQ(verdict.text, "from entry 300 on the order was changed");
}

TEST(verify, tells_a_fork) {
  std::vector<std::string> entries = entries_of(600);
  const std::string earlier = exported(entries).note;
  entries[5] = "another";
  for (const std::string& more : entries_of(100, "later")) entries.push_back(more);
  const Exported fork = exported(entries);
  EXPECT_EQ(verdict_of(fork).fault, Fault::kNone);
  EXPECT_EQ(verdict_of(fork, {earlier}).fault, Fault::kForked);
  EXPECT_EQ(verdict_of(exported(entries_of(700)), {earlier}).fault, Fault::kNone);
}

TEST(verify, tells_damaged_tiles_and_foreign_signatures) {
  Exported log = exported(entries_of(700));
  log.files[path_of({1, 0, 2})][3] ^= 1;
  EXPECT_EQ(verdict_of(log).fault, Fault::kDamaged);
  log = exported(entries_of(10));
  const auto note = Note::parse(log.note).value();
  log.note = note_bytes(note.text, std::vector{witness_signer().sign(note.text)});
  EXPECT_EQ(verdict_of(log).fault, Fault::kUnsigned);
  log.note = note_bytes(note.text, std::vector{log_signer().sign(note.text)});
  EXPECT_EQ(verdict_of(log).fault, Fault::kUnwitnessed);
  log.note = "nothing";
  EXPECT_EQ(verdict_of(log).fault, Fault::kUnsigned);
}

// Whatever byte of whatever file is another, something is found.
RC_GTEST_PROP(verify, finds_every_changed_byte, ()) {
  static const Exported whole = exported(entries_of(600));
  Exported log = whole;
  auto file = log.files.begin();
  std::advance(file,
               static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, log.files.size())));
  const auto at = *rc::gen::inRange<std::size_t>(0, file->second.size());
  file->second[at] = static_cast<char>(file->second[at] ^ (1 << *rc::gen::inRange(0, 8)));
  RC_ASSERT(verdict_of(log).fault != Fault::kNone);
}

}  // namespace
}  // namespace bas::ledger

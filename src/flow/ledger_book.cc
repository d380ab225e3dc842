#include "flow/ledger_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/log.h"

namespace bas::flow {

using ledger::Checkpoint;
using ledger::GrowingTiles;
using ledger::Hash;
using ledger::kTileWidth;

namespace {

constexpr std::size_t kRowsWaitingMost = 65'536;
constexpr std::chrono::seconds kSignPause{1};

// What was signed last must be a beginning of what lies there.
Result<> check_head(std::string_view note_bytes, const GrowingTiles& tiles,
                    const ledger::FileAt& file_at) {
  const auto note = TRY(ledger::Note::parse(note_bytes));
  const Checkpoint head = TRY(Checkpoint::parse(note.text));
  if (head.size > tiles.size()) {
    return fail(ErrorCode::kCorrupt,
                fmt::format("the ledger holds {} entries, but {} were signed: restore it from the "
                            "copy of a witness or a backup",
                            tiles.size(), head.size));
  }
  ledger::TileReader reader(tiles.size(), file_at);
  const auto root = head.size == 0 ? std::optional(ledger::Frontier().root())
                                   : ledger::root_of(head.size, [&](const ledger::Node& node) {
                                       return reader.node_at(node);
                                     });
  if (root && *root == head.root) return {};
  return fail(ErrorCode::kCorrupt,
              "the entries of the ledger are not those that were signed: somebody changed them");
}

}  // namespace

Result<std::unique_ptr<LedgerBook>> LedgerBook::open(Parts parts) {
  std::unique_ptr<LedgerBook> book(new LedgerBook(std::move(parts)));
  TRY(book->resume());
  TRY(book->sign());
  book->thread_ = std::thread([raw = book.get()] { raw->run(); });
  return book;
}

Result<> LedgerBook::resume() {
  LedgerStore& store = parts_.store;
  const std::uint64_t size = TRY(store.size());
  const std::uint64_t full = size / kTileWidth * kTileWidth;
  std::vector<Hash> last;
  for (const std::string& entry : TRY(store.entries({full, size - full}))) {
    last.push_back(ledger::leaf_hash(entry));
  }
  tiles_ = TRY(GrowingTiles::resume(
      size, last, [&](unsigned level, std::uint64_t index) { return store.tile(level, index); }));
  note_ = TRY(store.checkpoint()).value_or("");
  if (note_.empty()) return {};
  return check_head(note_, tiles_, [this](const std::string& path) -> std::optional<std::string> {
    auto bytes = file(path);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
  });
}

LedgerBook::~LedgerBook() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wake_.notify_all();
  if (!thread_.joinable()) return;
  thread_.join();
  if (const auto signed_now = sign(); !signed_now) {
    log(LogLevel::kError, "flow", "the ledger could not be signed before the end",
        {{"reason", signed_now.error().text}});
  }
}

Result<std::uint64_t> LedgerBook::append(std::vector<LedgerRow> rows) {
  for (const LedgerRow& row : rows) {
    if (row.entry.size() > ledger::kEntryBytesMax) {
      return fail(ErrorCode::kBadInput, "an entry of the ledger has 65,535 bytes at most");
    }
  }
  std::future<Result<std::uint64_t>> done;
  {
    const std::lock_guard lock(mutex_);
    if (is_stopping_ || rows_waiting_ + rows.size() > kRowsWaitingMost) {
      return fail(ErrorCode::kUnavailable, "the ledger takes nothing more now: try again");
    }
    rows_waiting_ += rows.size();
    Waiting& waiting = waiting_.emplace_back();
    waiting.rows = std::move(rows);
    done = waiting.done.get_future();
  }
  wake_.notify_one();
  return done.get();
}

void LedgerBook::run() {
  auto signed_at = parts_.clock.steady_now();
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait_for(lock, kSignPause, [&] { return is_stopping_ || !waiting_.empty(); });
    auto waiting = std::exchange(waiting_, {});
    rows_waiting_ = 0;
    if (waiting.empty() && is_stopping_) return;
    lock.unlock();
    if (!waiting.empty()) commit(std::move(waiting));
    const auto now = parts_.clock.steady_now();
    if (now - signed_at >= kSignPause) {
      signed_at = now;
      if (const auto done = sign(); !done) {
        log(LogLevel::kError, "flow", "the ledger could not be signed; tried again in a second",
            {{"reason", done.error().text}});
      }
    }
    lock.lock();
  }
}

// All that waits, as one group.
void LedgerBook::commit(std::vector<Waiting> waiting) {
  std::vector<LedgerRow> rows;
  std::vector<std::uint64_t> firsts;
  const std::uint64_t first = size();
  for (Waiting& one : waiting) {
    firsts.push_back(first + rows.size());
    std::move(one.rows.begin(), one.rows.end(), std::back_inserter(rows));
  }
  const auto stored = store(rows);
  if (!stored) {
    log(LogLevel::kError, "flow", "the ledger could not be written: nothing is released",
        {{"reason", stored.error().text}});
  }
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    if (stored) {
      waiting[i].done.set_value(firsts[i]);
    } else {
      waiting[i].done.set_value(tl::make_unexpected(stored.error()));
    }
  }
}

Result<> LedgerBook::store(const std::vector<LedgerRow>& rows) {
  GrowingTiles next = [&] {
    const std::lock_guard lock(state_);
    return tiles_;
  }();
  const std::uint64_t first = next.size();
  std::vector<ledger::FullTile> full;
  for (const LedgerRow& row : rows) next.append(ledger::leaf_hash(row.entry), full);
  std::vector<LedgerTile> tiles;
  for (ledger::FullTile& tile : full) {
    tiles.push_back({tile.level, tile.index, std::move(tile.bytes)});
  }
  TRY(parts_.store.append({first, rows, tiles}));
  const std::lock_guard lock(state_);
  tiles_ = std::move(next);
  return {};
}

Result<std::string> LedgerBook::sign_now() { return sign(); }

Result<std::string> LedgerBook::sign() {
  const std::lock_guard turn(signing_);
  Checkpoint head;
  head.origin = parts_.signer.verifier().key.name;
  {
    const std::lock_guard lock(state_);
    head.size = tiles_.size();
    head.root = tiles_.root();
    if (const auto last = ledger::Note::parse(note_); last && last->text == head.text()) {
      return note_;
    }
  }
  const std::string text = head.text();
  const std::string line = parts_.signer.sign(text);
  std::string note = ledger::note_bytes(text, {&line, 1});
  TRY(parts_.store.put_checkpoint(note));
  const std::lock_guard lock(state_);
  note_ = note;
  return note;
}

std::string LedgerBook::checkpoint() const {
  const std::lock_guard lock(state_);
  return note_;
}

std::uint64_t LedgerBook::size() const {
  const std::lock_guard lock(state_);
  return tiles_.size();
}

Result<ledger::Proof> LedgerBook::proof(const ledger::Growth& growth) const {
  ledger::TileReader reader(growth.second, [this](const std::string& path) {
    auto bytes = file(path);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
  });
  auto proof = ledger::consistency_proof(
      growth, [&](const ledger::Node& node) { return reader.node_at(node); });
  if (proof) return std::move(*proof);
  return fail(ErrorCode::kCorrupt, "a tile of the ledger is missing");
}

Result<ledger::Hash> LedgerBook::root_at(std::uint64_t size) const {
  ledger::TileReader reader(size, [this](const std::string& path) {
    auto bytes = file(path);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
  });
  const auto root =
      ledger::root_of(size, [&](const ledger::Node& node) { return reader.node_at(node); });
  if (root) return *root;
  return fail(ErrorCode::kCorrupt, "a tile of the ledger is missing");
}

Result<std::string> LedgerBook::file(std::string_view path) const {
  const auto named = ledger::parse_tile_path(path);
  if (!named) return fail(ErrorCode::kNotFound, "the ledger has no file of that name");
  return named->is_entries ? bundle(named->tile) : hashes(named->tile);
}

Result<std::string> LedgerBook::bundle(const ledger::Tile& tile) const {
  std::string bytes;
  for (const std::string& entry :
       TRY(parts_.store.entries({tile.index * kTileWidth, tile.width}))) {
    TRY(ledger::append_entry(entry, bytes));
  }
  return bytes;
}

// A tile that has become full still answers as it was when it was not.
Result<std::string> LedgerBook::hashes(const ledger::Tile& tile) const {
  const std::size_t bytes = tile.width * sizeof(Hash);
  {
    const std::lock_guard lock(state_);
    const std::uint64_t of_level = tiles_.size() >> (ledger::kTileLevels * tile.level);
    if (tile.index == of_level / kTileWidth) {
      const std::string_view partial = tiles_.partial(tile.level);
      if (bytes <= partial.size()) return std::string(partial.substr(0, bytes));
      return fail(ErrorCode::kNotFound, "the ledger has no such tile yet");
    }
  }
  std::string full = TRY(parts_.store.tile(tile.level, tile.index));
  if (full.size() < bytes) return fail(ErrorCode::kCorrupt, "a tile of the ledger is cut");
  full.resize(bytes);
  return full;
}

}  // namespace bas::flow

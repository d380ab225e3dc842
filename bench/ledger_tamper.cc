// Whether tampering with an exported ledger is found, and as what: ledger_tamper [TRIALS] [SEED].
// Each trial does one thing to a log of some hundred entries of which an earlier checkpoint was
// kept, and verifies it. Ends with 1 when one was not found.
#include <fmt/format.h>

#include <cstdlib>
#include <map>

#include "base/random.h"
#include "ledger/growing_tiles.h"
#include "ledger/verify.h"

namespace {

using namespace bas::ledger;

using Files = std::map<std::string, std::string>;

NoteSigner signer_of(char seed) {
  return NoteSigner::create("bas.example/log",
                            bas::SigningKey::from_seed(std::string(32, seed)).value())
      .value();
}

struct Log {
  Files files;
  std::string note;
};

Log log_of(const std::vector<std::string>& entries, const NoteSigner& signer) {
  Log log;
  GrowingTiles tiles;
  std::vector<FullTile> full;
  std::string bundle;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!append_entry(entries[i], bundle)) std::abort();
    tiles.append(leaf_hash(entries[i]), full);
    const std::uint64_t width = i % kTileWidth + 1;
    if (width < kTileWidth && i + 1 < entries.size()) continue;
    log.files[entries_path_of(i / kTileWidth, width)] = std::exchange(bundle, {});
  }
  for (FullTile& tile : full) {
    log.files[path_of({tile.level, tile.index})] = std::move(tile.bytes);
  }
  for (const Tile& tile : tiles_of(entries.size())) {
    if (tile.width < kTileWidth) log.files[path_of(tile)] = tiles.partial(tile.level);
  }
  const std::string text = Checkpoint{"bas.example/log", entries.size(), tiles.root()}.text();
  const std::string line = signer.sign(text);
  log.note = note_bytes(text, {&line, 1});
  return log;
}

class Trials {
 public:
  explicit Trials(std::uint64_t seed) : random_(seed) {}

  // What was done, and what it was found to be.
  std::pair<std::string, Fault> one() {
    entries_.clear();
    const std::size_t size = 257 + below(500);
    for (std::size_t i = 0; i < size; ++i) entries_.push_back(random_.bytes(1 + below(60)));
    const std::size_t kept = 1 + below(size);
    earlier_ =
        log_of({entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(kept)}, signer_)
            .note;
    log_ = log_of(entries_, signer_);
    if (verdict() != Fault::kNone) std::abort();
    const std::string did = tamper();
    return {did, verdict()};
  }

 private:
  std::size_t below(std::size_t count) { return random_.next() % count; }

  Fault verdict() const {
    const FileAt file_at = [this](const std::string& path) -> std::optional<std::string> {
      const auto found = log_.files.find(path);
      return found == log_.files.end() ? std::nullopt : std::optional(found->second);
    };
    return verify(log_.note, {signer_.verifier(), std::nullopt, {earlier_}}, file_at).fault;
  }

  std::string& any_file() {
    auto at = log_.files.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(log_.files.size())));
    return at->second;
  }

  void flip_a_bit() {
    std::string& bytes = below(20) == 0 ? log_.note : any_file();
    char& byte = bytes[below(bytes.size())];
    byte = static_cast<char>(byte ^ (1 << below(8)));
  }

  // Who has the files and not the key, and makes all hashes again.
  void write_again(const std::vector<std::string>& entries) {
    std::string note = log_.note;
    log_ = log_of(entries, signer_);
    log_.note = std::move(note);
  }

  std::string tamper() {
    auto changed = entries_;
    const auto any = changed.begin() + static_cast<std::ptrdiff_t>(below(changed.size()));
    switch (below(7)) {
      case 0: flip_a_bit(); return "bit flipped";
      case 1:
        changed.erase(any);
        write_again(changed);
        return "entry taken out";
      case 2:
        *any += "x";
        write_again(changed);
        return "entry changed";
      case 3: {
        const auto other = any == changed.begin() ? any + 1 : any - 1;
        if (*any == *other) *other += "x";
        std::swap(*any, *other);
        write_again(changed);
        return "order changed";
      }
      case 4: {
        std::string& bytes = any_file();
        bytes.resize(below(bytes.size()));
        return "file cut";
      }
      // Who has the key too: only the checkpoint that was kept elsewhere tells.
      case 5: {
        earlier_ = log_.note;
        changed.resize(1 + below(changed.size() - 1));
        log_ = log_of(changed, signer_);
        return "cut and signed anew";
      }
      default:
        earlier_ = log_.note;
        *any += "x";
        for (std::size_t more = below(20); more > 0; --more) changed.push_back("more");
        log_ = log_of(changed, signer_);
        return "forked and signed anew";
    }
  }

  bas::SeededRandom random_;
  const NoteSigner signer_ = signer_of('l');
  std::vector<std::string> entries_;
  std::string earlier_;
  Log log_;
};

}  // namespace

int main(int count, char** words) {
  const std::uint64_t trials = count > 1 ? std::strtoull(words[1], nullptr, 10) : 10'000;
  Trials all(count > 2 ? std::strtoull(words[2], nullptr, 10) : 1);
  std::map<std::string, std::map<std::string_view, std::uint64_t>> table;
  std::uint64_t unseen = 0;
  for (std::uint64_t i = 0; i < trials; ++i) {
    const auto [did, fault] = all.one();
    unseen += fault == Fault::kNone ? 1 : 0;
    ++table[did][name_of(fault)];
  }
  for (const auto& [did, faults] : table) {
    fmt::print("{:<24}", did);
    for (const auto& [fault, times] : faults) fmt::print(" {} {}", times, fault);
    fmt::print("\n");
  }
  fmt::print("{} of {} not found\n", unseen, trials);
  return unseen == 0 ? 0 : 1;
}

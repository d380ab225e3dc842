#include "ledger/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/encode.h"

namespace bas::ledger {

namespace {

constexpr std::size_t kLines = 3;

std::array<std::string_view, kLines> lines_of(std::string_view text, bool& is_whole) {
  std::array<std::string_view, kLines> lines;
  for (std::string_view& line : lines) {
    const std::size_t end = text.find('\n');
    is_whole = is_whole && end != text.npos;
    if (!is_whole) return lines;
    line = text.substr(0, end);
    text.remove_prefix(end + 1);
  }
  is_whole = text.empty();
  return lines;
}

}  // namespace

Result<Checkpoint> Checkpoint::parse(std::string_view note_text) {
  bool is_whole = true;
  const auto [origin, size, root] = lines_of(note_text, is_whole);
  if (!is_whole || origin.empty()) {
    return fail(ErrorCode::kBadInput, "a checkpoint has three lines: origin, size and root");
  }
  Checkpoint checkpoint;
  checkpoint.origin = origin;
  const auto [end, failure] =
      std::from_chars(size.data(), size.data() + size.size(), checkpoint.size);
  if (failure != std::errc() || fmt::to_string(checkpoint.size) != size) {
    return fail(ErrorCode::kBadInput, "the size of a checkpoint is a decimal number");
  }
  const std::string bytes = TRY(from_base64(root));
  if (bytes.size() != checkpoint.root.size() || to_base64(bytes) != root) {
    return fail(ErrorCode::kBadInput, "the root of a checkpoint is 32 bytes in base64");
  }
  std::copy(bytes.begin(), bytes.end(), checkpoint.root.begin());
  return checkpoint;
}

std::string Checkpoint::text() const {
  const std::string_view bytes(reinterpret_cast<const char*>(root.data()), root.size());
  return fmt::format("{}\n{}\n{}\n", origin, size, to_base64(bytes));
}

}  // namespace bas::ledger

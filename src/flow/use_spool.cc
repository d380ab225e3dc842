#include "flow/use_spool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "base/encode.h"
#include "base/file.h"

namespace bas::flow {

namespace {

constexpr std::string_view kSpoolContext = "spooled use";

Error cannot_write() {
  return {ErrorCode::kUnavailable, "neither the ledger nor its spool can be written"};
}

// Behind what is there, on disk when it returns.
Result<> append_line(const std::filesystem::path& file, std::string_view line) {
  const int opened = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (opened < 0) return tl::make_unexpected(cannot_write());
  const bool is_kept =
      ::write(opened, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      ::fdatasync(opened) == 0;
  ::close(opened);
  if (!is_kept) return tl::make_unexpected(cannot_write());
  return sync_folder(file.parent_path());
}

// Takes the next whole line off `text`; what a crash left of a last one is no line.
std::optional<std::string_view> next_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

Result<std::unique_ptr<UseSpool>> UseSpool::open(Parts parts) {
  std::unique_ptr<UseSpool> spool(new UseSpool(std::move(parts)));
  const auto text = read_file(spool->parts_.file, kBytesMax);
  if (!text && text.error().code != ErrorCode::kNotFound) {
    return tl::make_unexpected(text.error());
  }
  if (text) spool->waiting_ = static_cast<std::size_t>(std::ranges::count(*text, '\n'));
  return spool;
}

Result<> UseSpool::keep(const Use& use) {
  const std::string line = TRY(line_of(use, parts_.clock.now()));
  const std::lock_guard lock(mutex_);
  std::error_code none;
  const auto size = std::filesystem::file_size(parts_.file, none);
  if (!none && size + line.size() > kBytesMax) return tl::make_unexpected(cannot_write());
  TRY(append_line(parts_.file, line));
  ++waiting_;
  return {};
}

Result<> UseSpool::drain() {
  const std::lock_guard lock(mutex_);
  if (waiting_ == 0) return {};
  const std::string text = TRY(read_file(parts_.file, kBytesMax));
  std::size_t written = 0;
  const auto outcome = write_all(text, written);
  if (!outcome && written == 0) return outcome;
  std::string_view rest = text;
  for (std::size_t i = 0; i < written; ++i) next_line(rest);
  waiting_ = static_cast<std::size_t>(std::ranges::count(rest, '\n'));
  TRY(outcome ? destroy_file(parts_.file) : write_file(parts_.file, rest, FileMode::kSecret));
  return outcome;
}

Result<> UseSpool::write_all(std::string_view lines, std::size_t& written) {
  while (const auto line = next_line(lines)) {
    Use use = TRY(use_of(*line));
    TRY(parts_.uses.write(std::move(use)));
    ++written;
  }
  return {};
}

// The moment, then what is sealed: the facts as an entry tells them, and the details.
Result<std::string> UseSpool::line_of(const Use& use, UtcTime now) {
  const auto keys = TRY(parts_.vault.keys(brussels_day(now)));
  const std::string facts = entry_text(use.facts, std::string(32, '\0'));
  const std::string sealed = TRY(
      keys->seal(vault::SealKind::kUse, kSpoolContext, facts + '\n' + details_text(use.details)));
  return fmt::format("{} {}\n", format_rfc3339(now), to_base64(sealed));
}

Result<Use> UseSpool::use_of(std::string_view line) {
  const auto space = line.find(' ');
  const auto at = parse_rfc3339(line.substr(0, space));
  if (space == std::string_view::npos || !at) {
    return fail(ErrorCode::kCorrupt, "the spool of the ledger holds a line that is none");
  }
  const auto keys = TRY(parts_.vault.existing_keys(brussels_day(*at)));
  const std::string sealed = TRY(from_base64(line.substr(space + 1)));
  const std::string open = TRY(keys->open(vault::SealKind::kUse, kSpoolContext, sealed));
  const auto end = open.find('\n');
  Use use;
  ParsedEntry entry = TRY(parse_entry(std::string_view(open).substr(0, end)));
  use.facts = std::move(entry.facts);
  use.details = TRY(parse_details(std::string_view(open).substr(end + 1)));
  use.details.justification =
      fmt::format("at {}, when the ledger could not be written", format_rfc3339(*at));
  return use;
}

}  // namespace bas::flow

#include "profiles/container.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace bas::profiles {

namespace {

using Kind = Container::Kind;

constexpr std::size_t kMembersMax = 1'000;
constexpr std::size_t kFreeBytes = 1024 * 1024;
constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::string_view kGzipMark = "\x1F\x8B";
constexpr std::string_view kZipMark = "PK\x03\x04";

struct Closer {
  void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, Closer>;

Kind kind_of(const Container& container, std::string_view bytes) {
  if (container.kind != Kind::kAuto) return container.kind;
  if (bytes.starts_with(kGzipMark)) return Kind::kGzip;
  return bytes.starts_with(kZipMark) ? Kind::kZip : Kind::kPlain;
}

tl::unexpected<Error> broken(archive* opened) {
  const char* said = archive_error_string(opened);
  return fail(ErrorCode::kBadInput,
              fmt::format("the archive cannot be unpacked: it is cut or damaged, or the password "
                          "is wrong ({})",
                          said == nullptr ? "no more is known" : said));
}

Result<Archive> opened(Kind kind, const Packed& packed) {
  Archive made(archive_read_new());
  if (kind == Kind::kGzip) {
    if (!packed.bytes.starts_with(kGzipMark)) {
      return fail(ErrorCode::kBadInput, "the profile says gzip, and the file is none");
    }
    archive_read_support_filter_gzip(made.get());
    archive_read_support_format_raw(made.get());
    archive_read_support_format_empty(made.get());
  } else {
    if (!packed.bytes.starts_with("PK")) {
      return fail(ErrorCode::kBadInput, "the profile says zip, and the file is none");
    }
    archive_read_support_format_zip_seekable(made.get());
  }
  if (!packed.password.empty()) {
    archive_read_add_passphrase(made.get(), std::string(packed.password).c_str());
  }
  if (archive_read_open_memory(made.get(), packed.bytes.data(), packed.bytes.size()) !=
      ARCHIVE_OK) {
    return broken(made.get());
  }
  return made;
}

// The content of the member that the archive stands at.
Result<std::string> content(archive* opened, const Packed& packed) {
  const std::size_t by_ratio = packed.bytes.size() * packed.limits.ratio_max;
  const std::size_t most = std::min(packed.limits.bytes_max, std::max(kFreeBytes, by_ratio));
  std::string text;
  while (true) {
    const std::size_t before = text.size();
    text.resize(before + kPieceBytes);
    const la_ssize_t taken = archive_read_data(opened, text.data() + before, kPieceBytes);
    if (taken < 0) return broken(opened);
    text.resize(before + static_cast<std::size_t>(taken));
    if (text.size() > most) {
      return fail(ErrorCode::kTooLarge,
                  fmt::format("the file grows beyond {} bytes when unpacked: more than a list "
                              "would, so it is refused",
                              most));
    }
    if (taken == 0) return text;
  }
}

bool is_wanted(archive_entry* member, const Container& container) {
  if (archive_entry_filetype(member) == AE_IFDIR) return false;
  const char* name = archive_entry_pathname_utf8(member);
  if (name == nullptr) name = archive_entry_pathname(member);
  return container.member.empty() || (name != nullptr && container.member == name);
}

Result<std::string> only_member(archive* opened, const Container& container, const Packed& packed) {
  std::optional<std::string> text;
  archive_entry* member = nullptr;
  for (std::size_t members = 0;; ++members) {
    const int outcome = archive_read_next_header(opened, &member);
    if (outcome == ARCHIVE_EOF) break;
    if (outcome != ARCHIVE_OK && outcome != ARCHIVE_WARN) return broken(opened);
    if (members == kMembersMax) return fail(ErrorCode::kTooLarge, "the ZIP has too many members");
    if (!is_wanted(member, container)) continue;
    if (text) {
      return fail(ErrorCode::kBadInput,
                  "the ZIP has more than one file: say in container.member which one is the list");
    }
    text = TRY(content(opened, packed));
  }
  if (text) return std::move(*text);
  return fail(ErrorCode::kBadInput,
              container.member.empty()
                  ? std::string("the ZIP holds no file")
                  : fmt::format("the ZIP has no member `{}`", container.member));
}

}  // namespace

bool is_packed(const Container& container, std::string_view bytes) {
  return kind_of(container, bytes) != Kind::kPlain;
}

Result<std::string> unpack(const Container& container, const Packed& packed) {
  const Kind kind = kind_of(container, packed.bytes);
  if (kind == Kind::kPlain) return std::string(packed.bytes);
  const Archive archive = TRY(opened(kind, packed));
  if (kind == Kind::kZip) return only_member(archive.get(), container, packed);
  archive_entry* member = nullptr;
  const int outcome = archive_read_next_header(archive.get(), &member);
  if (outcome != ARCHIVE_OK && outcome != ARCHIVE_EOF) return broken(archive.get());
  // A stream cut within its first bytes is no gzip to the library, which would hand it on as it is.
  if (archive_filter_code(archive.get(), 0) != ARCHIVE_FILTER_GZIP) return broken(archive.get());
  if (outcome == ARCHIVE_EOF) return std::string();
  return content(archive.get(), packed);
}

}  // namespace bas::profiles

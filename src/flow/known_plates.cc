#include "flow/known_plates.h"

#include <cstring>

#include "base/file.h"
#include "model/country.h"
#include "model/plate.h"

namespace bas::flow {

using plates::PackedPlate;
using vault::SealKind;

namespace {

// The file, opened: the coverage as a double, then ten bytes a plate: country (two letters, or two
// blanks) and the packed plate. Numbers as this kind of machine writes them.
constexpr std::size_t kRecordBytes = 10;
constexpr std::size_t kFileBytesMax =
    KnownPlatesBook::kPlatesMax * kRecordBytes + sizeof(double) + vault::kSealBytes;
constexpr std::string_view kContext = "known plates";

template <typename Number>
void put_number(std::string& out, Number number) {
  char bytes[sizeof(number)];
  std::memcpy(bytes, &number, sizeof(number));
  out.append(bytes, sizeof(number));
}

template <typename Number>
Number number_at(std::string_view bytes, std::size_t at) {
  Number number{};
  std::memcpy(&number, bytes.data() + at, sizeof(number));
  return number;
}

// False when the line holds no plate that fits one word.
bool put_line(std::string& packed, std::string_view line) {
  const std::size_t comma = line.find(',');
  const auto plate = PackedPlate::of(canonical_plate(line.substr(0, comma)));
  if (!plate || plate->length() == 0) return false;
  std::string country =
      comma == std::string_view::npos ? std::string() : country_from_text(line.substr(comma + 1));
  country.resize(2, ' ');
  packed += country;
  put_number(packed, plate->bits());
  return true;
}

}  // namespace

Result<> KnownPlatesBook::load() {
  const auto sealed = read_file(parts_.file, kFileBytesMax);
  if (!sealed && sealed.error().code == ErrorCode::kNotFound) return {};
  if (!sealed) return tl::make_unexpected(sealed.error());
  const auto keys = TRY(parts_.vault.standing_keys());
  const std::string packed = TRY(keys->open(SealKind::kKnownPlates, kContext, *sealed));
  return take(packed);
}

Result<KnownPlatesState> KnownPlatesBook::replace(std::string_view text, double coverage) {
  std::string packed;
  put_number(packed, coverage);
  std::size_t refused = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && !put_line(packed, line)) ++refused;
  }
  if (packed.size() == sizeof(double)) {
    return fail(ErrorCode::kBadInput, "no line holds a plate: plate[,country] a line is needed");
  }
  if (packed.size() > kFileBytesMax - vault::kSealBytes) {
    return fail(ErrorCode::kTooLarge, "fifty million plates are the most that are kept");
  }
  const auto keys = TRY(parts_.vault.standing_keys());
  const std::string sealed = TRY(keys->seal(SealKind::kKnownPlates, kContext, packed));
  TRY(write_file(parts_.file, sealed, FileMode::kSecret));
  TRY(take(packed));
  const std::lock_guard lock(mutex_);
  state_.refused = refused;
  return state_;
}

Result<> KnownPlatesBook::take(std::string_view packed) {
  if (packed.size() < sizeof(double) || (packed.size() - sizeof(double)) % kRecordBytes != 0) {
    return fail(ErrorCode::kCorrupt, "the known plates do not have the expected shape");
  }
  auto knowledge =
      std::make_shared<match::Knowledge>(match::Knowledge::standard_copy(parts_.random.next()));
  knowledge->coverage = number_at<double>(packed, 0);
  knowledge->known.reserve(packed.size() / kRecordBytes);
  for (std::size_t at = sizeof(double); at < packed.size(); at += kRecordBytes) {
    std::string_view country = packed.substr(at, 2);
    if (country == "  ") country = {};
    knowledge->known.add(PackedPlate::from_bits(number_at<std::uint64_t>(packed, at + 2)), country);
  }
  {
    const std::lock_guard lock(mutex_);
    state_ = {knowledge->known.size(), knowledge->coverage, 0};
  }
  parts_.entries.set_knowledge(std::move(knowledge));
  return {};
}

KnownPlatesState KnownPlatesBook::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

}  // namespace bas::flow

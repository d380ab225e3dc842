#include "profiles/file_reader.h"

#include <algorithm>

#include "base/encode.h"
#include "base/text.h"
#include "profiles/csv.h"
#include "profiles/json_text.h"
#include "profiles/revision.h"
#include "profiles/splitter.h"

namespace bas::profiles {

namespace {

constexpr std::size_t kRawCharactersMax = 200;
constexpr std::size_t kRawBytesMax = kRawCharactersMax * 4;

bool begins_with_any(std::string_view text, const std::vector<std::string>& begins) {
  return std::ranges::any_of(begins, [&](const auto& begin) { return text.starts_with(begin); });
}

}  // namespace

// Built once and never moved: the parts hold views of each other.
struct FileReader::State {
  State(const Profile& from, ListDefaults defaults)
      : profile(from), maker(profile, std::move(defaults)) {}

  Result<> open(const ListFile& file);
  Result<> open_text(const ListFile& file);
  Result<> open_delimited(const DelimitedForm& form);
  Result<std::string_view> names_in(LineRecords& lines);
  Result<> find_revisions(const ListFile& file);
  std::optional<tl::expected<Line, Reject>> judge(const Record& record);
  tl::expected<Line, Reject> reject(const Record& record, std::string error);
  Charset charset_of(std::string_view raw) const;
  // As UTF-8; lives until the next call.
  std::string_view decoded(std::string_view raw);

  Profile profile;
  LineMaker maker;
  std::string own;        // the text, where it is not the file's bytes
  std::string_view text;  // of the file, without its byte-order mark
  std::string_view header_lines;
  FileFacts facts;
  std::unique_ptr<Records> records;
  std::unique_ptr<Splitter> splitter;
  std::string line;  // the one at hand, where it had to be recoded
  Facts<std::string_view> texts;
  Passed passed;
  bool is_cut = false;
  bool has_footer = false;
};

// ---- opening

Result<> FileReader::State::open(const ListFile& file) {
  TRY(open_text(file));
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return fail(ErrorCode::kBadInput, "the file is empty");
  }
  if (const auto* json = std::get_if<JsonForm>(&profile.form)) {
    records = std::make_unique<JsonRecords>(TRY(JsonRecords::open(text, json->array)));
    splitter = make_splitter(profile);
  } else if (const auto* delimited = std::get_if<DelimitedForm>(&profile.form)) {
    TRY(open_delimited(*delimited));
  } else {
    auto lines = std::make_unique<LineRecords>(text);
    header_lines = lines->skip_lines(profile.lines.skip);
    records = std::move(lines);
    splitter = make_splitter(profile);
  }
  return find_revisions(file);
}

// Unpacked, without its byte-order mark, and never in UTF-16.
Result<> FileReader::State::open_text(const ListFile& file) {
  text = file.bytes;
  if (is_packed(profile.container, file.bytes)) {
    own = TRY(unpack(profile.container, {file.bytes, file.password, file.limits}));
    text = own;
  }
  const SeenCharset seen = see_charset(text, profile.charset);
  facts.charset = seen.charset;
  text.remove_prefix(seen.mark_bytes);
  if (seen.charset != Charset::kUtf16Le && seen.charset != Charset::kUtf16Be) return {};
  Recoded recoded = from_utf16(text, seen.charset);
  is_cut = recoded.is_cut;
  own = std::move(recoded.text);
  text = own;
  return {};
}

// A delimiter that the profile leaves open is found in the line of names, or else the first line.
Result<> FileReader::State::open_delimited(const DelimitedForm& form) {
  CsvFormat format{form.delimiter, form.quote};
  if (format.delimiter == '\0') {
    const std::size_t top = LineRecords(text).skip_lines(profile.lines.skip).size();
    format.delimiter = csv_format_of(text.substr(top)).delimiter;
  }
  auto lines = std::make_unique<LineRecords>(text, format);
  header_lines = lines->skip_lines(profile.lines.skip);
  std::string_view names;
  if (form.has_header) names = TRY(names_in(*lines));
  splitter = TRY(make_delimited_splitter(profile, format, names));
  records = std::move(lines);
  return {};
}

Result<std::string_view> FileReader::State::names_in(LineRecords& lines) {
  const auto header = lines.next();
  if (!header) return fail(ErrorCode::kBadInput, "the file is empty: a header line is needed");
  if (header->is_cut || header->text.size() > kRecordBytesMax) {
    return fail(ErrorCode::kBadInput,
                "the header line is longer than 64 KiB, or opens a quote and never closes it");
  }
  return decoded(header->text);
}

Result<> FileReader::State::find_revisions(const ListFile& file) {
  const std::string header(decoded(header_lines));
  const RevisionPlaces places{header, file.name, text};
  passed = {};
  facts.mode = profile.mode;
  facts.revision = TRY(find_revision(profile.revision, places));
  facts.base_revision = TRY(find_revision(profile.base_revision, places));
  return {};
}

// ---- reading

// A line that is no UTF-8 where that was expected is what an office program wrote.
Charset FileReader::State::charset_of(std::string_view raw) const {
  if (facts.charset == Charset::kLatin1 || facts.charset == Charset::kWindows1252) {
    return facts.charset;
  }
  return is_valid_utf8(raw) ? Charset::kUtf8 : Charset::kWindows1252;
}

std::string_view FileReader::State::decoded(std::string_view raw) {
  const Charset charset = charset_of(raw);
  if (charset == Charset::kUtf8) return raw;
  if (charset != facts.charset) ++passed.recoded_lines;
  line = from_single_bytes(raw, charset);
  return line;
}

tl::expected<Line, Reject> FileReader::State::reject(const Record& record, std::string error) {
  const std::string_view begin = record.text.substr(0, kRawBytesMax);
  const Charset charset = charset_of(record.text);
  const std::string utf8 =
      charset == Charset::kUtf8 ? std::string(begin) : from_single_bytes(begin, charset);
  Reject rejected{record.number, std::string(characters(utf8, {1, kRawCharactersMax})),
                  std::move(error)};
  return tl::make_unexpected(std::move(rejected));
}

// Empty when the record speaks of no plate.
std::optional<tl::expected<Line, Reject>> FileReader::State::judge(const Record& record) {
  if (record.is_cut) {
    return reject(record,
                  "the file ends inside this line: a quote or a bracket is opened and "
                  "never closed");
  }
  if (record.text.size() > kRecordBytesMax) {
    return reject(record, "the line is longer than 64 KiB");
  }
  const std::string_view utf8 = decoded(record.text);
  const std::string_view begin = trimmed(utf8);
  if (splitter->is_blank(utf8) || begins_with_any(begin, profile.lines.noise)) {
    ++passed.noise;
    return std::nullopt;
  }
  has_footer = begins_with_any(begin, profile.lines.footer);
  if (has_footer) return std::nullopt;
  const auto split = splitter->split(utf8, texts);
  if (!split) return reject(record, split.error().text);
  auto made = maker.make(texts);
  if (!made) return reject(record, made.error().text);
  if (!*made) return std::nullopt;
  (*made)->line = record.number;
  return std::move(**made);
}

Result<FileReader> FileReader::open(const Profile& profile, const ListFile& file,
                                    ListDefaults defaults) {
  auto state = std::make_unique<State>(profile, std::move(defaults));
  TRY(state->open(file));
  return FileReader(std::move(state));
}

std::optional<tl::expected<Line, Reject>> FileReader::next() {
  while (!state_->has_footer) {
    const auto record = state_->records->next();
    if (!record) break;
    if (auto judged = state_->judge(*record)) return judged;
  }
  return std::nullopt;
}

FileReader::FileReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
FileReader::FileReader(FileReader&&) noexcept = default;
FileReader& FileReader::operator=(FileReader&&) noexcept = default;
FileReader::~FileReader() = default;

const FileFacts& FileReader::facts() const { return state_->facts; }

Passed FileReader::passed() const {
  Passed passed = state_->passed;
  passed.skipped_plates = state_->maker.skipped_plates();
  passed.skipped_categories = state_->maker.skipped_categories();
  return passed;
}

bool FileReader::is_cut() const {
  if (state_->is_cut || state_->records->is_cut()) return true;
  return state_->profile.lines.needs_footer && !state_->has_footer;
}

std::size_t FileReader::bytes_taken() const {
  return state_->has_footer ? state_->text.size() : state_->records->bytes_taken();
}
std::size_t FileReader::bytes() const { return state_->text.size(); }

}  // namespace bas::profiles

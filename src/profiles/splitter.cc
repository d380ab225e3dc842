#include "profiles/splitter.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "profiles/csv.h"

namespace bas::profiles {

namespace {

class DelimitedSplitter : public Splitter {
 public:
  struct Column {
    Fact fact;
    std::size_t place;
  };
  DelimitedSplitter(CsvFormat format, std::vector<Column> columns)
      : splitter_(format), format_(format), columns_(std::move(columns)) {}

  Result<> split(std::string_view record, Facts<std::string_view>& texts) override {
    const auto& fields = splitter_.split(record);
    for (const auto& [fact, place] : columns_) {
      texts[fact] = place < fields.size() ? fields[place] : std::string_view();
    }
    return {};
  }

  bool is_blank(std::string_view record) const override {
    const char nothing[] = {format_.delimiter, ' ', '\t'};
    return record.find_first_not_of(std::string_view(nothing, sizeof nothing)) ==
           std::string_view::npos;
  }

 private:
  CsvSplitter splitter_;
  CsvFormat format_;
  std::vector<Column> columns_;
};

class FixedSplitter : public Splitter {
 public:
  struct Field {
    Fact fact;
    Span span;
  };
  explicit FixedSplitter(std::vector<Field> fields) : fields_(std::move(fields)) {}

  Result<> split(std::string_view record, Facts<std::string_view>& texts) override {
    for (const auto& [fact, span] : fields_) texts[fact] = characters(record, span);
    return {};
  }

 private:
  std::vector<Field> fields_;
};

std::unique_ptr<Splitter> make_fixed_splitter(const FixedForm& form,
                                              const Facts<FactSource>& facts) {
  std::vector<FixedSplitter::Field> fields;
  for (const Fact fact : kAllFacts) {
    const auto found = form.fields.find(facts[fact].column);
    if (facts[fact].from != FactSource::From::kColumn || found == form.fields.end()) continue;
    fields.push_back({fact, found->second});
  }
  return std::make_unique<FixedSplitter>(std::move(fields));
}

std::optional<std::size_t> place_of(std::string_view column,
                                    const std::vector<std::string_view>& header) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (lower(trimmed(header[i])) == lower(column)) return i;
  }
  return std::nullopt;
}

}  // namespace

bool Splitter::is_blank(std::string_view record) const { return trimmed(record).empty(); }

std::unique_ptr<Splitter> make_splitter(const Profile& profile) {
  if (const auto* fixed = std::get_if<FixedForm>(&profile.form)) {
    return make_fixed_splitter(*fixed, profile.facts);
  }
  if (const auto* patterns = std::get_if<PatternForm>(&profile.form)) {
    return make_pattern_splitter(*patterns, profile.facts);
  }
  return make_json_splitter(profile);
}

Result<std::unique_ptr<Splitter>> make_delimited_splitter(const Profile& profile, CsvFormat format,
                                                          std::string_view header) {
  CsvSplitter splitter(format);
  const auto& names = splitter.split(header);
  std::vector<DelimitedSplitter::Column> columns;
  for (const Fact fact : kAllFacts) {
    const FactSource& source = profile.facts[fact];
    if (source.from == FactSource::From::kNumber) columns.push_back({fact, source.number - 1});
    if (source.from != FactSource::From::kColumn) continue;
    if (const auto place = place_of(source.column, names)) {
      columns.push_back({fact, *place});
    } else if (fact == Fact::kPlate) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("no column holds the plate: the file has no column `{}`; map it with "
                              "plate=<column>, or say facts.plate in the profile",
                              source.column));
    } else if (!source.is_optional) {
      return fail(ErrorCode::kBadInput, fmt::format("the file has no column `{}`", source.column));
    }
  }
  return std::make_unique<DelimitedSplitter>(format, std::move(columns));
}

}  // namespace bas::profiles

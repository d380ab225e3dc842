#include "flow/category_terms.h"

#include "base/check.h"
#include "base/text.h"
#include "flow/category_data.h"
#include "plates/lines.h"

namespace bas::flow {

namespace {

// Notes the category of a line that ends with the mark, and takes the mark off.
void take_mark(std::string_view& line, std::string_view mark,
               std::set<std::string, std::less<>>& marked) {
  if (!line.ends_with(mark)) return;
  marked.emplace(trimmed(line.substr(0, line.find('|'))));
  line.remove_suffix(mark.size());
}

}  // namespace

Result<CategoryTerms> CategoryTerms::parse(std::string_view text) {
  CategoryTerms terms;
  const auto take = [&](std::string_view line) -> Result<> {
    take_mark(line, "| quiet", terms.quiet_);
    take_mark(line, "| daily", terms.daily_);
    const std::size_t bar = line.find('|');
    if (bar == std::string_view::npos) {
      return fail(ErrorCode::kBadInput, "category | days is needed");
    }
    const std::string category(trimmed(line.substr(0, bar)));
    const double days = TRY(plates::number_in(trimmed(line.substr(bar + 1))));
    if (category.empty() || days < 1 || days > 36'600) {
      return fail(ErrorCode::kBadInput, "a category and 1 to 36600 days are needed");
    }
    if (category == "other") {
      terms.other_ = static_cast<int>(days);
    } else {
      terms.days_[category] = static_cast<int>(days);
    }
    return {};
  };
  TRY(plates::for_each_line(text, take));
  return terms;
}

const CategoryTerms& CategoryTerms::standard() {
  static const CategoryTerms kTerms = [] {
    auto terms = parse(categories());
    check(terms.has_value());
    return std::move(*terms);
  }();
  return kTerms;
}

std::chrono::days CategoryTerms::longest(std::string_view category) const {
  const auto found = days_.find(category);
  return std::chrono::days(found == days_.end() ? other_ : found->second);
}

}  // namespace bas::flow

#include <re2/re2.h>

#include "profiles/splitter.h"

namespace bas::profiles {

namespace {

// One type of line: which fact each group gives, and what is set whatever the line says.
struct BoundType {
  Pattern pattern;
  std::vector<std::pair<Fact, std::size_t>> groups;
  std::vector<std::pair<Fact, std::string>> set;
};

class PatternSplitter : public Splitter {
 public:
  explicit PatternSplitter(std::vector<BoundType> types) : types_(std::move(types)) {
    for (const BoundType& type : types_) {
      const auto groups = static_cast<std::size_t>(type.pattern->NumberOfCapturingGroups());
      found_.resize(std::max(found_.size(), groups + 1));
    }
  }

  Result<> split(std::string_view record, Facts<std::string_view>& texts) override {
    const re2::StringPiece line(record.data(), record.size());
    for (const BoundType& type : types_) {
      const bool fits = type.pattern->Match(line, 0, line.size(), RE2::ANCHOR_BOTH, found_.data(),
                                            static_cast<int>(found_.size()));
      if (!fits) continue;
      texts = {};
      for (const auto& [fact, group] : type.groups) {
        texts[fact] = std::string_view(found_[group].data(), found_[group].size());
      }
      for (const auto& [fact, text] : type.set) texts[fact] = text;
      return {};
    }
    return fail(ErrorCode::kBadInput, "the line fits none of the profile's patterns");
  }

 private:
  std::vector<BoundType> types_;
  std::vector<re2::StringPiece> found_;
};

}  // namespace

std::unique_ptr<Splitter> make_pattern_splitter(const PatternForm& form,
                                                const Facts<FactSource>& facts) {
  std::vector<BoundType> types;
  for (const PatternForm::LineType& type : form.types) {
    BoundType bound{type.pattern, {}, {}};
    const auto& groups = type.pattern->NamedCapturingGroups();
    for (const Fact fact : kAllFacts) {
      if (facts[fact].from != FactSource::From::kColumn) continue;
      const auto set = type.set.find(facts[fact].column);
      const auto group = groups.find(facts[fact].column);
      if (set != type.set.end()) {
        bound.set.emplace_back(fact, set->second);
      } else if (group != groups.end()) {
        bound.groups.emplace_back(fact, static_cast<std::size_t>(group->second));
      }
    }
    types.push_back(std::move(bound));
  }
  return std::make_unique<PatternSplitter>(std::move(types));
}

}  // namespace bas::profiles

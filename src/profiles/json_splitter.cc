#include <fmt/format.h>
#include <simdjson.h>

#include "profiles/splitter.h"

namespace bas::profiles {

namespace {

namespace dom = simdjson::dom;

// What stands at a pointer as text: null, and nothing at all, are empty.
class JsonSplitter : public Splitter {
 public:
  explicit JsonSplitter(const Facts<FactSource>& facts) {
    for (const Fact fact : kAllFacts) {
      if (facts[fact].from == FactSource::From::kColumn) {
        pointers_.push_back({fact, facts[fact].column});
      }
    }
  }

  Result<> split(std::string_view record, Facts<std::string_view>& texts) override {
    dom::element element;
    if (parser_.parse(record.data(), record.size()).get(element) != simdjson::SUCCESS) {
      return fail(ErrorCode::kBadInput, "the element is not JSON");
    }
    texts = {};
    for (const auto& [fact, pointer] : pointers_) {
      dom::element value;
      if (element.at_pointer(pointer).get(value) != simdjson::SUCCESS) continue;
      texts[fact] = TRY(text_of(value, fact));
    }
    return {};
  }

 private:
  Result<std::string_view> text_of(dom::element value, Fact fact) {
    std::string& number = numbers_[fact];
    switch (value.type()) {
      case dom::element_type::STRING: return value.get_string().value_unsafe();
      case dom::element_type::INT64:
        number = fmt::to_string(value.get_int64().value_unsafe());
        return std::string_view(number);
      case dom::element_type::UINT64:
        number = fmt::to_string(value.get_uint64().value_unsafe());
        return std::string_view(number);
      case dom::element_type::DOUBLE:
        number = fmt::to_string(value.get_double().value_unsafe());
        return std::string_view(number);
      case dom::element_type::BOOL:
        return std::string_view(value.get_bool().value_unsafe() ? "true" : "false");
      case dom::element_type::NULL_VALUE: return std::string_view();
      default: break;
    }
    return fail(
        ErrorCode::kBadInput,
        fmt::format("{}: a text or a number is needed, not a list or an object", name_of(fact)));
  }

  dom::parser parser_;
  std::vector<std::pair<Fact, std::string>> pointers_;
  Facts<std::string> numbers_;
};

}  // namespace

std::unique_ptr<Splitter> make_json_splitter(const Profile& profile) {
  return std::make_unique<JsonSplitter>(profile.facts);
}

}  // namespace bas::profiles

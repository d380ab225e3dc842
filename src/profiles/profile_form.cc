#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "profiles/json_text.h"
#include "profiles/profile_parts.h"

namespace bas::profiles {

namespace {

constexpr std::int64_t kLinesSkippedMax = 1'000;
constexpr std::int64_t kCharacterLast = 65'536;
constexpr std::array<std::string_view, 4> kContainers = {"auto", "plain", "gzip", "zip"};
constexpr std::array<std::string_view, 5> kForms = {"delimited", "fixed", "patterns", "json",
                                                    "ndjson"};

bool is_sign(const std::string& text) {
  return text.size() == 1 && text[0] > ' ' && text[0] <= '~' && text[0] != '"';
}

Result<DelimitedForm> delimited_from(JsonKeys& keys) {
  DelimitedForm form;
  const std::string delimiter = TRY(keys.text("delimiter")).value_or("auto");
  const std::string quote = TRY(keys.text("quote")).value_or("\"");
  if (delimiter == "tab") form.delimiter = '\t';
  if (delimiter == "blank") form.delimiter = ' ';
  if (is_sign(delimiter)) form.delimiter = delimiter[0];
  if (form.delimiter == '\0' && delimiter != "auto") {
    return keys.refuse("delimiter", "one sign such as `;`, or tab, blank or auto, is needed");
  }
  if (quote != "\"" && quote != "'" && quote != "none") {
    return keys.refuse("quote", "allowed: `\"`, `'`, none");
  }
  form.quote = quote == "none" ? '\0' : quote[0];
  form.has_header = TRY(keys.truth("header")).value_or(true);
  return form;
}

Result<FixedForm> fixed_from(JsonKeys& keys) {
  FixedForm form;
  const Json* fields = keys.find("fields");
  if (fields == nullptr || !fields->is_object() || fields->empty()) {
    return keys.refuse("fields",
                       "names with their first and last character, such as "
                       "{\"plate\": [28, 37]}, are needed");
  }
  for (const auto& field : fields->items()) {
    form.fields[field.key()] = TRY(span_from(keys, "fields." + field.key(), field.value()));
  }
  return form;
}

Result<PatternForm::LineType> line_type_from(const Json& value, const std::string& path) {
  JsonKeys keys = TRY(JsonKeys::open(value, path));
  PatternForm::LineType type;
  const auto pattern = TRY(keys.text("pattern"));
  if (!pattern) return keys.refuse("pattern", "a regular expression is needed");
  type.pattern = TRY(pattern_from(keys, "pattern", *pattern));
  const Json* set = keys.find("set");
  if (set != nullptr && !set->is_object()) return keys.refuse("set", "names and texts are needed");
  const Json none = Json::object();
  for (const auto& item : (set == nullptr ? none : *set).items()) {
    if (!item.value().is_string()) return keys.refuse("set." + item.key(), "a text is needed");
    type.set[item.key()] = item.value().get<std::string>();
  }
  TRY(keys.finish());
  return type;
}

Result<PatternForm> patterns_from(JsonKeys& keys) {
  PatternForm form;
  const Json* types = keys.find("lines");
  if (types == nullptr || !types->is_array() || types->empty()) {
    return keys.refuse("lines", "a list of {\"pattern\": …} is needed, one for each type of line");
  }
  for (std::size_t i = 0; i < types->size(); ++i) {
    const std::string path = fmt::format("{}[{}]", keys.path_of("lines"), i);
    form.types.push_back(TRY(line_type_from((*types)[i], path)));
  }
  return form;
}

Result<JsonForm> json_from(JsonKeys& keys) {
  JsonForm form;
  form.array = TRY(keys.text("array")).value_or("");
  const auto parts = json_pointer_parts(form.array);
  if (!parts) return keys.refuse("array", parts.error().text);
  return form;
}

Result<Form> form_of_kind(JsonKeys& keys, std::size_t kind) {
  switch (kind) {
    case 0: return Form(TRY(delimited_from(keys)));
    case 1: return Form(TRY(fixed_from(keys)));
    case 2: return Form(TRY(patterns_from(keys)));
    case 3: return Form(TRY(json_from(keys)));
    default: return Form(JsonLinesForm{});
  }
}

}  // namespace

Result<std::size_t> one_of(const JsonKeys& keys, std::string_view key,
                           std::span<const std::string_view> allowed, std::string_view written) {
  const auto found = std::ranges::find(allowed, written);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  return keys.refuse(
      key, fmt::format("`{}` is not known; allowed: {}", written, fmt::join(allowed, ", ")));
}

Result<Span> span_from(const JsonKeys& keys, std::string_view key, const Json& value) {
  const auto place = [&](std::size_t i) {
    const bool is_place =
        value[i].is_number_unsigned() &&
        value[i].get<std::uint64_t>() <= static_cast<std::uint64_t>(kCharacterLast);
    return is_place ? value[i].get<std::size_t>() : std::size_t{0};
  };
  Span span;
  if (value.is_array() && (value.size() == 1 || value.size() == 2)) {
    span.first = place(0);
    if (value.size() == 2) span.last = place(1);
    if (span.first >= 1 && span.last >= span.first) return span;
  }
  return keys.refuse(key,
                     "the first and the last character, counted from 1, such as [28, 37], or "
                     "[28] for all from there on, are needed");
}

Result<Pattern> pattern_from(const JsonKeys& keys, std::string_view key, const std::string& text) {
  RE2::Options options;
  options.set_log_errors(false);
  auto pattern = std::make_shared<const RE2>(text, options);
  if (pattern->ok()) return Pattern(std::move(pattern));
  return keys.refuse(key, fmt::format("not a regular expression (RE2): {}", pattern->error()));
}

Result<Container> container_from(JsonKeys& profile) {
  Container container;
  const Json* found = profile.find("container");
  if (found == nullptr) return container;
  if (found->is_string()) {
    const auto kind = TRY(one_of(profile, "container", kContainers, found->get<std::string>()));
    container.kind = static_cast<Container::Kind>(kind);
    return container;
  }
  JsonKeys keys = TRY(JsonKeys::open(*found, "container"));
  const std::string kind = TRY(keys.text("kind")).value_or("auto");
  container.kind = static_cast<Container::Kind>(TRY(one_of(keys, "kind", kContainers, kind)));
  container.member = TRY(keys.text("member")).value_or("");
  if (!container.member.empty() && container.kind != Container::Kind::kZip) {
    return keys.refuse("member", "only a container of the kind zip has members");
  }
  TRY(keys.finish());
  return container;
}

Result<Form> form_from(JsonKeys& profile) {
  const Json* found = profile.find("format");
  if (found == nullptr) return Form(DelimitedForm{});
  JsonKeys keys = TRY(JsonKeys::open(*found, "format"));
  const std::string kind = TRY(keys.text("kind")).value_or("delimited");
  const std::size_t place = TRY(one_of(keys, "kind", kForms, kind));
  Form form = TRY(form_of_kind(keys, place));
  TRY(keys.finish());
  return form;
}

Result<LineRules> line_rules_from(JsonKeys& profile, const Form& form) {
  LineRules rules;
  const Json* found = profile.find("lines");
  if (found == nullptr) return rules;
  if (std::holds_alternative<JsonForm>(form)) {
    return profile.refuse("lines", "a JSON array has no lines to skip");
  }
  JsonKeys keys = TRY(JsonKeys::open(*found, "lines"));
  const auto skip = TRY(keys.number("skip", {0, kLinesSkippedMax}));
  rules.skip = static_cast<std::size_t>(skip.value_or(0));
  rules.noise = TRY(keys.texts("noise"));
  rules.footer = TRY(keys.texts("footer"));
  rules.needs_footer = TRY(keys.truth("needs_footer")).value_or(false);
  if (rules.needs_footer && rules.footer.empty()) {
    return keys.refuse("needs_footer", "say in `footer` what the last line begins with");
  }
  const auto is_empty = [](const std::string& text) { return text.empty(); };
  if (std::ranges::any_of(rules.noise, is_empty)) return keys.refuse("noise", "a text is empty");
  if (std::ranges::any_of(rules.footer, is_empty)) return keys.refuse("footer", "a text is empty");
  TRY(keys.finish());
  return rules;
}

Result<RevisionSource> revision_from(JsonKeys& profile, std::string_view key) {
  using From = RevisionSource::From;
  constexpr std::array<std::pair<std::string_view, From>, 4> kSources = {
      {{"constant", From::kConstant},
       {"header", From::kHeader},
       {"file_name", From::kFileName},
       {"pointer", From::kPointer}}};
  RevisionSource source;
  const Json* found = profile.find(key);
  if (found == nullptr) return source;
  JsonKeys keys = TRY(JsonKeys::open(*found, std::string(key)));
  for (const auto& [name, from] : kSources) {
    const auto text = TRY(keys.text(name));
    if (!text) continue;
    if (source.from != From::kNowhere) return keys.refuse(name, "only one of the four can be");
    source.from = from;
    source.text = *text;
    if (from != From::kHeader && from != From::kFileName) continue;
    source.pattern = TRY(pattern_from(keys, name, *text));
    if (source.pattern->NumberOfCapturingGroups() != 1) {
      return keys.refuse(name, "exactly one group, (…), is needed: it gives the revision");
    }
  }
  TRY(keys.finish());
  if (source.from == From::kNowhere) {
    return profile.refuse(key, "one of constant, header, file_name or pointer is needed");
  }
  return source;
}

}  // namespace bas::profiles

#include "registers/mapping_settings.h"

#include <algorithm>

#include "fetch/address.h"
#include "model/country.h"
#include "registers/date_pattern.h"

namespace bas::registers {

namespace {

constexpr std::string_view kPointerForm = "has to be a JSON pointer, such as /vehicle/insured";

bool is_header_safe(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

void check_template(SettingsReader& at, std::string text) {
  for (const std::string_view known : {"{plate}", "{country}"}) {
    for (std::size_t found = text.find(known); found != std::string::npos;
         found = text.find(known)) {
      text.erase(found, known.size());
    }
  }
  if (text.find_first_of("{}") != std::string::npos) {
    at.wrong("url", "only {plate} and {country} are filled in");
  }
}

void read_headers(SettingsReader& at, QuestionMapping& question) {
  std::map<std::string, std::string> headers;
  std::map<std::string, std::string> secrets;
  at.table("headers", headers);
  at.table("secret_headers", secrets);
  for (auto& [name, value] : headers) {
    if (!is_header_safe(name + value)) at.wrong("headers", "holds a control character");
    if (canonical_plate(name) == "AUTHORIZATION") {
      at.wrong("headers", "holds a secret; name its file in access or secret_headers");
    }
    question.headers.push_back({name, value});
  }
  for (auto& [name, file] : secrets) question.secret_headers.push_back({name, file});
}

void read_access(SettingsReader& at, fetch::Access& access) {
  at.text("bearer_token_file", access.bearer_token_file);
  at.text("user", access.user);
  at.text("password_file", access.password_file);
  at.text("ca_file", access.ca_file);
  at.text("client_certificate_file", access.client_certificate_file);
  at.text("client_key_file", access.client_key_file);
  at.finish();
}

void read_body(SettingsReader& at, QuestionMapping& question) {
  at.text("body", question.body);
  std::string form = "json";
  at.text("body_form", form);
  if (form != "json" && form != "form") at.wrong("body_form", "has to be json or form");
  question.body_form = form == "form" ? BodyForm::kForm : BodyForm::kJson;
  if (!question.body.empty() && question.method != "POST") {
    at.wrong("body", "is sent with the method POST only");
  }
}

QuestionMapping read_question(SettingsReader& at) {
  QuestionMapping question;
  at.text("method", question.method);
  if (question.method != "GET" && question.method != "POST") {
    at.wrong("method", "has to be GET or POST");
  }
  at.text("url", question.url, Presence::kRequired);
  check_template(at, question.url);
  check_address(at, question.url);
  read_headers(at, question);
  read_body(at, question);
  if ((question.url + question.body).find("{plate}") == std::string::npos) {
    at.wrong("url", "neither it nor the body holds {plate}");
  }
  if (auto access = at.object("access")) read_access(*access, question.access);
  read_limits(at, question.limits);
  at.finish();
  return question;
}

Place read_place(SettingsReader& at, Presence by_default) {
  Place place{"/", by_default == Presence::kRequired};
  if (const auto value = at.value("pointer", Presence::kRequired)) {
    std::string_view text;
    const bool is_text = value->get(text) == simdjson::SUCCESS;
    if (!is_text || !is_pointer(text)) at.wrong("pointer", kPointerForm);
    place.pointer = text;
  }
  at.truth("required", place.is_required);
  return place;
}

void read_truth_words(SettingsReader& at, TruthFact& fact) {
  auto words = at.object("words");
  if (!words) return;
  for (const std::string& word : words->keys()) {
    const auto meaning = words->value(word);
    bool truth = false;
    if (meaning->is_null()) {
      fact.words[word] = std::nullopt;
    } else if (meaning->get(truth) == simdjson::SUCCESS) {
      fact.words[word] = truth;
    } else {
      words->wrong(word, "has to be true, false or null (says nothing)");
    }
  }
  if (fact.words.empty()) at.wrong("words", "holds no word");
}

std::optional<TruthFact> read_truth(SettingsReader& answer, std::string_view key) {
  auto at = answer.object(key);
  if (!at) return std::nullopt;
  TruthFact fact{read_place(*at, Presence::kRequired), {}};
  read_truth_words(*at, fact);
  at->finish();
  return fact;
}

std::optional<DateFact> read_date(SettingsReader& answer, std::string_view key) {
  auto at = answer.object(key);
  if (!at) return std::nullopt;
  DateFact fact{read_place(*at, Presence::kRequired), {}, {}};
  at->text("date", fact.pattern, Presence::kRequired);
  if (!fact.pattern.empty() && fact.pattern != kRfc3339 && !is_date_pattern(fact.pattern)) {
    at->wrong("date", "has to hold YYYY, MM and DD once each, or be \"RFC 3339\"");
  }
  at->texts("empty", fact.empty_words);
  at->finish();
  return fact;
}

std::optional<WordFact> read_word(SettingsReader& answer, std::string_view key) {
  auto at = answer.object(key);
  if (!at) return std::nullopt;
  WordFact fact{read_place(*at, Presence::kOptional), {}};
  at->table("words", fact.words);
  at->finish();
  return fact;
}

UnknownSign read_sign(SettingsReader& at) {
  UnknownSign sign;
  at.whole("status", sign.status, {200, 599});
  const auto pointer = at.value("pointer");
  const auto value = at.value("is");
  std::string_view text;
  if (pointer && (pointer->get(text) != simdjson::SUCCESS || !is_pointer(text))) {
    at.wrong("pointer", kPointerForm);
  }
  sign.pointer = text;
  if (pointer.has_value() != value.has_value() || pointer.has_value() == (sign.status != 0)) {
    at.wrong("status", "has to stand alone, or in its place pointer and is together");
  }
  if (value && !scalar_text(*value)) at.wrong("is", "has to be a text, a number, true or false");
  if (value) sign.value = simdjson::to_string(*value);
  at.finish();
  return sign;
}

AnswerMapping read_answer(SettingsReader& at) {
  AnswerMapping answer;
  at.text("media_type", answer.media_type);
  for (SettingsReader& sign : at.objects("unknown")) answer.unknown.push_back(read_sign(sign));
  if (const auto rows = at.value("rows")) {
    std::string_view text;
    const bool is_text = rows->get(text) == simdjson::SUCCESS;
    if (!is_text || !is_pointer(text)) at.wrong("rows", kPointerForm);
    answer.rows = text;
  }
  if (auto plate = at.object("plate")) {
    answer.plate = read_place(*plate, Presence::kRequired);
    plate->finish();
  }
  answer.is_insured = read_truth(at, "is_insured");
  answer.inspected_until = read_date(at, "inspected_until");
  answer.holder_is_disqualified = read_truth(at, "holder_is_disqualified");
  answer.make = read_word(at, "make");
  answer.model = read_word(at, "model");
  answer.colour = read_word(at, "colour");
  answer.vehicle_class = read_word(at, "vehicle_class");
  if (suspicions_of(answer).empty()) {
    at.wrong("is_insured", "neither it, inspected_until nor holder_is_disqualified is mapped");
  }
  at.finish();
  return answer;
}

}  // namespace

void read_limits(SettingsReader& at, fetch::Limits& limits) {
  using std::chrono::minutes;
  at.size("bytes_max", limits.bytes_max, {1 << 10, 16 << 20});
  at.duration("connect_timeout", limits.connect_timeout, {milliseconds{50}, minutes{1}});
  at.duration("timeout", limits.total_timeout, {milliseconds{100}, minutes{1}});
}

void check_address(SettingsReader& at, const std::string& url) {
  if (url.empty()) return;
  if (url.find('{') < url.find_first_of("/?", std::min(url.find("://") + 3, url.size()))) {
    return at.wrong("url", "what is filled in stands in the path or the query, not in the host");
  }
  // A plate is letters and digits: it makes no good address bad.
  QuestionMapping sample;
  sample.url = url;
  const auto address = fetch::parse_address(question_for(sample, {"A", "BE"}).request.url);
  if (!address) return at.wrong("url", address.error().text);
  if (address->scheme != "https" && !(address->scheme == "http" && address->is_loopback())) {
    at.wrong("url", "has to be https: a question shows which plate is looked at");
  }
}

Mapping read_mapping(SettingsReader& at) {
  Mapping mapping;
  at.texts("countries", mapping.countries, Presence::kRequired);
  const bool are_countries =
      !mapping.countries.empty() && std::ranges::all_of(mapping.countries, is_country);
  if (!are_countries) at.wrong("countries", "have to be codes such as BE (ISO 3166-1 alpha-2)");
  if (auto question = at.object("question", Presence::kRequired)) {
    mapping.question = read_question(*question);
  }
  if (auto answer = at.object("answer", Presence::kRequired)) {
    mapping.answer = read_answer(*answer);
  }
  return mapping;
}

}  // namespace bas::registers

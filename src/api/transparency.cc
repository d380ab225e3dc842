// What everybody may know: a document for programs and a page for people, without an account.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/json_members.h"
#include "api/resources.h"
#include "api/transparency_words.h"

namespace bas::api {

namespace {

using flow::PublicDocument;
using flow::PublicField;
using Told = std::optional<std::uint64_t>;

constexpr const char* kPublicSchema = "bas-transparency-1";
constexpr const char* kPageStyle =
    "body{font-family:system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;"
    "line-height:1.5;color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:bold;padding:1rem 0 .25rem}th,td{text-align:left;"
    "padding:.25rem .5rem;border-bottom:1px solid #767676}td{text-align:right}a{color:#0b4ea2}"
    "nav a{display:inline-block;min-width:1.5rem;padding:.5rem;text-align:center}";

Json field_json(const PublicField& field) {
  Json json = {{"name", field.name}, {"counted", field.is_counted}};
  put(json, "total", field.numbers.total);
  if (field.numbers.cells.empty()) return json;
  json["cells"] = Json::array();
  for (const flow::ShownCell& cell : field.numbers.cells) {
    Json one = {{"name", cell.name}};
    put(one, "count", cell.count);
    json["cells"].push_back(std::move(one));
  }
  return json;
}

Json document_json(const PublicDocument& document) {
  Json json = {{"schema", kPublicSchema},
               {"month", document.month},
               {"made_at", format_rfc3339(document.made_at)},
               {"regime", document.regime},
               {"regime_sha256", document.regime_sha256},
               {"cell_min", document.cell_min},
               {"kept_for", document.kept_for}};
  put(json, "without_authorisation", document.without_authorisation);
  json["fields"] = Json::array();
  for (const PublicField& field : document.fields) json["fields"].push_back(field_json(field));
  return json;
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      default: safe += c;
    }
  }
  return safe;
}

// The page in one language.
class PublicPage {
 public:
  PublicPage(const PublicDocument& document, PageLanguage language)
      : document_(document), language_(language) {}

  std::string html() const {
    const std::string_view code = kPageLanguages[static_cast<std::size_t>(language_)];
    return fmt::format(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><title>{}</title><style>{}</style></head><body>{}<main>"
        "<h1>{}</h1><p>{}</p>{}{}<p>{} {}</p></main></body></html>\n",
        code, word("title"), kPageStyle, languages(), word("title"), word("intro"), frame(),
        fields(), word("why_not_told"), document_.cell_min);
  }

 private:
  std::string word(std::string_view key) const { return escaped(page_word(key, language_)); }

  std::string number(const Told& told) const {
    return told ? std::to_string(*told) : word("not_told");
  }

  std::string row(std::string_view name, std::string_view value) const {
    return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", name, value);
  }

  std::string languages() const {
    std::string links;
    for (const std::string_view code : kPageLanguages) {
      links += fmt::format(
          "<a href=\"/transparency?lang={0}\" lang=\"{0}\" hreflang=\"{0}\">{0}</a> ", code);
    }
    return fmt::format("<nav aria-label=\"{}\">{}</nav>", word("languages"), links);
  }

  std::string frame() const {
    std::string rows = row(word("month"), document_.month) +
                       row(word("made_at"), format_rfc3339(document_.made_at)) +
                       row(word("kept_for"), page_term(document_.kept_for, language_));
    if (!document_.without_authorisation.empty()) {
      rows +=
          row(word("without_authorisation"), page_term(document_.without_authorisation, language_));
    }
    rows += row(word("law"),
                fmt::format("{} {:.12}", escaped(document_.regime), document_.regime_sha256));
    return fmt::format("<table><tbody>{}</tbody></table>", rows);
  }

  std::string fields() const {
    std::string all;
    for (const PublicField& field : document_.fields) {
      if (field.name == "retention") continue;  // stands in the frame
      std::string rows;
      for (const flow::ShownCell& cell : field.numbers.cells) {
        rows += row(word(cell.name), number(cell.count));
      }
      const bool has_cells = !field.numbers.cells.empty();
      rows += row(word(has_cells ? "total" : "number"),
                  field.is_counted ? number(field.numbers.total) : word("not_counted"));
      all += fmt::format("<table><caption>{}</caption><tbody>{}</tbody></table>", word(field.name),
                         rows);
    }
    return all;
  }

  const PublicDocument& document_;
  PageLanguage language_;
};

void add_public(net::Router& router, Services& services, const char* pattern,
                std::function<net::Response(const PublicDocument&, const net::Request&)> answer) {
  router.add({.method = "GET",
              .pattern = pattern,
              .run = net::Run::kWorker,
              .body_bytes_max = 0,
              .handler = [&services, answer = std::move(answer)](const net::Request& request,
                                                                 const net::Respond& respond) {
                const auto document = services.transparency.latest();
                if (!document) {
                  respond(problem(document.error(), request.id));
                  return;
                }
                respond(answer(**document, request));
              }});
}

net::Response page_answer(const PublicDocument& document, const net::Request& request) {
  const std::string_view named = request.query_value("lang");
  const std::string_view wanted = named.empty() ? request.header("accept-language") : named;
  net::Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = PublicPage(document, page_language(wanted)).html();
  response.headers = {{"Cache-Control", "public, max-age=600"},
                      {"Vary", "Accept-Language"},
                      {"X-Content-Type-Options", "nosniff"},
                      {"Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; "
                       "base-uri 'none'; form-action 'none'"},
                      {"Referrer-Policy", "no-referrer"}};
  return response;
}

}  // namespace

void add_transparency(net::Router& router, Services& services) {
  add_public(router, services, "/api/v1/transparency",
             [](const PublicDocument& document, const net::Request&) {
               return json_answer(document_json(document));
             });
  add_public(router, services, "/transparency", page_answer);
}

}  // namespace bas::api

// A list behind a URL of a web server.
#include <algorithm>
#include <cctype>
#include <utility>

#include "base/encode.h"
#include "fetch/address.h"
#include "sources/file_names.h"
#include "sources/kinds.h"
#include "sources/proof.h"
#include "sources/remote.h"

namespace bas::sources {

namespace {

class HttpSource final : public ListSource {
 public:
  HttpSource(SourceSettings settings, fetch::Fetcher& fetcher, const Clock& clock)
      : settings_(std::move(settings)), remote_(settings_, fetcher), clock_(clock) {}
  HttpSource(const HttpSource&) = delete;
  HttpSource& operator=(const HttpSource&) = delete;

  Result<FetchedList> fetch(const SourceMark& last, std::stop_token stop) override {
    return fetch_proven([&] { return fetch_once(last, stop); });
  }

 private:
  Result<FetchedList> fetch_once(const SourceMark& last, const std::stop_token& stop);
  Result<> check_answer(const fetch::Answer& answer) const;
  Result<Proof> proof_of(const fetch::Answer& answer, const std::string& name,
                         const std::stop_token& stop);

  const SourceSettings settings_;
  Remote remote_;
  const Clock& clock_;
};

std::vector<fetch::Header> conditions_of(const SourceMark& last) {
  std::vector<fetch::Header> headers;
  // Without the digest of what these belong to, nothing would prove what "not changed" means.
  if (last.sha256.empty()) return headers;
  if (!last.etag.empty()) headers.push_back({"If-None-Match", last.etag});
  if (!last.last_modified.empty()) headers.push_back({"If-Modified-Since", last.last_modified});
  return headers;
}

std::string name_of(const SourceSettings& settings) {
  const auto address = fetch::parse_address(settings.url);
  std::string name = address ? fetch::file_name_of(*address) : std::string{};
  return name.empty() ? "list" : name;
}

Result<FetchedList> HttpSource::fetch_once(const SourceMark& last, const std::stop_token& stop) {
  FetchedList list;
  list.name = name_of(settings_);
  list.mark = last;
  const auto conditions = conditions_of(last);
  fetch::Answer answer = TRY(remote_.ask({"GET", settings_.url, conditions}, stop));
  list.fetched_at = clock_.now();
  if (answer.status == 304 && !conditions.empty()) return list;
  TRY(check_answer(answer));
  list.mark.etag = std::string(answer.header("etag"));
  list.mark.last_modified = std::string(answer.header("last-modified"));
  list.mark.sha256 = to_hex(sha256(answer.body));
  if (list.mark.sha256 == last.sha256) return list;
  const Proof proof = TRY(proof_of(answer, list.name, stop));
  TRY(check_proof(answer.body, list.mark.sha256, proof, settings_.signature));
  list.bytes = std::move(answer.body);
  return list;
}

// What is not proven must at least be known to be whole, and no page for people.
Result<> HttpSource::check_answer(const fetch::Answer& answer) const {
  if (answer.status != 200) {
    return tl::make_unexpected(error_of_status(answer.status, "the list"));
  }
  if (settings_.has_proof()) return {};
  if (answer.header("content-length").empty() && answer.header("transfer-encoding").empty()) {
    return fail(ErrorCode::kBadInput,
                "the server does not say how long the list is, so a cut would not be noticed: "
                "configure a checksum, or let it send Content-Length");
  }
  std::string type(answer.header("content-type").substr(0, 9));
  std::ranges::transform(type, type.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (type == "text/html") {
    return fail(ErrorCode::kUnavailable, "the answer is a web page (text/html), not a list");
  }
  return {};
}

Result<Proof> HttpSource::proof_of(const fetch::Answer& answer, const std::string& name,
                                   const std::stop_token& stop) {
  const auto place_of = [&](const std::string& url, const std::string& suffix) {
    return url.empty() ? beside(settings_.url, suffix) : url;
  };
  Proof proof;
  const ChecksumSettings& checksum = settings_.checksum;
  if (!checksum.header.empty()) {
    std::string header = checksum.header;
    std::ranges::transform(header, header.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    proof.checksum = TRY(checksum_in_header(answer.header(header)));
  } else if (!checksum.url.empty() || !checksum.suffix.empty()) {
    const std::string url = place_of(checksum.url, checksum.suffix);
    const std::string text = TRY(remote_.small_file(url, "the checksum document", stop));
    proof.checksum = TRY(checksum_in(text, name));
  }
  const SignatureSettings& signature = settings_.signature;
  if (!signature.public_key_file.empty()) {
    const std::string url = place_of(signature.url, signature.suffix);
    proof.signature = TRY(remote_.small_file(url, "the signature", stop));
  }
  return proof;
}

}  // namespace

std::unique_ptr<ListSource> make_http_source(SourceSettings settings, fetch::Fetcher& fetcher,
                                             const Clock& clock) {
  return std::make_unique<HttpSource>(std::move(settings), fetcher, clock);
}

}  // namespace bas::sources

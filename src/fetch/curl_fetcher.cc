#include "fetch/curl_fetcher.h"

#include <algorithm>
#include <string_view>

#include "fetch/quiet_pipe.h"
#include "fetch/transfer.h"

namespace bas::fetch {

namespace {

constexpr int kRedirectsMax = 5;
constexpr std::size_t kIdleMax = 8;

// RFC 9110: a name is a token; a value holds no control character but the tab.
bool is_fit(const Header& header) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  const auto is_token = [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kMarks.find(c) != kMarks.npos;
  };
  const auto is_plain = [](char c) {
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
  };
  return !header.name.empty() && std::ranges::all_of(header.name, is_token) &&
         std::ranges::all_of(header.value, is_plain);
}

Result<> check_request(const Request& request, const Address& address) {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  const bool posts = request.method == "POST" && address.scheme != "sftp";
  if (!reads && !posts) {
    return fail(ErrorCode::kBadInput, "only GET, HEAD and, over HTTP, POST are asked");
  }
  if (!std::ranges::all_of(request.headers, is_fit)) {
    return fail(ErrorCode::kBadInput, "a header holds characters that headers may not hold");
  }
  return {};
}

// What makes a kept connection fit for another question.
std::string key_of(const Address& address, const Access& access) {
  std::string key = address.scheme + "://" + address.place();
  for (const auto* file :
       {&access.ca_file, &access.client_certificate_file, &access.client_key_file}) {
    key += '\n' + *file;
  }
  return key;
}

Result<> check_redirect(const Address& from, const std::string& url) {
  const auto to = parse_address(url);
  if (to && to->is_same_place(from)) return {};
  return fail(ErrorCode::kBadInput,
              from.place() + ": redirects to another scheme, host or port, which is not followed");
}

}  // namespace

CurlFetcher::CurlFetcher() = default;

CurlFetcher::~CurlFetcher() {
  const QuietPipe quiet;
  idle_.clear();
}

Result<Answer> CurlFetcher::fetch(const Request& request, std::stop_token stop) {
  const auto deadline = std::chrono::steady_clock::now() + request.limits.total_timeout;
  const Address address = TRY(parse_address(request.url));
  TRY(check_request(request, address));
  const Secrets secrets = TRY(read_secrets(request.access, address));
  const QuietPipe quiet;
  std::string key = key_of(address, request.access);
  std::unique_ptr<Line> line = take_line(key);
  std::string url = request.url;
  for (int step = 0; step <= kRedirectsMax; ++step) {
    Reply reply = TRY(transfer(*line, {request, url, address, secrets, deadline}, stop));
    if (reply.redirect.empty() || request.method == "POST") {
      if (address.scheme != "sftp") give_back(std::move(key), std::move(line));
      return std::move(reply.answer);
    }
    TRY(check_redirect(address, reply.redirect));
    url = std::move(reply.redirect);
  }
  return fail(ErrorCode::kBadInput, address.place() + ": redirects without an end");
}

std::unique_ptr<Line> CurlFetcher::take_line(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(idle_, key, [](const auto& pair) { return pair.first; });
  if (found == idle_.end()) return std::make_unique<Line>();
  std::unique_ptr<Line> line = std::move(found->second);
  idle_.erase(found);
  return line;
}

void CurlFetcher::give_back(std::string key, std::unique_ptr<Line> line) {
  std::unique_ptr<Line> oldest;  // closed after the lock is given up
  const std::lock_guard lock(mutex_);
  idle_.emplace_back(std::move(key), std::move(line));
  if (idle_.size() > kIdleMax) {
    oldest = std::move(idle_.front().second);
    idle_.erase(idle_.begin());
  }
}

}  // namespace bas::fetch

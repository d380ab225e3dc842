#include "sources/remote.h"

#include <fmt/format.h>

#include <algorithm>

#include "sources/proof.h"

namespace bas::sources {

fetch::Request Remote::request_for(const Question& question) const {
  fetch::Request request;
  request.method = question.method;
  request.url = question.url;
  request.headers = question.headers;
  request.headers.push_back({"Accept-Encoding", "identity"});
  request.limits.bytes_max = settings_.bytes_max;
  request.limits.connect_timeout = settings_.connect_timeout;
  request.limits.total_timeout = settings_.total_timeout;
  const auto own = fetch::parse_address(settings_.url);
  const auto asked = fetch::parse_address(question.url);
  if (own && asked && own->is_same_place(*asked)) {
    request.access = settings_.access;
  } else {
    request.access.ca_file = settings_.access.ca_file;
  }
  return request;
}

Result<fetch::Answer> Remote::ask(const Question& question, std::stop_token stop) {
  auto answer = fetcher_.fetch(request_for(question), std::move(stop));
  if (!answer && answer.error().code == ErrorCode::kTooLarge) {
    answer.error().text += ": if the list may be that large, raise bytes_max";
  }
  return answer;
}

Result<std::string> Remote::small_file(const std::string& url, const std::string& what,
                                       std::stop_token stop) {
  fetch::Request request = request_for({"GET", url, {}});
  request.limits.bytes_max = std::min(request.limits.bytes_max, kSmallFileBytesMax);
  fetch::Answer answer = TRY(fetcher_.fetch(request, std::move(stop)));
  if (answer.status != 200) return tl::make_unexpected(error_of_status(answer.status, what));
  return std::move(answer.body);
}

Error error_of_status(int status, const std::string& what) {
  if (status == 404 || status == 410) {
    return {ErrorCode::kNotFound, fmt::format("{} is not there ({})", what, status)};
  }
  if (status == 401 || status == 403 || status == 407) {
    return {ErrorCode::kBadInput,
            fmt::format("{} is refused to us ({}): check access, or ask its owner", what, status)};
  }
  const bool may_pass = status == 408 || status == 425 || status == 429 || status >= 500;
  return {may_pass ? ErrorCode::kUnavailable : ErrorCode::kBadInput,
          fmt::format("{} was asked for and the answer is {}", what, status)};
}

}  // namespace bas::sources

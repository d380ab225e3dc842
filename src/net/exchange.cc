#include "net/exchange.h"

#include <algorithm>

#include "net/body_budget.h"
#include "net/problem.h"
#include "net/target.h"

namespace bas::net {

void Exchange::reset() {
  parser_.reset();
  head_done_ = false;
  keep_alive_ = false;
  version_ = 11;
  method_.clear();
  path_.clear();
  query_.clear();
  found_ = Found{};
  refusal_.reset();
  bytes_ = 0;
}

Exchange::Progress Exchange::put(std::string_view bytes) {
  const Put put = parser_.put(bytes);
  bytes_ += put.consumed;
  Progress progress{put.consumed, Step::kNeedsMore};
  if (put.state == Parse::kFailed) {
    refuse(refusal_of(parser_.failure()));
    progress.step = Step::kRefused;
    return progress;
  }
  if (put.state == Parse::kNeedsMore) return progress;
  const bool has_body_to_come = put.state == Parse::kHeaderDone;
  if (!head_done_) read_head();
  if (!has_body_to_come) {
    progress.step = Step::kWhole;
  } else if (refusal_) {
    keep_alive_ = false;
    progress.step = Step::kRefused;
  } else if (version_ >= 11 &&
             equal_ignoring_case(find_header(parser_.head().headers, "Expect"), "100-continue")) {
    progress.step = Step::kContinue;
  }
  return progress;
}

void Exchange::read_head() {
  const MessageHead& head = parser_.head();
  head_done_ = true;
  keep_alive_ = head.keep_alive;
  version_ = head.version;
  method_ = head.method;
  auto target = parse_target(head.target);
  if (!target) {
    refusal_ = problem(bad_request(target.error().text));
    return;
  }
  path_ = std::move(target->path);
  query_ = std::move(target->query);
  route_request();
}

void Exchange::route_request() {
  found_ = router_.find(method_, path_);
  if (!found_.route) {
    refusal_ = problem(found_.allow.empty() ? not_found() : method_not_allowed());
    if (!found_.allow.empty()) refusal_->headers.push_back({"Allow", found_.allow});
    return;
  }
  const std::size_t bytes_max = found_.route->body_bytes_max;
  parser_.set_body_bytes_max(bytes_max);
  const auto& length = parser_.head().content_length;
  if (length && *length > bytes_max) refusal_ = problem(body_too_large(bytes_max));
}

Response Exchange::refusal_of(ParseFailure failure) const {
  switch (failure) {
    case ParseFailure::kHeaderTooLarge:
      return problem(Problem{431,
                             "headers-too-large",
                             "The header of the request is too large",
                             "Send fewer or shorter header fields.",
                             {}});
    case ParseFailure::kBodyTooLarge:
      return problem(body_too_large(found_.route ? found_.route->body_bytes_max : 0));
    case ParseFailure::kVersion:
      return problem(Problem{
          505, "http-version", "This version of HTTP is not spoken here", "Use HTTP/1.1.", {}});
    case ParseFailure::kMalformed: break;
  }
  return problem(bad_request("The request could not be read; check what lies between you and us."));
}

void Exchange::refuse(Response response) {
  keep_alive_ = false;
  std::string{}.swap(parser_.body());  // an assignment would keep its memory
  refusal_ = std::move(response);
}

std::size_t Exchange::body_bytes_left() const {
  const auto& length = parser_.head().content_length;
  const std::size_t held = parser_.body().size();
  return length && *length > held ? static_cast<std::size_t>(*length) - held : 0;
}

std::size_t Exchange::body_bytes_wanted(std::size_t held, std::size_t bytes) const {
  if (!head_done_ || !found_.route || refusal_) return 0;
  const auto& length = parser_.head().content_length;
  if (length) return static_cast<std::size_t>(*length);
  const std::size_t bytes_max = found_.route->body_bytes_max;
  const std::size_t needed = parser_.body().size() + bytes;
  if (needed <= held || bytes == 0) return held;
  return std::min(std::max({needed, 2 * held, kSmallBodyBytes}), bytes_max);
}

// Doubling what is held, as above, this is all the memory the body takes.
void Exchange::reserve_body(std::size_t bytes) { parser_.body().reserve(bytes); }

Request Exchange::take(const ConnectionFacts& connection, std::string id) {
  Request request;
  request.method = method_;
  request.path = std::move(path_);
  request.query = std::move(query_);
  request.path_values = std::move(found_.path_values);
  request.headers = std::move(parser_.head().headers);
  request.body = std::move(parser_.body());
  request.remote_address = connection.remote_address;
  request.is_loopback = connection.is_loopback;
  request.is_tls = connection.is_tls;
  request.client_certificate_sha256 = connection.certificate_sha256;
  request.id = std::move(id);
  request.last_byte_at = std::chrono::steady_clock::now();
  return request;
}

}  // namespace bas::net

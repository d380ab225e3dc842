#include "net/wire_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <limits>
#include <vector>

namespace bas::net {
namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;
using BeastView = boost::beast::string_view;

constexpr std::size_t kBodyReserveMax = 256 * 1024;

std::string to_string(BeastView text) { return {text.data(), text.size()}; }

struct Message {
  MessageHead head;
  std::string body;
  std::size_t body_bytes = 0;
  std::size_t body_bytes_max = std::numeric_limits<std::size_t>::max();
  bool head_done = false;
};

// False when a reader in between could find another end or another addressee of this request than
// we do (RFC 9112 sections 3.2, 6.1 and 11.2): any coding but one "chunked", two lengths (also of
// one value), or two hosts.
bool is_plain(const MessageHead& head) {
  int codings = 0;
  int hosts = 0;
  int lengths = 0;
  for (const Header& header : head.headers) {
    if (equal_ignoring_case(header.name, "Host")) ++hosts;
    if (equal_ignoring_case(header.name, "Content-Length")) {
      lengths += header.value.find(',') == std::string::npos ? 1 : 2;
    }
    if (!equal_ignoring_case(header.name, "Transfer-Encoding")) continue;
    ++codings;
    if (head.version < 11 || !equal_ignoring_case(header.value, "chunked")) return false;
  }
  return codings <= 1 && hosts <= 1 && lengths <= 1;
}

// True when a line of the head goes on in the next one, which not everybody reads the same way.
bool is_folded(std::string_view head) {
  for (std::size_t at = head.find('\n'); at != std::string_view::npos;
       at = head.find('\n', at + 1)) {
    if (at + 1 < head.size() && (head[at + 1] == ' ' || head[at + 1] == '\t')) return true;
  }
  return false;
}

template <bool kIsRequest>
class Parser final : public http::basic_parser<kIsRequest> {
 public:
  Parser(Message& message, std::size_t header_bytes_max) : message_(message) {
    this->header_limit(static_cast<std::uint32_t>(header_bytes_max));
    this->body_limit(boost::none);
  }

 private:
  void on_request_impl(http::verb, BeastView method, BeastView target, int version,
                       error_code& error) override {
    message_.head.method = to_string(method);
    message_.head.target = to_string(target);
    message_.head.version = version;
    if (version != 10 && version != 11) error = http::error::bad_version;
  }

  void on_response_impl(int status, BeastView, int version, error_code&) override {
    message_.head.status = status;
    message_.head.version = version;
  }

  void on_field_impl(http::field, BeastView name, BeastView value, error_code&) override {
    if (message_.head_done) return;
    message_.head.headers.push_back({to_string(name), to_string(value)});
  }

  void on_header_impl(error_code& error) override {
    message_.head_done = true;
    if (kIsRequest && !is_plain(message_.head)) error = http::error::bad_transfer_encoding;
    message_.head.keep_alive = this->keep_alive();
    if (const auto length = this->content_length()) message_.head.content_length = *length;
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
    if (length) {
      message_.body.reserve(
          std::min<std::uint64_t>({*length, kBodyReserveMax, message_.body_bytes_max}));
    }
  }

  std::size_t on_body_impl(BeastView part, error_code& error) override {
    message_.body_bytes += part.size();
    if (message_.body_bytes > message_.body_bytes_max) {
      error = http::error::body_limit;
      return 0;
    }
    message_.body.append(part.data(), part.size());
    return part.size();
  }

  void on_chunk_header_impl(std::uint64_t bytes, BeastView, error_code& error) override {
    if (bytes > message_.body_bytes_max - message_.body_bytes) error = http::error::body_limit;
  }

  std::size_t on_chunk_body_impl(std::uint64_t, BeastView part, error_code& error) override {
    return on_body_impl(part, error);
  }

  void on_finish_impl(error_code&) override {}

  Message& message_;
};

ParseFailure failure_of(const error_code& error) {
  if (error == http::error::header_limit) return ParseFailure::kHeaderTooLarge;
  if (error == http::error::body_limit) return ParseFailure::kBodyTooLarge;
  if (error == http::error::bad_version) return ParseFailure::kVersion;
  return ParseFailure::kMalformed;
}

// Feeds until something changed for the caller.
template <typename Parser>
Put put_into(Parser& parser, std::string_view bytes, error_code& error) {
  Put put;
  const bool head_was_done = parser.is_header_done();
  while (!parser.is_done()) {
    const std::size_t taken = parser.put(
        boost::asio::const_buffer{bytes.data() + put.consumed, bytes.size() - put.consumed}, error);
    put.consumed += taken;
    if (error == http::error::need_more) {
      error = {};
      return put;
    }
    if (error) {
      put.state = Parse::kFailed;
      return put;
    }
    if (!parser.is_done() && parser.is_header_done() && !head_was_done) {
      put.state = Parse::kHeaderDone;
      return put;
    }
    if (!parser.is_done() && (taken == 0 || put.consumed == bytes.size())) return put;
  }
  put.state = Parse::kDone;
  return put;
}

}  // namespace

struct WireParser::Messages {
  Kind kind;
  std::size_t header_bytes_max;
  Message message;
  std::optional<Parser<true>> request;
  std::optional<Parser<false>> response;
  ParseFailure failure = ParseFailure::kMalformed;
  std::size_t head_bytes = 0;
};

WireParser::WireParser(Kind kind, std::size_t header_bytes_max)
    : messages_(std::make_unique<Messages>()) {
  messages_->kind = kind;
  messages_->header_bytes_max = header_bytes_max;
  reset();
}

WireParser::~WireParser() = default;

void WireParser::reset() {
  const std::size_t body_bytes_max = messages_->message.body_bytes_max;
  messages_->message = Message{};
  messages_->message.body_bytes_max = body_bytes_max;
  messages_->head_bytes = 0;
  if (messages_->kind == Kind::kRequest) {
    messages_->request.emplace(messages_->message, messages_->header_bytes_max);
  } else {
    messages_->response.emplace(messages_->message, messages_->header_bytes_max);
  }
}

void WireParser::set_body_bytes_max(std::size_t bytes_max) {
  messages_->message.body_bytes_max = bytes_max;
}

void WireParser::expect_no_body() {
  if (messages_->response) messages_->response->skip(true);
}

Put WireParser::put(std::string_view bytes) {
  error_code error;
  if (bytes.empty()) return {};
  const bool head_was_done = messages_->message.head_done;
  Put put = messages_->request ? put_into(*messages_->request, bytes, error)
                               : put_into(*messages_->response, bytes, error);
  if (put.state == Parse::kFailed) messages_->failure = failure_of(error);
  if (put.state == Parse::kFailed) return put;
  // Beast takes whole fields, and not a byte of the body with the last one.
  const bool is_request_head = !head_was_done && messages_->request;
  if (is_request_head && is_folded(bytes.substr(0, put.consumed))) {
    messages_->failure = ParseFailure::kMalformed;
    put.state = Parse::kFailed;
  }
  if (messages_->message.head_done || put.state == Parse::kFailed) return put;
  // Beast bounds what it has to look at again, not the sum of many small fields.
  messages_->head_bytes += put.consumed;
  if (messages_->head_bytes + bytes.size() - put.consumed > messages_->header_bytes_max) {
    messages_->failure = ParseFailure::kHeaderTooLarge;
    put.state = Parse::kFailed;
  }
  return put;
}

Parse WireParser::put_end() {
  error_code error;
  if (!messages_->message.head_done) return Parse::kFailed;
  if (messages_->request) {
    messages_->request->put_eof(error);
  } else {
    messages_->response->put_eof(error);
  }
  return error ? Parse::kFailed : Parse::kDone;
}

MessageHead& WireParser::head() { return messages_->message.head; }
std::string& WireParser::body() { return messages_->message.body; }
const MessageHead& WireParser::head() const { return messages_->message.head; }
const std::string& WireParser::body() const { return messages_->message.body; }
ParseFailure WireParser::failure() const { return messages_->failure; }

}  // namespace bas::net

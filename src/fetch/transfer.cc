#include "fetch/transfer.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/time.h"
#include "fetch/failure.h"
#include "fetch/receiver.h"

namespace bas::fetch {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

void add_header(HeaderList& list, const std::string& line) {
  curl_slist* grown = curl_slist_append(list.get(), line.c_str());
  check(grown != nullptr);
  (void)list.release();
  list.reset(grown);
}

bool has_header(const Request& request, const char* lower_name) {
  return std::ranges::any_of(request.headers, [&](const Header& header) {
    return curl_strequal(header.name.c_str(), lower_name) != 0;
  });
}

HeaderList headers_of(const Request& request) {
  HeaderList list;
  for (const Header& header : request.headers) {
    // libcurl takes "Name:" as "leave it out" and "Name;" as "send it empty".
    add_header(list, header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
  }
  add_header(list, "Expect:");
  if (!has_header(request, "content-type")) add_header(list, "Content-Type:");
  return list;
}

void set_unless_empty(CURL* easy, CURLoption option, const std::string& value) {
  if (!value.empty()) set_option(easy, option, value.c_str());
}

void set_common(CURL* easy, const Question& question) {
  const Limits& limits = question.request.limits;
  set_option(easy, CURLOPT_URL, question.url.c_str());
  set_option(easy, CURLOPT_PROTOCOLS_STR, question.address.scheme.c_str());
  set_option(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set_option(easy, CURLOPT_NOSIGNAL, 1L);
  set_option(easy, CURLOPT_PROXY, "");
  // A name server that is slow must not hold up a stop; its thread ends by itself.
  set_option(easy, CURLOPT_QUICK_EXIT, 1L);
  // transfer() keeps the time itself. This only says how long one of several addresses is tried.
  set_option(easy, CURLOPT_CONNECTTIMEOUT_MS,
             static_cast<long>((limits.connect_timeout + milliseconds{1'000}).count()));
  set_option(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.bytes_max));
  set_option(easy, CURLOPT_NOBODY, question.request.method == "HEAD" ? 1L : 0L);
}

void set_http(CURL* easy, const Question& question) {
  const Access& access = question.request.access;
  set_option(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set_option(easy, CURLOPT_USERAGENT, "bas/" BAS_VERSION);
  if (!has_header(question.request, "accept-encoding")) {
    set_option(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  }
  if (question.request.method == "POST") {
    set_option(easy, CURLOPT_POSTFIELDSIZE_LARGE,
               static_cast<curl_off_t>(question.request.body.size()));
    set_option(easy, CURLOPT_POSTFIELDS, question.request.body.data());
  }
  if (!access.user.empty()) {
    set_option(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    set_option(easy, CURLOPT_USERNAME, access.user.c_str());
    set_option(easy, CURLOPT_PASSWORD, question.secrets.password.c_str());
  }
  if (!question.secrets.bearer_token.empty()) {
    set_option(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
    set_option(easy, CURLOPT_XOAUTH2_BEARER, question.secrets.bearer_token.c_str());
  }
  set_option(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set_option(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  set_option(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!access.ca_file.empty()) {
    set_option(easy, CURLOPT_CAINFO, access.ca_file.c_str());
    set_option(easy, CURLOPT_CAPATH, static_cast<char*>(nullptr));
    set_option(easy, CURLOPT_CA_CACHE_TIMEOUT, 0L);  // a renewed file counts at once
  }
  set_unless_empty(easy, CURLOPT_SSLCERT, access.client_certificate_file);
  set_unless_empty(easy, CURLOPT_SSLKEY, access.client_key_file);
}

void set_sftp(CURL* easy, const Question& question) {
  const Access& access = question.request.access;
  const bool has_key = !access.ssh_private_key_file.empty();
  set_option(easy, CURLOPT_SSH_AUTH_TYPES,
             static_cast<long>(has_key ? CURLSSH_AUTH_PUBLICKEY
                                       : CURLSSH_AUTH_PASSWORD | CURLSSH_AUTH_KEYBOARD));
  set_option(easy, CURLOPT_USERNAME, access.user.c_str());
  set_unless_empty(easy, CURLOPT_PASSWORD, question.secrets.password);
  set_unless_empty(easy, CURLOPT_SSH_PRIVATE_KEYFILE, access.ssh_private_key_file);
  set_option(easy, CURLOPT_SSH_KNOWNHOSTS, access.ssh_known_hosts_file.c_str());
  set_option(easy, CURLOPT_FILETIME, 1L);
  set_option(easy, CURLOPT_DIRLISTONLY, 1L);
  set_option(easy, CURLOPT_FRESH_CONNECT, 1L);
  set_option(easy, CURLOPT_FORBID_REUSE, 1L);
}

Error slow(const Question& question, const char* what, milliseconds limit) {
  return {ErrorCode::kUnavailable,
          fmt::format("{}: {} within {} ms", question.address.place(), what, limit.count())};
}

bool is_connected(CURL* easy) {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &microseconds);
  return microseconds > 0;
}

// Moves bytes until libcurl is done or there is a reason to stop earlier.
Result<CURLcode> move_bytes(Line& line, const Question& question, const std::stop_token& stop) {
  const Limits& limits = question.request.limits;
  const auto connect_deadline =
      std::min(question.deadline, steady_clock::now() + limits.connect_timeout);
  CURLM* const multi = line.multi();
  const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
  int running = 1;
  while (true) {
    curl_multi_perform(multi, &running);
    if (running == 0) break;
    const auto now = steady_clock::now();
    const bool connected = is_connected(line.easy());
    const auto until = connected ? question.deadline : connect_deadline;
    if (stop.stop_requested()) {
      return fail(ErrorCode::kUnavailable, question.address.place() + ": stopped while asking");
    }
    if (now >= question.deadline) {
      return tl::make_unexpected(slow(question, "no whole answer", limits.total_timeout));
    }
    if (now >= until) {
      return tl::make_unexpected(slow(question, "no connection", limits.connect_timeout));
    }
    const auto wait = std::min(std::chrono::ceil<milliseconds>(until - now), milliseconds{60'000});
    curl_multi_poll(multi, nullptr, 0, static_cast<int>(wait.count()), nullptr);
  }
  int left = 0;
  const CURLMsg* message = curl_multi_info_read(multi, &left);
  check(message != nullptr && message->msg == CURLMSG_DONE);
  return message->data.result;
}

void read_sftp(CURL* easy, Reply& reply) {
  curl_off_t seconds = -1;
  curl_easy_getinfo(easy, CURLINFO_FILETIME_T, &seconds);
  reply.answer.status = seconds < 0 ? 404 : 200;
  if (seconds < 0) return;
  const UtcTime changed{std::chrono::seconds{seconds}};
  reply.answer.headers.push_back({"last-modified", format_rfc3339(changed)});
}

void read_http(CURL* easy, Reply& reply) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  reply.answer.status = static_cast<int>(status);
  const char* redirect = nullptr;
  curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &redirect);
  if (redirect != nullptr) reply.redirect = redirect;
}

void prepare(Line& line, const Question& question, Receiver& receiver, curl_slist* headers) {
  line.reset();
  line.guard(&question.request.may_reach);
  receiver.attach(line.easy());
  set_common(line.easy(), question);
  if (question.address.scheme == "sftp") {
    set_sftp(line.easy(), question);
  } else {
    set_http(line.easy(), question);
    set_option(line.easy(), CURLOPT_HTTPHEADER, headers);
  }
}

}  // namespace

Result<Reply> transfer(Line& line, const Question& question, std::stop_token stop) {
  const bool is_sftp = question.address.scheme == "sftp";
  const HeaderList headers = headers_of(question.request);
  Receiver receiver(question.request.limits.bytes_max);
  prepare(line, question, receiver, headers.get());
  check(curl_multi_add_handle(line.multi(), line.easy()) == CURLM_OK);
  auto moved = move_bytes(line, question, stop);
  if (!moved) line.hang_up();
  Reply reply;
  if (moved && *moved == CURLE_OK) {
    is_sftp ? read_sftp(line.easy(), reply) : read_http(line.easy(), reply);
  }
  curl_multi_remove_handle(line.multi(), line.easy());
  const bool is_refused = line.has_refused();
  line.guard(nullptr);
  line.reset();  // nothing of libcurl's points to what ends here
  if (!moved) return tl::make_unexpected(std::move(moved).error());
  if (is_sftp && *moved == CURLE_REMOTE_FILE_NOT_FOUND) {
    reply.answer.status = 404;
    return reply;
  }
  if (is_refused && *moved == CURLE_COULDNT_CONNECT) {
    return fail(ErrorCode::kRefused, question.address.place() + ": its address may not be reached");
  }
  if (*moved != CURLE_OK) {
    return tl::make_unexpected(error_of(*moved, receiver, question.address));
  }
  reply.answer.headers.insert(reply.answer.headers.end(),
                              std::make_move_iterator(receiver.headers.begin()),
                              std::make_move_iterator(receiver.headers.end()));
  reply.answer.body = std::move(receiver.body);
  return reply;
}

}  // namespace bas::fetch

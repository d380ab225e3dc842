#include "outward/mail.h"

#include <curl/curl.h>
#include <fmt/chrono.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <memory>

#include "base/check.h"
#include "base/encode.h"

namespace bas::outward {

namespace {

constexpr long kTotalMs = 15'000;
constexpr std::size_t kAddressMost = 254;  // RFC 5321, 4.5.3.1.3
const Schemes kMailSchemes{"smtp", "smtps"};

struct FreeCurl {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// One message on its way.
struct Letter {
  const Networks& networks;
  const std::stop_token& stop;
  std::string_view left;
  bool is_refused = false;
};

template <typename Value>
void set(CURL* easy, CURLoption option, Value value) {
  bas::check(curl_easy_setopt(easy, option, value) == CURLE_OK);
}

std::size_t give_bytes(char* to, std::size_t size, std::size_t count, void* user) {
  std::string_view& left = static_cast<Letter*>(user)->left;
  const std::size_t taken = std::min(size * count, left.size());
  std::copy_n(left.data(), taken, to);
  left.remove_prefix(taken);
  return taken;
}

// size: libcurl calls it so
int stop_asked(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Letter*>(user)->stop.stop_requested() ? 1 : 0;
}

// Asked before anything is sent there.
curl_socket_t open_allowed(void* user, curlsocktype, curl_sockaddr* address) {
  Letter& letter = *static_cast<Letter*>(user);
  const auto* raw = reinterpret_cast<const char*>(&address->addr);
  const std::string_view bytes =
      address->family == AF_INET
          ? std::string_view(raw + offsetof(sockaddr_in, sin_addr), sizeof(in_addr))
          : std::string_view(raw + offsetof(sockaddr_in6, sin6_addr), sizeof(in6_addr));
  const auto peer = peer_of(bytes);
  letter.is_refused = !peer || !letter.networks.allows(*peer);
  if (letter.is_refused) return CURL_SOCKET_BAD;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int close_opened(void*, curl_socket_t socket) { return ::close(socket); }

std::size_t drop_bytes(char*, std::size_t size, std::size_t count, void*) { return size * count; }

void prepare(CURL* easy, const Service& service, Letter& letter) {
  set(easy, CURLOPT_URL, service.url.c_str());
  set(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_PROXY, "");
  set(easy, CURLOPT_TIMEOUT_MS, kTotalMs);
  set(easy, CURLOPT_UPLOAD, 1L);
  set(easy, CURLOPT_READFUNCTION, give_bytes);
  set(easy, CURLOPT_READDATA, &letter);
  set(easy, CURLOPT_WRITEFUNCTION, drop_bytes);
  set(easy, CURLOPT_NOPROGRESS, 0L);
  set(easy, CURLOPT_XFERINFOFUNCTION, stop_asked);
  set(easy, CURLOPT_XFERINFODATA, &letter);
  set(easy, CURLOPT_OPENSOCKETFUNCTION, open_allowed);
  set(easy, CURLOPT_OPENSOCKETDATA, &letter);
  set(easy, CURLOPT_CLOSESOCKETFUNCTION, close_opened);
  set(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  set(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!service.ca_file.empty()) set(easy, CURLOPT_CAINFO, service.ca_file.c_str());
}

bool is_of_this_machine(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

// Nothing goes over a network in clear.
Result<> set_access(CURL* easy, const Service& service) {
  const Place place = TRY(place_of(service.url, kMailSchemes));
  const bool is_here = is_of_this_machine(place.host);
  set(easy, CURLOPT_USE_SSL, static_cast<long>(is_here ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  if (service.user.empty()) return {};
  std::string password = TRY(password_of(service));
  set(easy, CURLOPT_USERNAME, service.user.c_str());
  set(easy, CURLOPT_PASSWORD, password.c_str());
  wipe(password);
  return {};
}

bool is_mail_address(const std::string& text) {
  const auto is_odd = [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f ||
           c == '<' || c == '>' || c == ',' || c == ';' || c == '"' || c == ':';
  };
  const auto at = text.find('@');
  return at != std::string::npos && at > 0 && at + 1 < text.size() && text.rfind('@') == at &&
         text.size() <= kAddressMost && std::ranges::none_of(text, is_odd);
}

std::string failure_of(CURLcode code, const Letter& letter, long status) {
  if (code == CURLE_OK) return {};
  if (letter.is_refused) return "the mail server's address may not be reached";
  std::string text = std::string("the mail server: ") + curl_easy_strerror(code);
  if (status >= 400) text += " (" + std::to_string(status) + ")";
  return text;
}

}  // namespace

std::string mail_text(const MailParts& parts) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(parts.now);
  const std::string id = to_string(parts.delivery.id);
  const auto domain = parts.from.substr(parts.from.find('@') + 1);
  return fmt::format(
      "Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\n"
      "From: <{}>\r\nTo: <{}>\r\nSubject: BAS: {}\r\nMessage-ID: <{}@{}>\r\nWebhook-Id: {}\r\n"
      "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n",
      fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)), parts.from, parts.to,
      kOutletEventNames.of(parts.delivery.event), id, domain, id, outlet_body(parts.delivery));
}

Result<> Mail::check(const Outlet& outlet) {
  if (service_.url.empty() || from_.empty()) {
    return fail(ErrorCode::kRefused,
                "the configuration names no mail server: see outward.smtp_url and smtp_from");
  }
  if (is_mail_address(outlet.target) && is_mail_address(from_)) return {};
  return fail(ErrorCode::kBadInput, "the target is no mail address");
}

OutletAnswer Mail::send(const Parcel& parcel, std::stop_token stop) {
  OutletAnswer answer;
  const auto allowed = check(parcel.outlet);
  if (!allowed) {
    answer.failure = allowed.error().text;
    return answer;
  }
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  bas::check(kStarted == CURLE_OK);
  const std::string text = mail_text({from_, parcel.outlet.target, parcel.delivery, parcel.now});
  Letter letter{networks_, stop, text};
  const std::unique_ptr<CURL, FreeCurl> easy(curl_easy_init());
  const std::string to = "<" + parcel.outlet.target + ">";
  const std::unique_ptr<curl_slist, FreeCurl> recipients(curl_slist_append(nullptr, to.c_str()));
  const std::string from = "<" + from_ + ">";
  prepare(easy.get(), service_, letter);
  set(easy.get(), CURLOPT_MAIL_FROM, from.c_str());
  set(easy.get(), CURLOPT_MAIL_RCPT, recipients.get());
  if (const auto set_up = set_access(easy.get(), service_); !set_up) {
    answer.failure = set_up.error().text;
    return answer;
  }
  const CURLcode code = curl_easy_perform(easy.get());
  long status = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  answer.failure = failure_of(code, letter, status);
  if (code == CURLE_OK) answer.verdict = OutletAnswer::Verdict::kDelivered;
  return answer;
}

}  // namespace bas::outward

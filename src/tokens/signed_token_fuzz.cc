// Tokens, key sets and claims from any text: refused, or what the key of the corpus has signed.
#include "tokens/id_token.h"
#include "tokens/logout_token.h"

namespace {

// Its private half made the tokens of tests/corpus/signed_token, and was thrown away.
constexpr const char* kKeys =
    R"({"keys":[{"kty":"EC","crv":"P-256","kid":"fuzz",
    "x":"HB7PgTKYpcyF7ya9E9eimLGzy2RPlEmlQuT9Xk8fwxU",
    "y":"PPHgTKflDEXIxBrK8JmJgHcGNSdkNYV2TCgWJNUPsQU"}]})";
constexpr bas::UtcTime kFuzzNow{std::chrono::seconds{1'796'000'000}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  namespace tokens = bas::tokens;
  static const tokens::KeySet keys = tokens::KeySet::parse(kKeys).value();
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const tokens::Expected expected{"https://login.zone.example", "bas", kFuzzNow};
  if (const auto parsed = tokens::KeySet::parse(text); parsed) (void)parsed->open(text);

  // Whatever opens was signed by the provider: its claims are those of the corpus.
  if (const auto opened = keys.open(text); opened) {
    const auto subject = opened->claims.find("sub");
    if (subject == opened->claims.end() || *subject != "u-17") __builtin_trap();
  }
  tokens::SignedToken token{"", nlohmann::json::parse(text, nullptr, false)};
  if (!token.claims.is_object()) return 0;
  const auto signed_in = tokens::read_id_token(token.claims, {.expected = expected});
  if (signed_in && signed_in->subject.empty()) __builtin_trap();
  const auto signed_out = tokens::read_logout_token(token, expected);
  if (signed_in && signed_out) __builtin_trap();  // one token is never both
  if (signed_out && signed_out->subject.empty() && signed_out->session.empty()) __builtin_trap();
  return 0;
}

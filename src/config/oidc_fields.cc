#include "config/oidc_fields.h"

namespace bas::config {

void add_oidc(std::vector<Field>& table) {
  table.push_back(
      {"oidc.issuer",
       "Identity provider with whose accounts people may sign in (OpenID Connect), as "
       "its tokens name it, to the letter. Empty: with accounts of this server alone.",
       "Goes together with client_id, client_secret_file, redirect_url and groups_file; "
       "docs/protocols/sign_in.md says how to set both sides up.",
       TextField{[](Settings& s) -> auto& { return s.oidc.issuer; }, {}}});
  table.push_back({"oidc.client_id", "What the provider calls this server.", "",
                   TextField{[](Settings& s) -> auto& { return s.oidc.client_id; }, {}}});
  table.push_back({"oidc.client_secret_file",
                   "File whose first line is the secret that the provider gave with client_id; "
                   "read at every sign-in, so that a new one needs no restart.",
                   "", PathField{[](Settings& s) -> auto& { return s.oidc.client_secret_file; }}});
  table.push_back({"oidc.redirect_url",
                   "Where browsers come back to: the address of this server as people type it, and "
                   "/api/v1/sign-in/provider/return behind it.",
                   "", TextField{[](Settings& s) -> auto& { return s.oidc.redirect_url; }, {}}});
  table.push_back({"oidc.groups_file",
                   "File that says which group of the provider stands for which role, zone and "
                   "term, as in docs/protocols/sign_in.md; read at the start.",
                   "Who is in none of these groups is not let in.",
                   PathField{[](Settings& s) -> auto& { return s.oidc.groups_file; }}});
  table.push_back({"oidc.groups_claim", "Claim of the ID token that holds the groups.", "",
                   TextField{[](Settings& s) -> auto& { return s.oidc.groups_claim; }, {}}});
  table.push_back({"oidc.scopes",
                   "What is asked of the provider; openid has to be among it, and whatever makes "
                   "it put the groups into the ID token.",
                   "", TextField{[](Settings& s) -> auto& { return s.oidc.scopes; }, {}}});
  table.push_back({"oidc.ca_file",
                   "PEM authorities that the provider's certificate is trusted by. Empty: those of "
                   "the machine.",
                   "", PathField{[](Settings& s) -> auto& { return s.oidc.ca_file; }}});
  table.push_back(
      {"scim.token_file",
       "File whose first line is the bearer token with which the provider's directory "
       "says who has left (SCIM 2.0, below /scim/v2); 32 bytes or more, read at every "
       "request. Empty: no directory is listened to.",
       "Whoever holds it can lock every account of the provider out, and let nobody in.",
       PathField{[](Settings& s) -> auto& { return s.scim.token_file; }}});
}

}  // namespace bas::config

#include "app/server_call.h"

#include <fmt/format.h>

#include <future>

#include "app/data_folder.h"
#include "app/running.h"
#include "app/settings.h"
#include "base/file.h"
#include "net/target.h"

namespace bas::app {

namespace {

constexpr std::size_t kSmallFileMax = 4'096;
constexpr std::chrono::minutes kAnswerTimeout{30};  // a long import

std::string first_line(const std::string& text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

Result<std::string> token_for(const ServerChoice& choice, LocalAccount account) {
  if (!choice.token_file.empty()) {
    return first_line(TRY(read_file(choice.token_file, kSmallFileMax)));
  }
  return make_local_token(TRY(data_folder_of(choice.url)), account);
}

const std::string& ServerCall::Tokens::of(std::string_view target) const {
  return local_account_for(target) == LocalAccount::kListKeeper ? list_keeper : administrator;
}

Result<std::unique_ptr<ServerCall>> ServerCall::open(const ServerChoice& choice) {
  std::unique_ptr<ServerCall> call(new ServerCall);
  net::HttpClientSettings client;
  client.connections_per_host = 4;
  client.request_timeout = kAnswerTimeout;
  call->client_ = TRY(net::HttpClient::open(std::move(client)));
  if (choice.url.empty()) {
    TRY(call->use_data_folder(choice));
    return call;
  }
  call->url_ = choice.url;
  call->tokens_.administrator = TRY(token_for(choice, LocalAccount::kAdministrator));
  call->tokens_.list_keeper = TRY(token_for(choice, LocalAccount::kListKeeper));
  return call;
}

Result<> ServerCall::use_data_folder(const ServerChoice& choice) {
  const std::filesystem::path& folder = choice.data_folder;
  tokens_.administrator = TRY(make_local_token(folder, LocalAccount::kAdministrator));
  tokens_.list_keeper = TRY(make_local_token(folder, LocalAccount::kListKeeper));
  if (const auto address = read_file(DataFolder{folder}.address_file(), kSmallFileMax)) {
    url_ = first_line(*address);
    net::ClientRequest question;
    question.url = url_ + "/livez";
    const auto alive = client_->fetch(std::move(question));
    if (alive && alive->status == 200) return {};
    url_.clear();
  }
  SettingsChoice settings;
  settings.config_file = choice.config_file;
  settings.data_folder = folder;
  ApplicationSettings loaded = TRY(load_settings(settings));
  application_ = TRY(Application::open(std::move(loaded)));
  return {};
}

Result<CallAnswer> ServerCall::send(Call call) {
  if (application_) return dispatch(std::move(call));
  net::ClientRequest request;
  request.method = std::move(call.method);
  request.url = url_ + call.target;
  request.headers = {{"Authorization", "Bearer " + tokens_.of(call.target)},
                     {"Content-Type", std::move(call.content_type)}};
  if (!call.if_match.empty()) request.headers.push_back({"If-Match", std::move(call.if_match)});
  request.body = std::move(call.body);
  auto response = TRY(client_->fetch(std::move(request)));
  return CallAnswer{response.status, std::move(response.body)};
}

Result<CallAnswer> ServerCall::dispatch(Call call) {
  net::Target target = TRY(net::parse_target(call.target));
  net::Request request;
  request.method = std::move(call.method);
  request.path = std::move(target.path);
  request.query = std::move(target.query);
  request.headers = {{"Authorization", "Bearer " + tokens_.of(call.target)},
                     {"Content-Type", std::move(call.content_type)}};
  if (!call.if_match.empty()) request.headers.push_back({"If-Match", std::move(call.if_match)});
  request.body = std::move(call.body);
  request.is_loopback = true;
  std::promise<net::Response> answered;
  application_->router().dispatch(
      std::move(request), [&](net::Response response) { answered.set_value(std::move(response)); });
  net::Response response = answered.get_future().get();
  return CallAnswer{response.status, std::move(response.body)};
}

}  // namespace bas::app

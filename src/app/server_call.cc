#include "app/server_call.h"

#include <fmt/format.h>

#include <future>

#include "app/data_folder.h"
#include "app/local_token.h"
#include "app/running.h"
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

Result<std::string> token_for(const ServerChoice& choice) {
  if (!choice.token_file.empty()) {
    return first_line(TRY(read_file(choice.token_file, kSmallFileMax)));
  }
  return make_local_token(TRY(data_folder_of(choice.url)));
}

Result<std::unique_ptr<ServerCall>> ServerCall::open(const ServerChoice& choice) {
  std::unique_ptr<ServerCall> call(new ServerCall);
  net::HttpClientSettings client;
  client.connections_per_host = 4;
  client.request_timeout = kAnswerTimeout;
  call->client_ = TRY(net::HttpClient::open(std::move(client)));
  if (choice.url.empty()) {
    TRY(call->use_data_folder(choice.data_folder));
    return call;
  }
  call->url_ = choice.url;
  call->token_ = TRY(token_for(choice));
  return call;
}

Result<> ServerCall::use_data_folder(const std::filesystem::path& folder) {
  token_ = TRY(make_local_token(folder));
  if (const auto address = read_file(DataFolder{folder}.address_file(), kSmallFileMax)) {
    url_ = first_line(*address);
    net::ClientRequest question;
    question.url = url_ + "/livez";
    const auto alive = client_->fetch(std::move(question));
    if (alive && alive->status == 200) return {};
    url_.clear();
  }
  ApplicationSettings settings;
  settings.data_folder = folder;
  application_ = TRY(Application::open(std::move(settings)));
  return {};
}

Result<CallAnswer> ServerCall::send(Call call) {
  if (application_) return dispatch(std::move(call));
  net::ClientRequest request;
  request.method = std::move(call.method);
  request.url = url_ + call.target;
  request.headers = {{"Authorization", "Bearer " + token_},
                     {"Content-Type", std::move(call.content_type)}};
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
  request.headers = {{"Authorization", "Bearer " + token_},
                     {"Content-Type", std::move(call.content_type)}};
  request.body = std::move(call.body);
  request.is_loopback = true;
  std::promise<net::Response> answered;
  application_->router().dispatch(
      std::move(request), [&](net::Response response) { answered.set_value(std::move(response)); });
  net::Response response = answered.get_future().get();
  return CallAnswer{response.status, std::move(response.body)};
}

}  // namespace bas::app

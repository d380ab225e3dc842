#include "net/http_client.h"

#include <future>

#include "net/client_core.h"
#include "net/tls.h"

namespace bas::net {
namespace {

bool is_method(std::string_view method) {
  return !method.empty() &&
         method.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string_view::npos;
}

}  // namespace

Result<std::unique_ptr<HttpClient>> HttpClient::open(HttpClientSettings settings) {
  if (settings.threads < 1 || settings.connections_per_host < 1) {
    return fail(ErrorCode::kBadInput, "A client needs at least one thread and one connection.");
  }
  auto shared = std::make_shared<ClientShared>();
  shared->tls = TRY(make_client_context(settings));
  shared->settings = std::move(settings);
  auto core = std::make_shared<ClientCore>();
  core->shared = shared;
  const auto threads = static_cast<std::size_t>(shared->settings.threads);
  const std::size_t connections = (shared->settings.connections_per_host + threads - 1) / threads;
  for (std::size_t i = 0; i < threads; ++i) {
    core->loops.push_back(std::make_shared<Loop>());
    core->pools.push_back(std::make_unique<ClientPool>(shared, core->loops.back(), connections));
  }
  return std::unique_ptr<HttpClient>(new HttpClient(std::move(core)));
}

HttpClient::HttpClient(std::shared_ptr<ClientCore> core) : core_(std::move(core)) {}

HttpClient::~HttpClient() {
  for (std::size_t i = 0; i < core_->loops.size(); ++i) {
    core_->loops[i]->post([pool = core_->pools[i].get()] { pool->stop(); });
    core_->loops[i]->end();
  }
}

void HttpClient::send(ClientRequest request, OnResponse on_response) {
  auto url = parse_url(request.url);
  if (!url || !is_method(request.method)) {
    on_response(fail(ErrorCode::kBadInput,
                     url ? "The method is not one of HTTP." : std::move(url.error().text)));
    return;
  }
  const std::size_t turn = core_->next();
  ClientPool* pool = core_->pools[turn].get();
  if (pool->waiting.fetch_add(1) >= core_->shared->settings.queue_max / core_->pools.size()) {
    --pool->waiting;
    on_response(fail(ErrorCode::kUnavailable, "Too many requests are waiting already."));
    return;
  }
  // std::function wants a copyable target; the job itself is not copied.
  auto job = std::make_shared<std::unique_ptr<ClientJob>>(
      new ClientJob{std::move(request), std::move(*url), std::move(on_response), false});
  core_->loops[turn]->post([pool, job] { pool->submit(std::move(*job)); });
}

Result<ClientResponse> HttpClient::fetch(ClientRequest request) {
  auto promise = std::make_shared<std::promise<Result<ClientResponse>>>();
  auto future = promise->get_future();
  send(std::move(request),
       [promise](Result<ClientResponse> response) { promise->set_value(std::move(response)); });
  return future.get();
}

}  // namespace bas::net

#include "net/client_pool.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace bas::net {
namespace {

// Shorter than the idle time-outs usual with servers, so that they rarely close first.
constexpr std::chrono::seconds kIdleMax{15};

void fail_job(const ClientJob& job, ErrorCode code, std::string text) {
  job.on_response(fail(code, std::move(text)));
}

}  // namespace

void ClientPool::submit(std::unique_ptr<ClientJob> job) {
  if (stopped_) {
    --waiting;
    fail_job(*job, ErrorCode::kUnavailable, "The client is closed.");
    return;
  }
  Host& host = hosts_[job->url.origin()];
  const Url url = job->url;
  host.queue.push_back(std::move(job));
  if (!host.idle.empty()) {
    PooledConnection* connection = host.idle.back();
    host.idle.pop_back();
    connection->wake();
  } else if (host.open < connections_per_host_) {
    std::make_shared<PooledConnection>(*this, host)->start(url);
  }
}

std::unique_ptr<ClientJob> ClientPool::next(Host& host) {
  if (host.queue.empty()) return nullptr;
  auto job = std::move(host.queue.front());
  host.queue.pop_front();
  --waiting;
  return job;
}

void ClientPool::stop() {
  stopped_ = true;
  for (auto& [origin, host] : hosts_) {
    while (auto job = next(host)) {
      fail_job(*job, ErrorCode::kUnavailable, "The client is closed.");
    }
  }
  loop_->each([](LoopMember& member) { member.stop_now(); });
}

PooledConnection::PooledConnection(ClientPool& pool, ClientPool::Host& host)
    : pool_(pool),
      host_(host),
      link_(pool.shared_, pool.loop_),
      work_(pool.loop_),
      parser_(WireParser::Kind::kResponse, kAnswerHeaderBytesMax) {
  ++host_.open;
}

void PooledConnection::start(Url url) {
  asio::co_spawn(
      pool_.loop_->context(),
      [](std::shared_ptr<PooledConnection> self, Url to) -> Task<void> {
        co_await self->run(std::move(to));
      }(shared_from_this(), std::move(url)),
      asio::detached);
}

Task<void> PooledConnection::run(Url url) {
  const Membership membership{*pool_.loop_, this};
  const auto error = co_await link_.connect(url);
  if (!error) {
    co_await serve();
  } else if (auto job = pool_.next(host_)) {
    fail_job(*job, error->code, error->text);
  }
  link_.stop_now();
  std::erase(host_.idle, this);
  --host_.open;
  // The rest of the queue needs another connection.
  if (!host_.queue.empty() && !pool_.stopped_ && host_.open < pool_.connections_per_host_) {
    std::make_shared<PooledConnection>(pool_, host_)->start(std::move(url));
  }
}

Task<void> PooledConnection::serve() {
  bool keep = true;
  while (keep && link_.is_open()) {
    auto job = co_await wait_for_job();
    if (!job) co_return;
    keep = co_await exchange(std::move(job));
    is_used_ = true;
  }
}

Task<std::unique_ptr<ClientJob>> PooledConnection::wait_for_job() {
  auto job = pool_.next(host_);
  link_.expect_within(std::chrono::milliseconds::max());
  while (!job && link_.is_open()) {
    host_.idle.push_back(this);
    idle_since_ = std::chrono::steady_clock::now();
    co_await work_.wait();
    idle_since_ = SteadyTime::max();
    std::erase(host_.idle, this);
    if (link_.is_open()) job = pool_.next(host_);
  }
  co_return job;
}

Task<bool> PooledConnection::exchange(std::unique_ptr<ClientJob> job) {
  const std::string_view body =
      job->request.shared_body ? *job->request.shared_body : job->request.body;
  const std::string head = request_head(job->request, job->url, body.size());
  is_head_ = job->request.method == "HEAD";
  has_answer_ = is_too_large_ = false;
  expect_answer();
  link_.expect_within(pool_.shared_->settings.request_timeout);
  // A server that refuses early stops reading: what it has to say counts, not our failed write.
  const bool written = co_await link_.write(head, body);
  const SteadyTime sent_at = std::chrono::steady_clock::now();
  if ((!written && link_.timed_out()) || !co_await receive()) {
    give_up(std::move(job));
    co_return false;
  }
  const bool keep = written && parser_.head().keep_alive;
  end(std::move(job), sent_at);
  co_return keep;
}

void PooledConnection::expect_answer() {
  parser_.reset();
  parser_.set_body_bytes_max(pool_.shared_->settings.response_bytes_max);
  if (is_head_) parser_.expect_no_body();
}

// One whole answer; those before the final one (1xx) are passed over.
Task<bool> PooledConnection::receive() {
  while (true) {
    const Put put = parser_.put(buffer_.view());
    buffer_.consume(put.consumed);
    if (put.state == Parse::kFailed) {
      is_too_large_ = parser_.failure() == ParseFailure::kBodyTooLarge;
      co_return false;
    }
    const bool is_interim = parser_.head().status >= 100 && parser_.head().status < 200;
    if (put.state == Parse::kDone && !is_interim) co_return true;
    if (put.state == Parse::kDone) expect_answer();
    if (put.consumed > 0) continue;
    if (buffer_.size() > kAnswerHeaderBytesMax) co_return false;
    const std::size_t bytes = co_await link_.read(buffer_.prepare(kAnswerReadBytes));
    if (bytes == 0) {
      co_return link_.is_open() && has_answer_&& parser_.put_end() == Parse::kDone;
    }
    has_answer_ = true;
    buffer_.commit(bytes);
  }
}

void PooledConnection::end(std::unique_ptr<ClientJob> job, SteadyTime sent_at) {
  ClientResponse response;
  response.status = parser_.head().status;
  response.headers = std::move(parser_.head().headers);
  response.body = std::move(parser_.body());
  response.sent_at = sent_at;
  response.received_at = std::chrono::steady_clock::now();
  job->on_response(std::move(response));
}

void PooledConnection::give_up(std::unique_ptr<ClientJob> job) {
  const bool was_cut_while_idle = is_used_ && !has_answer_ && !link_.timed_out();
  if (was_cut_while_idle && !job->is_repeated && !pool_.stopped_) {
    job->is_repeated = true;
    ++pool_.waiting;
    host_.queue.push_front(std::move(job));
    return;  // run() sees the queue and opens another connection
  }
  if (is_too_large_) {
    fail_job(*job, ErrorCode::kTooLarge, "The answer is too large.");
  } else if (link_.timed_out()) {
    fail_job(*job, ErrorCode::kUnavailable, job->url.authority() + " did not answer in time.");
  } else {
    fail_job(*job, ErrorCode::kUnavailable,
             job->url.authority() + " cut the connection or did not speak HTTP.");
  }
}

void PooledConnection::sweep(SteadyTime now) {
  link_.sweep(now);
  if (idle_since_ != SteadyTime::max() && now - idle_since_ > kIdleMax) stop_now();
}

void PooledConnection::stop_now() {
  link_.stop_now();
  work_.set();
}

}  // namespace bas::net

// A running server with a few routes, for tests.
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "net/server.h"
#include "net/test_socket.h"

namespace bas::net {

inline Response text(std::string body) {
  Response response;
  response.content_type = "text/plain";
  response.body = std::move(body);
  return response;
}

// GET /hello, POST /echo (64 KiB), POST /tiny (10 bytes), GET /about/{id}, GET /slow (a worker),
// GET /later (answers when `answer_later` is called), GET /never, GET /throw.
class TestServer {
 public:
  explicit TestServer(ServerSettings settings = {}, Router router = {}) {
    add_routes(router);
    auto opened =
        Server::open(std::move(settings), std::make_shared<const Router>(std::move(router)),
                     [this](const AnswerRecord& record) { note(record); });
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().text);
    server_ = std::move(*opened);
  }

  std::uint16_t port() const { return server_->port(); }
  Server& server() { return *server_; }
  void stop() { server_->stop(); }

  struct Seen {
    std::string pattern;
    int status;
    std::size_t bytes_in;
    std::size_t bytes_out;
    std::string id;
  };
  // Waits until `count` answers were observed.
  std::vector<Seen> seen(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds{10}, [&] { return seen_.size() >= count; });
    return seen_;
  }

  // Waits for GET /later and takes its Respond.
  Respond later() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds{10}, [&] { return later_ != nullptr; });
    return std::exchange(later_, nullptr);
  }

  // Waits until at most `count` connections are open.
  bool settles_at(std::size_t count) {
    for (int i = 0; i < 10'000 && server_->connections() > count; ++i) ::usleep(1000);
    return server_->connections() <= count;
  }

 private:
  void note(const AnswerRecord& record) {
    const std::lock_guard lock(mutex_);
    seen_.push_back({std::string{record.pattern}, record.status, record.bytes_in, record.bytes_out,
                     std::string{record.request_id}});
    changed_.notify_all();
  }

  void add_routes(Router& router) {
    const auto add = [&](std::string method, std::string pattern, Run run, Handler handler) {
      const std::size_t bytes = pattern == "/tiny" ? 10 : 64 * 1024;
      router.add({std::move(method), std::move(pattern), run, bytes, std::move(handler)});
    };
    add("GET", "/hello", Run::kInline, [](Request, Respond respond) { respond(text("hello")); });
    add("GET", "/about/{id}", Run::kInline, [](Request request, Respond respond) {
      respond(text(std::string{request.path_value("id")} + "?" +
                   std::string{request.query_value("q")}));
    });
    const Handler echo = [](Request request, Respond respond) {
      respond(text(std::move(request.body)));
    };
    add("POST", "/echo", Run::kInline, echo);
    add("POST", "/tiny", Run::kInline, echo);
    add("POST", "/work", Run::kWorker, echo);
    add("GET", "/never", Run::kInline, [](Request, Respond) {});
    add("GET", "/throw", Run::kInline,
        [](Request, Respond) { throw std::runtime_error("on purpose"); });
    add("GET", "/later", Run::kInline, [this](Request, Respond respond) {
      const std::lock_guard lock(mutex_);
      later_ = std::move(respond);
      changed_.notify_all();
    });
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Seen> seen_;
  Respond later_;
  std::unique_ptr<Server> server_;
};

}  // namespace bas::net

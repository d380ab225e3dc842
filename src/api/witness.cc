#include "api/witness.h"

namespace bas::api {

namespace {

constexpr std::size_t kAskedBytesMax = 128 * 1024;  // a note of 64 KiB and 63 hashes

net::Response answered(flow::WitnessBook& book, const net::Request& request) {
  net::Response response;
  response.headers = {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}};
  const auto answer = book.add(request.body);
  if (!answer) {
    response.status = answer.error().code == ErrorCode::kBadInput ? 400 : 503;
    response.content_type = "text/plain; charset=utf-8";
    response.body = answer.error().text + "\n";
    return response;
  }
  response.status = answer->status;
  response.content_type = answer->status == 409 && !answer->body.empty()
                              ? "text/x.tlog.size"
                              : "text/plain; charset=utf-8";
  response.body = answer->body;
  return response;
}

}  // namespace

void add_witness(net::Router& router, flow::WitnessBook& book) {
  router.add({.method = "POST",
              .pattern = "/add-checkpoint",
              .run = net::Run::kWorker,
              .body_bytes_max = kAskedBytesMax,
              .handler = [&book](const net::Request& request, const net::Respond& respond) {
                respond(answered(book, request));
              }});
}

}  // namespace bas::api

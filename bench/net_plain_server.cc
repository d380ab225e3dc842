// The bare server with one network thread: POST /ingest answers 200 "ok". Writes its port to
// standard output and ends when standard input does.
#include <cstdio>

#include "net/server.h"

int main() {
  bas::net::Router router;
  router.add({"POST", "/ingest", bas::net::Run::kInline, 64 * 1024,
              [](bas::net::Request, const bas::net::Respond& respond) {
                bas::net::Response response;
                response.content_type = "text/plain";
                response.body = "ok";
                respond(std::move(response));
              }});
  bas::net::ServerSettings settings;
  settings.threads = 1;
  settings.worker_threads = 1;
  const auto server =
      bas::net::Server::open(settings, std::make_shared<const bas::net::Router>(std::move(router)));
  if (!server) {
    std::fprintf(stderr, "%s\n", server.error().text.c_str());
    return 1;
  }
  std::printf("%u\n", static_cast<unsigned>((*server)->port()));
  std::fflush(stdout);
  while (std::getchar() != EOF) continue;
  return 0;
}

// Administration from the command line: the same calls as anybody's, to a running server, or, when
// none runs on the data folder, to one opened for the length of the command.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/application.h"
#include "net/http_client.h"

namespace bas::app {

// Which server, and as whom. Without `url` it is the one of `data_folder`, and whoever may write
// that folder acts as its administrator.
struct ServerChoice {
  std::filesystem::path data_folder = "bas-data";
  std::string url = {};         // "http://127.0.0.1:8080"
  std::string token_file = {};  // needed where `url` is not a server of this user on this machine
};

struct Call {
  std::string method;
  std::string target;  // path and query
  std::string content_type = "application/json";
  std::string body = {};
};

struct CallAnswer {
  int status = 0;
  std::string body;
};

// A token for the server at `choice.url`: the file's, or, on a server of this user on this machine,
// a fresh one good for a day.
Result<std::string> token_for(const ServerChoice& choice);

// Threads: one.
class ServerCall {
 public:
  static Result<std::unique_ptr<ServerCall>> open(const ServerChoice& choice);

  // The answer, whatever its status; an Error only when none came.
  Result<CallAnswer> send(Call call);

 private:
  ServerCall() = default;
  Result<> use_data_folder(const std::filesystem::path& folder);
  Result<CallAnswer> dispatch(Call call);

  std::string url_;
  std::string token_;
  std::unique_ptr<net::HttpClient> client_;
  std::unique_ptr<Application> application_;  // set when no server runs
};

}  // namespace bas::app

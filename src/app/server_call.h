// Administration from the command line: the same calls as anybody's, to a running server, or, when
// none runs on the data folder, to one opened for the length of the command.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/application.h"
#include "app/local_token.h"
#include "net/http_client.h"

namespace bas::app {

// Which server, and as whom. Without `url` it is the one of `data_folder`, and whoever may write
// that folder acts as its administrator, and
// as who keeps its lists.
struct ServerChoice {
  std::filesystem::path data_folder = "bas-data";
  std::string config_file = {};  // of a server that is opened for the command
  std::string url = {};          // "http://127.0.0.1:8080"
  std::string token_file = {};   // needed where `url` is not a server of this user on this machine
};

struct Call {
  std::string method;
  std::string target;  // path and query
  std::string content_type = "application/json";
  std::string body = {};
  std::string if_match = {};  // the ETag of what is to be changed, where the address asks for it
};

struct CallAnswer {
  int status = 0;
  std::string body;
};

// A token for the server at `choice.url`: the file's, or, on a server of this user on this machine,
// a fresh one of that account, good for a day.
Result<std::string> token_for(const ServerChoice& choice, LocalAccount account);

// Threads: one.
class ServerCall {
 public:
  static Result<std::unique_ptr<ServerCall>> open(const ServerChoice& choice);

  // The answer, whatever its status; an Error only when none came.
  Result<CallAnswer> send(Call call);

 private:
  // The same twice where a file named one.
  struct Tokens {
    std::string administrator;
    std::string list_keeper;
    const std::string& of(std::string_view target) const;
  };

  ServerCall() = default;
  Result<> use_data_folder(const ServerChoice& choice);
  Result<CallAnswer> dispatch(Call call);

  std::string url_;
  Tokens tokens_;
  std::unique_ptr<net::HttpClient> client_;
  std::unique_ptr<Application> application_;  // set when no server runs
};

}  // namespace bas::app

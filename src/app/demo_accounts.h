// The people of the demo.
#pragma once

#include <string>
#include <vector>

#include "app/server_call.h"

namespace bas::app {

struct DemoLogin {
  std::string name;
  std::string role;
  std::string zone;  // code; empty for the province
  std::string language;
};

// At least one of each role that has something to do here, and an operator in each zone.
const std::vector<DemoLogin>& demo_logins();

// Adds them with one password for all, drawn anew for each demo. The zones must be there.
Result<std::string> add_demo_accounts(ServerCall& server);

}  // namespace bas::app

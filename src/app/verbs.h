// The verbs of `bas`. Each adds itself to the command line and says what to do when it is chosen.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/result.h"

namespace CLI {
class App;
}

namespace bas::app {

// 0 done, 1 failed, 2 wrong usage.
int run(int argc, char** argv);

// The most that is read of a file named on the command line.
inline constexpr std::size_t kGivenFileBytesMax = std::size_t{4} << 30;

// What the chosen verb does; set by its callback, run after the command line has been read.
using Action = std::function<Result<>()>;

void add_serve(CLI::App& app, Action& chosen);
void add_demo(CLI::App& app, Action& chosen);
void add_simulate(CLI::App& app, Action& chosen);
void add_decode(CLI::App& app, Action& chosen);
void add_match(CLI::App& app, Action& chosen);
void add_known(CLI::App& app, Action& chosen);
void add_misreads(CLI::App& app, Action& chosen);
void add_ledger(CLI::App& app, Action& chosen);
void add_search(CLI::App& app, Action& chosen);
void add_grants(CLI::App& app, Action& chosen);
void add_authorisations(CLI::App& app, Action& chosen);
void add_policy(CLI::App& app, Action& chosen);
void add_list(CLI::App& app, Action& chosen);
void add_province(CLI::App& app, Action& chosen);
void add_accounts(CLI::App& app, Action& chosen);
void add_user_changes(CLI::App& user, Action& chosen);  // those of `bas user`
void add_identity(CLI::App& app, Action& chosen);
void add_day(CLI::App& app, Action& chosen);
void add_doctor(CLI::App& app, Action& chosen);
void add_config(CLI::App& app, Action& chosen);
void add_migrate(CLI::App& app, Action& chosen);

}  // namespace bas::app

// Which data folder the server at a local address works on, so that the command line of the same
// user needs to be told only the address.
#pragma once

#include <filesystem>
#include <string>

#include "app/data_folder.h"

namespace bas::app {

// Notes it in a folder of this user's own; a note left behind by a crash is overwritten.
// Notes the address in the data folder too.
Result<> note_running(const std::string& address, const DataFolder& data);
// What cannot be removed is logged.
void forget_running(const std::string& address, const DataFolder& data);

// kNotFound when no server of this user was started at `url`.
Result<std::filesystem::path> data_folder_of(const std::string& url);

}  // namespace bas::app

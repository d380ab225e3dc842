// Pictures as they are asked for and given out.
#pragma once

#include <string>

#include "base/result.h"
#include "net/http.h"

namespace bas::api {

// `{number}` of the address; kNotFound when it is none.
Result<std::size_t> picture_number(const net::Request& request);

// Why the people in it have to be seen; empty: they need not. kTooLarge beyond 500 bytes.
Result<std::string> unblur_reason(const net::Request& request);

// The file as it came, kept by nobody on the way, run by no browser.
net::Response picture_answer(std::string bytes);

}  // namespace bas::api

// Setting an option of libcurl, checked. For .cc files of this folder only.
#pragma once

#include <curl/curl.h>

#include "base/check.h"

namespace bas::fetch {

// An option that this libcurl lacks is a mistake of the build, not of the world.
template <typename Value>
void set_option(CURL* easy, CURLoption option, Value value) {
  check(curl_easy_setopt(easy, option, value) == CURLE_OK);
}

}  // namespace bas::fetch

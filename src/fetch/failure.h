// What libcurl says of a failure, in our words. For .cc files of this folder only.
#pragma once

#include <curl/curl.h>

#include "base/result.h"
#include "fetch/address.h"
#include "fetch/receiver.h"

namespace bas::fetch {

Error error_of(CURLcode code, const Receiver& receiver, const Address& address);

}  // namespace bas::fetch

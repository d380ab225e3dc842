// What the Dutch register's open data say of a vehicle (data set m9d7-ebf2).
#pragma once

#include <string_view>

#include "registers/asked_register.h"

namespace bas::registers {

// `body` is an array with one row a vehicle, values as text, a missing key for an empty value; an
// empty array for a plate it does not know. Fails unless every row is of `plate` and all rows say
// the same. Pure; leaves answered_at to the caller. Source: docs/protocols/registers.md.
Asked read_rdw(std::string_view body, std::string_view plate);

}  // namespace bas::registers

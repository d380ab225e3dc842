// What is done with lists and entries, in one place to include for whoever offers it.
#pragma once

#include "flow/entry_actions.h"
#include "flow/known_plates.h"
#include "flow/list_keeper.h"
#include "flow/list_reports.h"
#include "flow/misread_book.h"
#include "flow/plate_checks.h"
#include "flow/previews.h"

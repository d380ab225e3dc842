// All that is kept relationally, in one place to include for whoever implements or wires it.
#pragma once

#include "ports/account_store.h"
#include "ports/delivery_store.h"
#include "ports/hit_facts.h"
#include "ports/hit_store.h"
#include "ports/list_store.h"
#include "ports/paper_store.h"
#include "ports/province_store.h"
#include "ports/pursuit_store.h"
#include "ports/quarantine_store.h"
#include "ports/revision_store.h"

// The engines that this build keeps data in: the only place that chooses them.
#pragma once

#include "blobs_fs/file_blob_store.h"
#include "blobs_fs/file_held_store.h"
#include "control_sql/control_sql.h"
#include "store_rocks/rocks_read_store.h"

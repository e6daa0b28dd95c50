#pragma once
#include <sqlite3.h>

// Swift cannot call a C function with a variable number of arguments.
static inline void sqlite3_leave_memory_uncounted(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

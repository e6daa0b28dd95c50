#pragma once
#ifdef __linux__
#include <malloc.h>
#endif
#include <sqlite3.h>

// Swift cannot call a C function with a variable number of arguments.
static inline void sqlite3_leave_memory_uncounted(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Else glibc keeps what a growing table has outgrown, once the first such piece was let go.
static inline void memory_give_back_large_pieces(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 19);
#endif
}

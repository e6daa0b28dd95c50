#pragma once
#ifdef __linux__
#include <malloc.h>
#endif
#include <sqlite3.h>

// Swift cannot call a C function with a variable number of arguments.
static inline void sqlite3_leave_memory_uncounted(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Else glibc keeps what a growing table has outgrown, once the first such piece was let go, and asks the kernel for every
// page of a thread's own memory one by one.
static inline void memory_settle(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 19);
  mallopt(M_TOP_PAD, 1 << 22);
#endif
}

#pragma once
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>

// Swift imports neither macros that compute nor mutable globals nor variadics; these stand in for them.

static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_reverse(void) { return A_REVERSE; }
static inline attr_t curses_dim(void) { return A_DIM; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }

/* Glibc's own header hides it from Swift. */
int memfd_create(const char *name, unsigned int flags);

/* newterm, unlike initscr, comes back when the terminal is unknown. */
static inline SCREEN *curses_open(FILE *output) { return newterm(NULL, output, stdin); }
static inline WINDOW *curses_window(void) { return stdscr; }

/* The next refresh paints everything anew: after a resize nobody knows what is on the screen. */
static inline void curses_forget(void) { clearok(curscr, TRUE); }

static inline bool codeset_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/* A capability that is a string, or NULL where the terminal has none. */
static inline const char *curses_capability(const char *name) {
  char *found = tigetstr((char *)name);
  return found == (char *)-1 ? NULL : found;
}

/* Sends a capability with its padding at once; putp has a buffer apart from that of curses. */
static inline void curses_send(const char *capability) {
  if (!capability) return;
  putp(capability);
  fflush(stdout);
}

static inline bool terminal_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(1, TIOCGWINSZ, &size) != 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return *rows > 0 && *columns > 0;
}

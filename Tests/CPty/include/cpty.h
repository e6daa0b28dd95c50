#pragma once
#include <stdint.h>
#include <sys/types.h>

/* Starts a program on a new pseudo-terminal; gives its master side, or -1. */
int pty_spawn(char *const argv[], char *const envp[], int rows, int columns, pid_t *pid);
int pty_resize(int terminal, int rows, int columns);
/* Whether the program has turned off line editing and signals from keys. */
int pty_is_raw(int terminal);

/* Takes up a UTF-8 locale, in which the library knows widths; 0 where there is none. */
int library_widths_are_utf8(void);
/* The C library's wcwidth, which Swift does not see. */
int library_width(uint32_t code);

#define _GNU_SOURCE
#include "cpty.h"
#include <fcntl.h>
#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

int pty_spawn(char *const argv[], char *const envp[], int rows, int columns, pid_t *pid) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int terminal = -1;
  pid_t child = forkpty(&terminal, 0, 0, &size);
  if (child < 0) return -1;
  if (child == 0) {
    /* Test threads block signals, and a child inherits that. */
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, 0);
    signal(SIGHUP, SIG_DFL);
    execve(argv[0], argv, envp);
    _exit(127);
  }
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  *pid = child;
  return terminal;
}

int pty_resize(int terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int pty_is_raw(int terminal) {
  struct termios state;
  return tcgetattr(terminal, &state) == 0 && !(state.c_lflag & (ICANON | ISIG));
}

int library_widths_are_utf8(void) { return setlocale(LC_CTYPE, "C.UTF-8") != 0; }

int library_width(uint32_t code) { return wcwidth((wchar_t)code); }

#pragma once
#include <stdint.h>

// What SQLite itself does, without any of our code between: to make a large store and to measure beside.
void *bare_connect(const char *path);
int bare_exec(void *db, const char *sql);
const char *bare_problem(void *db);
void *bare_prepare(void *db, const char *sql);
void bare_text(void *statement, int place, const char *text);
void bare_number(void *statement, int place, int64_t number);
// 100 for a row, 101 at the end.
int bare_next(void *statement);
const char *bare_read(void *statement, int column);
// Steps through all rows, reads every column and resets; gives the number of rows, or -1.
int bare_all(void *statement);
void bare_again(void *statement);
void bare_end(void *statement);
void bare_disconnect(void *db);

#include "bare.h"

#include <sqlite3.h>

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement = 0;
  sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0);
  return statement;
}

void *bare_connect(const char *path) {
  sqlite3 *db = 0;
  return sqlite3_open(path, &db) == SQLITE_OK ? db : 0;
}

int bare_exec(void *db, const char *sql) { return sqlite3_exec(db, sql, 0, 0, 0); }

const char *bare_problem(void *db) { return sqlite3_errmsg(db); }

void *bare_prepare(void *db, const char *sql) { return prepared(db, sql); }

void bare_text(void *statement, int place, const char *text) {
  sqlite3_bind_text(statement, place, text, -1, SQLITE_TRANSIENT);
}

void bare_number(void *statement, int place, int64_t number) { sqlite3_bind_int64(statement, place, number); }

int bare_next(void *statement) { return sqlite3_step(statement); }

const char *bare_read(void *statement, int column) { return (const char *)sqlite3_column_text(statement, column); }

int bare_all(void *statement) {
  int rows = 0, columns = sqlite3_column_count(statement);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    rows++;
    for (int column = 0; column < columns; column++) sqlite3_column_text(statement, column);
  }
  return sqlite3_reset(statement) == SQLITE_OK ? rows : -1;
}

void bare_again(void *statement) { sqlite3_reset(statement); }

void bare_end(void *statement) { sqlite3_finalize(statement); }

void bare_disconnect(void *db) { sqlite3_close(db); }

#include "bare.h"

#include <sqlite3.h>
#include <stdlib.h>

struct bare_store {
  sqlite3 *db;
  sqlite3_stmt *begin, *insert, *update, *commit;
};

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement = 0;
  sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0);
  return statement;
}

bare_store *bare_open(const char *path) {
  bare_store *store = calloc(1, sizeof *store);
  if (sqlite3_open(path, &store->db) != SQLITE_OK) return 0;
  sqlite3_exec(store->db,
               "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
               "CREATE TABLE event(seq INTEGER PRIMARY KEY, kind TEXT, subject INTEGER, subject_seq INTEGER,"
               "  move TEXT, to_state TEXT, actor TEXT, second TEXT, at INTEGER, day TEXT, data TEXT, hash BLOB,"
               "  UNIQUE (kind, subject, subject_seq)) STRICT;"
               "CREATE TABLE application(id INTEGER PRIMARY KEY, state TEXT, seq INTEGER, body TEXT) STRICT;"
               "INSERT INTO application VALUES (1, 'draft', 1, '');",
               0, 0, 0);
  store->begin = prepared(store->db, "BEGIN IMMEDIATE");
  store->insert = prepared(store->db,
                           "INSERT INTO event VALUES (?1 + 1, 'application', 1, ?1 + 1, 'edit', 'draft', 'chenjing',"
                           " NULL, 1763740800000, '2026-11-21', ?2, zeroblob(32))");
  store->update = prepared(store->db, "UPDATE application SET seq = ?1, body = ?2 WHERE id = 1");
  store->commit = prepared(store->db, "COMMIT");
  return store;
}

static int run(sqlite3_stmt *statement) {
  int result = sqlite3_step(statement);
  sqlite3_reset(statement);
  return result == SQLITE_DONE ? 0 : 1;
}

int bare_act(bare_store *store, int64_t seq, const char *data, const char *body) {
  int failed = run(store->begin);
  sqlite3_bind_int64(store->insert, 1, seq);
  sqlite3_bind_text(store->insert, 2, data, -1, SQLITE_TRANSIENT);
  failed |= run(store->insert);
  sqlite3_bind_int64(store->update, 1, seq);
  sqlite3_bind_text(store->update, 2, body, -1, SQLITE_TRANSIENT);
  failed |= run(store->update);
  return failed | run(store->commit);
}

void bare_close(bare_store *store) {
  sqlite3_finalize(store->begin);
  sqlite3_finalize(store->insert);
  sqlite3_finalize(store->update);
  sqlite3_finalize(store->commit);
  sqlite3_close(store->db);
  free(store);
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

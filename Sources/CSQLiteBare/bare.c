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

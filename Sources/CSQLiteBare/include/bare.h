#pragma once
#include <stdint.h>

// The yardstick of the bench: what one durable act costs SQLite itself.
typedef struct bare_store bare_store;

bare_store *bare_open(const char *path);
// Inserts one row of an event's bytes and updates one row, in one transaction.
int bare_act(bare_store *store, int64_t seq, const char *data, const char *body);
void bare_close(bare_store *store);

// The operating system's SQLite.
#include <sqlite3.h>

// The word for "copy these bytes before you return": in C a cast of -1, which Swift does not import.
static inline sqlite3_destructor_type csqlite_copied(void) { return SQLITE_TRANSIENT; }

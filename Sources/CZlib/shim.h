// The operating system's zlib.
#include <zlib.h>

// To begin inflating bytes that have no header of their own: in C a macro, which Swift does not import.
static inline int czlib_begin(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }

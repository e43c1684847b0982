// The operating system's zlib.
#include <zlib.h>

// To begin inflating bytes that have no header of their own: in C a macro, which Swift does not import.
static inline int czlib_begin(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }

// To begin deflating into such bytes.
static inline int czlib_begin_packing(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

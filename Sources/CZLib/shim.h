#include <zlib.h>

// Macros that pass the size of the struct, which Swift cannot import.
static inline int qoshat_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

static inline int qoshat_inflate_init(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

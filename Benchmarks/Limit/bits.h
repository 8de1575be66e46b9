// Bits and symbols of deflate (RFC 1951).

#include <stdint.h>
#include <string.h>

enum { LONGEST = 258 };

// Where bits are written; with counts, symbols are counted instead.
typedef struct { uint64_t bits; int count; uint8_t *next; uint32_t *literals, *distances; } Bits;
typedef struct { uint16_t code; uint8_t length; } Code;

static inline void put(Bits *to, uint64_t bits, int count) {
    to->bits |= bits << to->count;
    to->count += count;
    memcpy(to->next, &to->bits, 8);
    to->next += to->count >> 3;
    to->bits >>= to->count & ~7;
    to->count &= 7;
}

static inline void put_code(Bits *to, Code code) { put(to, code.code, code.length); }

// The symbol of a length or a distance with the extra bits that follow it (RFC 1951, §3.2.5).
typedef struct { int symbol, extra_count; uint32_t extra; } Symbol;

static inline Symbol length_symbol(uint32_t length) {
    uint32_t x = length - 3;
    if (length == LONGEST) return (Symbol){285, 0, 0};
    if (x < 8) return (Symbol){257 + x, 0, 0};
    int top = 31 - __builtin_clz(x);
    return (Symbol){257 + 4 * (top - 1) + ((x >> (top - 2)) & 3), top - 2, x & ((1u << (top - 2)) - 1)};
}

static inline Symbol distance_symbol(uint32_t distance) {
    uint32_t x = distance - 1;
    if (x < 4) return (Symbol){x, 0, 0};
    int top = 31 - __builtin_clz(x);
    return (Symbol){2 * top + ((x >> (top - 1)) & 1), top - 1, x & ((1u << (top - 1)) - 1)};
}

static inline void put_symbol(Bits *to, const Code *codes, Symbol symbol) {
    put(to, codes[symbol.symbol].code | (uint64_t)symbol.extra << codes[symbol.symbol].length,
        codes[symbol.symbol].length + symbol.extra_count);
}

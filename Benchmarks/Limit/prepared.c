// Deflate that knows the template: constant bytes are matched and coded once, before the first document. A document copies
// their bit strings and codes its values, which are matched with earlier values only; distances that reach over a value are
// worked out anew.
//
// Source of the format: RFC 1951.

#include "limit.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { LITERALS = 286, DISTANCES = 30, WINDOW = 32768, LONGEST = 258, SHORTEST = 4, NOWHERE = UINT32_MAX, SEEN = 1 << 12 };

// One step through a constant: a byte, or a match with what stands at an offset of a constant that came before or is this one.
typedef struct { uint32_t length, source, offset, begin; } Token;

// Bits that never change, and then a match with another constant, if its length is not 0.
typedef struct { uint32_t first_byte, bit_count; Token match; } Segment;

typedef struct { Segment *segments; uint32_t count; } Prepared;
typedef struct { uint64_t bits; int count; uint8_t *next; } Bits;
typedef struct { uint16_t code; uint8_t length; } Code;

static Prepared *prepared;
static Buffer fixed_bits;
static Segment beginning;
static Code literal_codes[LITERALS], distance_codes[DISTANCES];

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

static inline void put_match(Bits *to, uint32_t length, uint32_t distance) {
    put_symbol(to, literal_codes, length_symbol(length));
    put_symbol(to, distance_codes, distance_symbol(distance));
}

// A length of those in which a long stretch is matched, so that no rest is shorter than a match may be.
static inline uint32_t step(uint32_t left) {
    return left <= LONGEST ? left : left - LONGEST < 3 ? left - 3 : LONGEST;
}

static void put_fixed(Bits *to, const Segment *segment) {
    const uint8_t *from = fixed_bits.bytes + segment->first_byte;
    uint32_t left = segment->bit_count;
    uint64_t word;
    for (; left > 56; left -= 56, from += 7) {
        memcpy(&word, from, 8);
        put(to, word & ((1ull << 56) - 1), 56);
    }
    memcpy(&word, from, 8);
    put(to, word & ((1ull << left) - 1), left);
}

struct Window {
    // Where each constant stood last in the part.
    uint32_t *positions;
    // By the hash of four bytes, where they stood last in a value, counted from the first part on.
    struct { const uint8_t *bytes; uint32_t left; uint64_t at; } seen[SEEN];
    uint64_t begin, end;
};

Window *new_window(void) {
    Window *window = calloc(1, sizeof *window);
    window->positions = malloc((constant_count + 1) * sizeof *window->positions);
    return window;
}

// Forgets the last part: what it had lies farther back than a match may reach.
static void begin_part(Window *window) {
    memset(window->positions, 0xFF, constant_count * sizeof *window->positions);
    window->begin = window->end + WINDOW + 1;
}

static inline uint32_t hash(const uint8_t *bytes) {
    uint32_t value;
    memcpy(&value, bytes, 4);
    return value * 2654435761u;
}

// How many bytes of a value are coded next: 1 for a byte as it is, more for a match with an earlier value.
static inline uint32_t next_of_value(
    Window *window, const uint8_t *bytes, uint32_t left, uint32_t at, uint32_t *distance) {
    if (left < SHORTEST) return 1;
    uint32_t place = hash(bytes) >> 20, length = 0;
    const uint8_t *before = window->seen[place].bytes;
    uint64_t now = window->begin + at, back = now - window->seen[place].at;
    uint32_t most = window->seen[place].left < left ? window->seen[place].left : left;
    window->seen[place].bytes = bytes, window->seen[place].left = left, window->seen[place].at = now;
    if (!before || back > WINDOW) return 1;
    if (most > LONGEST) most = LONGEST;
    while (length < most && before[length] == bytes[length]) length++;
    *distance = back;
    return length < SHORTEST ? 1 : length;
}

static inline void put_value(Bits *to, Window *window, const uint8_t *bytes, uint32_t left, uint32_t at) {
    for (uint32_t length, distance = 0; left; left -= length, bytes += length, at += length) {
        length = next_of_value(window, bytes, left, at, &distance);
        if (length == 1) put_code(to, literal_codes[*bytes]);
        else put_match(to, length, distance);
    }
}

static void put_constant(Bits *to, uint32_t index, uint32_t *positions, uint32_t at) {
    Text constant = constants[index];
    uint32_t before = positions[index];
    positions[index] = at;
    if (constant.count >= 3 && before != NOWHERE && at - before <= WINDOW) {
        for (uint32_t left = constant.count, length; left; left -= length) {
            length = step(left);
            put_match(to, length, at - before);
        }
        return;
    }
    for (uint32_t i = 0; i < prepared[index].count; i++) {
        const Segment *segment = prepared[index].segments + i;
        Token match = segment->match;
        put_fixed(to, segment);
        if (!match.length) continue;
        uint32_t source = positions[match.source], here = at + match.begin;
        if (source != NOWHERE && here - source - match.offset <= WINDOW)
            put_match(to, match.length, here - source - match.offset);
        else
            for (uint32_t j = 0; j < match.length; j++)
                put_code(to, literal_codes[constant.bytes[match.begin + j]]);
    }
}

void write_prepared(
    Sequence part, Window *window, Buffer *archive, uint32_t *checksum, uint32_t *size) {
    uint32_t sum = 0, at = 0;
    begin_part(window);
    Bits to = {0, 0, room(archive, 1024)};
    put_fixed(&to, &beginning);
    for (uint32_t i = 0; i < part.count; i++) {
        uint32_t piece = part.pieces[i], copied = 0;
        Text text = piece & 1 ? values[piece >> 1] : constants[piece >> 1];
        archive->count = to.next - archive->bytes;
        to.next = room(archive, (size_t)text.count * 10 + 64);
        if (!(piece & 1)) put_constant(&to, piece >> 1, window->positions, at);
        for (uint32_t j = 0; piece & 1 && j <= text.count; j++) {
            const char *name = j < text.count ? entity(text.bytes[j]) : "";
            if (!name) continue;
            put_value(&to, window, text.bytes + copied, j - copied, at);
            sum = libdeflate_crc32(sum, text.bytes + copied, j - copied);
            sum = libdeflate_crc32(sum, name, strlen(name));
            at += j - copied + strlen(name);
            copied = j + 1;
            for (; *name; name++) put_code(&to, literal_codes[(uint8_t)*name]);
        }
        if (piece & 1) continue;
        sum = libdeflate_crc32(sum, text.bytes, text.count);
        at += text.count;
    }
    put_code(&to, literal_codes[256]);
    archive->count = to.next - archive->bytes + (to.count > 0);
    window->end = window->begin + at;
    *checksum = sum;
    *size = at;
}

// What is done once.

typedef struct { Token *tokens; uint32_t count; } Tokens;

static Tokens *tokens;
static uint32_t *starts, *owners, *parts_of, *chain, heads[1 << 16];
static uint8_t *all;

// The longest match for what stands at `at`, with a constant of the same part.
static Token longest(uint32_t at, uint32_t end) {
    Token best = {0, 0, 0, 0};
    if (end - at < SHORTEST) return best;
    uint32_t most = end - at < LONGEST ? end - at : LONGEST, owner = owners[at];
    int tries = 400;
    for (uint32_t i = heads[hash(all + at) >> 16]; i != NOWHERE && tries-- && at - i < WINDOW - 4096; i = chain[i]) {
        uint32_t source = owners[i], limit = starts[source + 1] - i, length = 0;
        if (parts_of[source] != parts_of[owner]) continue;
        if (source == owner || limit > most) limit = most;
        while (length < limit && all[i + length] == all[at + length]) length++;
        if (length > best.length && length >= SHORTEST)
            best = (Token){length, source, i - starts[source], at - starts[owner]};
    }
    return best;
}

static void remember(uint32_t at, uint32_t end) {
    if (end - at < SHORTEST) return;
    uint32_t *head = heads + (hash(all + at) >> 16);
    chain[at] = *head;
    *head = at;
}

static void tokenize(uint32_t index) {
    uint32_t at = starts[index], end = starts[index + 1];
    Tokens *into = tokens + index;
    into->tokens = malloc((end - at + 1) * sizeof *into->tokens);
    while (at < end) {
        Token match = longest(at, end);
        remember(at, end);
        // A longer match that begins one byte later is better.
        int is_byte = !match.length || (at + 1 < end && longest(at + 1, end).length > match.length);
        if (is_byte) match = (Token){1, index, 0, at - starts[index]};
        into->tokens[into->count++] = match;
        for (uint32_t i = 1; i < match.length; i++) remember(at + i, end);
        at += match.length;
    }
}

// Lengths of a code by Huffman's method; counts are halved until no length is above `limit`.
static void code_lengths(const uint32_t *counts, int count, int limit, Code *codes) {
    uint64_t weights[2 * LITERALS];
    int parents[2 * LITERALS], longest = 0;
    for (int halving = 0; !halving || longest > limit; halving++) {
        int nodes = count;
        char is_used[2 * LITERALS] = {0};
        for (int i = 0; i < count; i++) weights[i] = (counts[i] >> halving) + 1;
        for (int left = count; left > 1; left--) {
            int least[2] = {-1, -1};
            for (int i = 0; i < nodes; i++) {
                if (is_used[i]) continue;
                if (least[0] < 0 || weights[i] < weights[least[0]]) least[1] = least[0], least[0] = i;
                else if (least[1] < 0 || weights[i] < weights[least[1]]) least[1] = i;
            }
            for (int i = 0; i < 2; i++) is_used[least[i]] = 1, parents[least[i]] = nodes;
            weights[nodes++] = weights[least[0]] + weights[least[1]];
        }
        longest = 0;
        for (int i = 0; i < count; i++) {
            int length = 0;
            for (int node = i; node != nodes - 1; node = parents[node]) length++;
            codes[i].length = length;
            if (length > longest) longest = length;
        }
    }
    // Codes in the order of their lengths, first bit first (RFC 1951, §3.2.2).
    uint32_t next = 0;
    for (int length = 1; length <= limit; length++, next <<= 1)
        for (int i = 0; i < count; i++) {
            if (codes[i].length != length) continue;
            codes[i].code = 0;
            for (int bit = 0; bit < length; bit++) codes[i].code |= ((next >> bit) & 1) << (length - 1 - bit);
            next++;
        }
}

static void count_match(uint32_t length, uint32_t distance, uint32_t *literals, uint32_t *distances) {
    literals[length_symbol(length).symbol]++;
    distances[distance_symbol(distance).symbol]++;
}

// The same steps as in `write_prepared`, but for entities.
static void count_symbols(Sequence part, Window *window, uint32_t *literals, uint32_t *distances) {
    uint32_t *positions = window->positions, at = 0, distance = 0;
    begin_part(window);
    for (uint32_t i = 0; i < part.count; i++) {
        uint32_t index = part.pieces[i] >> 1;
        Text text = part.pieces[i] & 1 ? values[index] : constants[index];
        uint32_t before = part.pieces[i] & 1 ? NOWHERE : positions[index];
        if (part.pieces[i] & 1) {
            for (uint32_t j = 0, length; j < text.count; j += length) {
                length = next_of_value(window, text.bytes + j, text.count - j, at + j, &distance);
                if (length == 1) literals[text.bytes[j]]++;
                else count_match(length, distance, literals, distances);
            }
        } else if (positions[index] = at, text.count > 2 && before != NOWHERE && at - before <= WINDOW) {
            for (uint32_t left = text.count; left; left -= step(left))
                count_match(step(left), at - before, literals, distances);
        } else {
            for (uint32_t j = 0; j < tokens[index].count; j++) {
                Token token = tokens[index].tokens[j];
                uint32_t source = positions[token.source], back = at + token.begin - source - token.offset;
                if (token.length > 1 && source != NOWHERE && back <= WINDOW)
                    count_match(token.length, back, literals, distances);
                else
                    for (uint32_t k = 0; k < token.length; k++) literals[text.bytes[token.begin + k]]++;
            }
        }
        at += text.count;
    }
    window->end = window->begin + at;
}

static Bits begin_bits(Segment *segment, size_t bytes) {
    Bits bits = {0, 0, room(&fixed_bits, bytes + 16)};
    segment->first_byte = fixed_bits.count;
    return bits;
}

static void end_bits(Segment *segment, Bits bits) {
    uint32_t bytes = bits.next - fixed_bits.bytes - segment->first_byte;
    segment->bit_count = bytes * 8 + bits.count;
    // Eight bytes are read at once, also at the end.
    fixed_bits.count += bytes + 9;
}

// The beginning of the one block: both codes, each length written out (RFC 1951, §3.2.7).
static void code_beginning(void) {
    static const uint8_t order[19] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    uint32_t counts[19] = {0};
    Code codes[19];
    for (int i = 0; i < LITERALS; i++) counts[literal_codes[i].length]++;
    for (int i = 0; i < DISTANCES; i++) counts[distance_codes[i].length]++;
    code_lengths(counts, 19, 7, codes);
    Bits bits = begin_bits(&beginning, 1000);
    put(&bits, 1 | 2 << 1 | (LITERALS - 257) << 3 | (DISTANCES - 1) << 8 | 15 << 13, 17);
    for (int i = 0; i < 19; i++) put(&bits, codes[order[i]].length, 3);
    for (int i = 0; i < LITERALS; i++) put_code(&bits, codes[literal_codes[i].length]);
    for (int i = 0; i < DISTANCES; i++) put_code(&bits, codes[distance_codes[i].length]);
    end_bits(&beginning, bits);
}

static void code_constant(uint32_t index) {
    Text constant = constants[index];
    Prepared *into = prepared + index;
    into->segments = calloc(tokens[index].count + 1, sizeof *into->segments);
    Segment *segment = into->segments;
    Bits bits = begin_bits(segment, constant.count * 4 + 64);
    for (uint32_t i = 0; i < tokens[index].count; i++) {
        Token token = tokens[index].tokens[i];
        if (token.length == 1) {
            put_code(&bits, literal_codes[constant.bytes[token.begin]]);
        } else if (token.source == index) {
            put_match(&bits, token.length, token.begin - token.offset);
        } else {
            segment->match = token;
            end_bits(segment++, bits);
            bits = begin_bits(segment, constant.count * 4 + 64);
        }
    }
    end_bits(segment++, bits);
    into->count = segment - into->segments;
}

void prepare_constants(const Sequence *parts, uint32_t part_count) {
    size_t total = 0;
    starts = calloc(constant_count + 1, sizeof *starts);
    parts_of = calloc(constant_count + 1, sizeof *parts_of);
    for (uint32_t i = 0; i < constant_count; i++) starts[i + 1] = total += constants[i].count;
    for (uint32_t p = part_count; p-- > 0;)
        for (uint32_t i = 0; i < parts[p].count; i += 2) parts_of[parts[p].pieces[i] >> 1] = p;
    all = malloc(total + 8);
    owners = malloc((total + 1) * sizeof *owners);
    chain = malloc((total + 1) * sizeof *chain);
    memset(heads, 0xFF, sizeof heads);
    tokens = calloc(constant_count, sizeof *tokens);
    prepared = calloc(constant_count, sizeof *prepared);
    for (uint32_t i = 0; i < constant_count; i++) {
        memcpy(all + starts[i], constants[i].bytes, constants[i].count);
        for (uint32_t at = starts[i]; at < starts[i + 1]; at++) owners[at] = i;
    }
    for (uint32_t i = 0; i < constant_count; i++) tokenize(i);
    uint32_t literals[LITERALS] = {0}, distances[DISTANCES] = {0};
    literals[256] = part_count;
    Window *window = new_window();
    for (uint32_t p = 0; p < part_count; p++) count_symbols(parts[p], window, literals, distances);
    code_lengths(literals, LITERALS, 15, literal_codes);
    code_lengths(distances, DISTANCES, 15, distance_codes);
    code_beginning();
    for (uint32_t i = 0; i < constant_count; i++) code_constant(i);
}

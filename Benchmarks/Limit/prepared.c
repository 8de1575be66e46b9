// Deflate that knows the template: constant bytes are matched and coded once, before the first document. A document copies
// their bit strings. What is worked out anew are values, which are matched with earlier values, and distances that reach over
// one. A constant that comes again is matched with itself, and with what it has in common with itself in the values beside it.

#include "bits.h"
#include "limit.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { LITERALS = 286, DISTANCES = 30, WINDOW = 32768, SHORTEST = 4, NOWHERE = UINT32_MAX, SEEN = 1 << 12 };

// One step through a constant: a byte, or a match with what stands at an offset of a constant that came before or is this one.
typedef struct { uint32_t length, source, offset, begin; } Token;

// Bits that never change, and then a match with another constant, if its length is not 0.
typedef struct { uint32_t first_byte, bit_count; Token match; } Segment;

typedef struct { Segment *segments; uint32_t count; } Prepared;
typedef struct { Token *tokens; uint32_t count; } Tokens;

static Tokens *tokens;
static Prepared *prepared;
static Buffer fixed_bits;
static Segment beginning;
static Code literal_codes[LITERALS], distance_codes[DISTANCES];

static inline void put_literal(Bits *to, int symbol) {
    if (to->literals) to->literals[symbol]++;
    else put_code(to, literal_codes[symbol]);
}

static inline void put_match(Bits *to, uint32_t length, uint32_t distance) {
    Symbol first = length_symbol(length), second = distance_symbol(distance);
    if (to->literals) {
        to->literals[first.symbol]++;
        to->distances[second.symbol]++;
        return;
    }
    put_symbol(to, literal_codes, first);
    put_symbol(to, distance_codes, second);
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
    // Where each constant stood last in the part, and the values before and after it.
    struct Place { uint32_t at; Text before, after; } *places;
    // By the hash of four bytes, where they stood last in a value, counted from the first part on.
    struct { const uint8_t *bytes; uint32_t left; uint64_t at; } seen[SEEN];
    uint64_t begin, end;
};

Window *new_window(void) {
    Window *window = calloc(1, sizeof *window);
    window->places = calloc(constant_count, sizeof *window->places);
    return window;
}

// Forgets the last part: what it had lies farther back than a match may reach.
static void begin_part(Window *window) {
    for (uint32_t i = 0; i < constant_count; i++) window->places[i].at = NOWHERE;
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

// The bytes of a value from one place to another; `at` is where the first stands in the part.
static void put_value(Bits *to, Window *window, Text value, uint32_t from, uint32_t end, uint32_t at) {
    while (from < end) {
        uint32_t stretch = from, distance = 0;
        while (stretch < end && !entity(value.bytes[stretch])) stretch++;
        for (uint32_t length; from < stretch; from += length, at += length) {
            length = next_of_value(window, value.bytes + from, stretch - from, at, &distance);
            if (length == 1) put_literal(to, value.bytes[from]);
            else put_match(to, length, distance);
        }
        if (from == end) break;
        for (const char *name = entity(value.bytes[from++]); *name; name++, at++) put_literal(to, (uint8_t)*name);
    }
}

// A constant whose like the part has not had yet.
static void put_new(Bits *to, uint32_t index, const struct Place *places, uint32_t at) {
    Text constant = constants[index];
    for (uint32_t i = 0; i < prepared[index].count; i++) {
        const Segment *segment = prepared[index].segments + i;
        Token match = segment->match;
        put_fixed(to, segment);
        if (!match.length) continue;
        uint32_t source = places[match.source].at, back = at + match.begin - source - match.offset;
        if (source != NOWHERE && back <= WINDOW) put_match(to, match.length, back);
        else for (uint32_t j = 0; j < match.length; j++) put_literal(to, constant.bytes[match.begin + j]);
    }
}

static void count_new(Bits *to, uint32_t index, const struct Place *places, uint32_t at) {
    for (uint32_t i = 0; i < tokens[index].count; i++) {
        Token token = tokens[index].tokens[i];
        uint32_t source = places[token.source].at, back = at + token.begin - source - token.offset;
        if (token.source == index) back = token.begin - token.offset, source = 0;
        if (token.length > 1 && source != NOWHERE && back <= WINDOW) put_match(to, token.length, back);
        else
            for (uint32_t j = 0; j < token.length; j++) put_literal(to, constants[index].bytes[token.begin + j]);
    }
}

// How many bytes two values have in common at their beginnings, or their ends, none of which needs an entity.
static uint32_t in_common(Text one, Text other, uint32_t most, int at_end) {
    uint32_t count = 0;
    if (most > other.count) most = other.count;
    for (; count < most; count++) {
        uint8_t byte = one.bytes[at_end ? one.count - 1 - count : count];
        if (byte != other.bytes[at_end ? other.count - 1 - count : count] || entity(byte)) break;
    }
    return count;
}

static void put_long_match(Bits *to, uint32_t *length, uint32_t distance) {
    for (uint32_t one; *length; *length -= one) put_match(to, one = step(*length), distance);
}

// Goes on with the checksum over a value as it stands in the part, and tells its length there.
static uint32_t sum_value(Text value, uint32_t *sum) {
    uint32_t copied = 0, length = value.count;
    for (uint32_t i = 0; i < value.count; i++) {
        const char *name = entity(value.bytes[i]);
        if (!name) continue;
        *sum = libdeflate_crc32(*sum, value.bytes + copied, i - copied);
        *sum = libdeflate_crc32(*sum, name, strlen(name));
        length += strlen(name) - 1;
        copied = i + 1;
    }
    *sum = libdeflate_crc32(*sum, value.bytes + copied, value.count - copied);
    return length;
}

// Constants and values in turn. `length` is that of a match that may still grow, at `distance`.
static uint32_t put_part(Bits *to, Sequence part, Window *window, Buffer *archive, uint32_t *sum) {
    uint32_t at = 0, length = 0, distance = 0;
    Text before = {NULL, 0};
    begin_part(window);
    for (uint32_t i = 0; i < part.count; i += 2) {
        uint32_t index = part.pieces[i] >> 1;
        Text constant = constants[index], value = {NULL, 0};
        if (i + 1 < part.count) value = values[part.pieces[i + 1] >> 1];
        if (archive) {
            archive->count = to->next - archive->bytes;
            to->next = room(archive, ((size_t)constant.count + value.count) * 10 + 128);
        }
        struct Place *place = window->places + index;
        uint32_t prefix = 0, suffix = 0, back = at - place->at;
        if (place->at != NOWHERE && back <= WINDOW && constant.count >= 3) {
            if (length && back != distance) put_long_match(to, &length, distance);
            distance = back;
            prefix = in_common(value, place->after, value.count, 0);
            length += constant.count + prefix;
        } else {
            put_long_match(to, &length, distance);
            if (archive) put_new(to, index, window->places, at);
            else count_new(to, index, window->places, at);
        }
        *place = (struct Place){at, before, value};
        before = value;
        *sum = libdeflate_crc32(*sum, constant.bytes, constant.count);
        at += constant.count;
        if (i + 1 == part.count) break;
        uint32_t after = at + sum_value(value, sum);
        const struct Place *next = window->places + (part.pieces[i + 2] >> 1);
        int is_repeated = next->at != NOWHERE && after - next->at <= WINDOW && constants[part.pieces[i + 2] >> 1].count >= 3;
        if (prefix < value.count) {
            put_long_match(to, &length, distance);
            if (is_repeated) suffix = in_common(value, next->before, value.count - prefix, 1);
            put_value(to, window, value, prefix, value.count - suffix, at + prefix);
            length = suffix, distance = after - next->at;
        }
        at = after;
    }
    put_long_match(to, &length, distance);
    put_literal(to, 256);
    window->end = window->begin + at;
    return at;
}

void write_prepared(
    Sequence part, Window *window, Buffer *archive, uint32_t *checksum, uint32_t *size) {
    Bits to = {0, 0, room(archive, 1024), NULL, NULL};
    put_fixed(&to, &beginning);
    *checksum = 0;
    *size = put_part(&to, part, window, archive, checksum);
    archive->count = to.next - archive->bytes + (to.count > 0);
}

// What is done once.

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

static Bits begin_bits(Segment *segment, size_t bytes) {
    Bits bits = {0, 0, room(&fixed_bits, bytes + 16), NULL, NULL};
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
    Window *window = new_window();
    Bits counter = {0, 0, NULL, literals, distances};
    for (uint32_t p = 0, sum = 0; p < part_count; p++) put_part(&counter, parts[p], window, NULL, &sum);
    code_lengths(literals, LITERALS, 15, literal_codes);
    code_lengths(distances, DISTANCES, 15, distance_codes);
    code_beginning();
    for (uint32_t i = 0; i < constant_count; i++) code_constant(i);
}

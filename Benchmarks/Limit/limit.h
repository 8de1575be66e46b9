// What the files of the limit share.

#include <stddef.h>
#include <stdint.h>

typedef struct { const uint8_t *bytes; uint32_t count; } Text;
typedef struct { uint8_t *bytes; size_t count, capacity; } Buffer;

// What follows in one written part: the index of a constant, or of a value with the lowest bit set.
typedef struct { const uint32_t *pieces; uint32_t count; } Sequence;

extern Text *constants, *values;
extern uint32_t constant_count;

// Makes room for so many bytes more and gives the place of the first.
uint8_t *room(Buffer *buffer, size_t count);

// What stands for a byte in XML, or nothing where the byte stands for itself.
static inline const char *entity(uint8_t byte) {
    switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    default: return NULL;
    }
}

// Codes the constants once, for the parts of the document that is given as an example.
void prepare_constants(const Sequence *parts, uint32_t part_count);

// What the part that is written may refer back to; one for each thread.
typedef struct Window Window;
Window *new_window(void);

// Appends a part as one deflated block, and tells its checksum and size.
void write_prepared(
    Sequence part, Window *window, Buffer *archive, uint32_t *checksum, uint32_t *size);

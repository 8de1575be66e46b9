// The least work that gives the same parts: constant bytes are copied, values escaped, what was written is deflated, all other
// entries are copied as they are stored, and the archive is put together in memory.
//
//     limit zlib|libdeflate|prepared memory|files PLAN DOCUMENTS WARM-UP [FOLDER [THREADS]]
//
// The plan, which Benchmarks/Workloads/plan.py writes, says which bytes follow which: no template is read here, no name looked
// up. `prepared` deflates constant bytes once, before the first document (prepared.c). Prints what it took as a line of JSON, as
// BenchRender does.

#include "limit.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

enum { LEVEL = 6, PIECE = 1 << 16 };

// An entry of the archive: as it is stored, or written anew for each document.
typedef struct {
    Text name, stored;
    uint32_t is_written, method, checksum, size;
} Entry;

Text *constants, *values;
uint32_t constant_count;
static Entry *entries;
static Sequence *sequences;  // of each document, those of its written entries
static uint32_t document_count, entry_count, written_count;
static enum { ZLIB, LIBDEFLATE, PREPARED } method;
static int writes_files, documents, threads = 1;
static size_t first_size;
static const char *folder;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

uint8_t *room(Buffer *buffer, size_t count) {
    if (buffer->count + count > buffer->capacity) {
        buffer->capacity = (buffer->count + count) * 3 / 2;
        buffer->bytes = realloc(buffer->bytes, buffer->capacity);
        if (!buffer->bytes) fail("memory");
    }
    return buffer->bytes + buffer->count;
}

static void append(Buffer *buffer, const void *bytes, size_t count) {
    memcpy(room(buffer, count), bytes, count);
    buffer->count += count;
}

static void little(Buffer *buffer, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++, value >>= 8) append(buffer, &(uint8_t){value & 0xFF}, 1);
}

static void escape(Buffer *buffer, Text text) {
    uint32_t copied = 0;
    for (uint32_t i = 0; i < text.count; i++) {
        const char *name = entity(text.bytes[i]);
        if (!name) continue;
        append(buffer, text.bytes + copied, i - copied);
        append(buffer, name, strlen(name));
        copied = i + 1;
    }
    append(buffer, text.bytes + copied, text.count - copied);
}

// What one thread writes with, made once.
typedef struct {
    z_stream stream;
    struct libdeflate_compressor *compressor;
    Buffer markup, archive, directory;
    Window *window;
    uint32_t checksum, size;
    int number;
} Writer;

static void deflate_markup(Writer *writer, int flush) {
    writer->checksum = crc32(writer->checksum, writer->markup.bytes, writer->markup.count);
    writer->size += writer->markup.count;
    z_stream *stream = &writer->stream;
    stream->next_in = writer->markup.bytes;
    stream->avail_in = writer->markup.count;
    int state;
    do {
        stream->next_out = room(&writer->archive, PIECE);
        stream->avail_out = PIECE;
        state = deflate(stream, flush);
        writer->archive.count += PIECE - stream->avail_out;
    } while (flush == Z_FINISH ? state != Z_STREAM_END : stream->avail_out == 0);
    writer->markup.count = 0;
}

static void write_part(Writer *writer, Sequence sequence) {
    writer->checksum = writer->size = writer->markup.count = 0;
    if (method == PREPARED) {
        write_prepared(sequence, writer->window, &writer->archive, &writer->checksum, &writer->size);
        return;
    }
    if (method == ZLIB) deflateReset(&writer->stream);
    for (uint32_t i = 0; i < sequence.count; i++) {
        uint32_t piece = sequence.pieces[i];
        if (piece & 1) escape(&writer->markup, values[piece >> 1]);
        else append(&writer->markup, constants[piece >> 1].bytes, constants[piece >> 1].count);
        if (method == ZLIB && writer->markup.count >= PIECE) deflate_markup(writer, Z_NO_FLUSH);
    }
    if (method == ZLIB) {
        deflate_markup(writer, Z_FINISH);
        return;
    }
    size_t count = writer->markup.count, bound = libdeflate_deflate_compress_bound(writer->compressor, count);
    writer->checksum = libdeflate_crc32(0, writer->markup.bytes, count);
    writer->size = count;
    uint8_t *target = room(&writer->archive, bound);
    writer->archive.count +=
        libdeflate_deflate_compress(writer->compressor, writer->markup.bytes, count, target, bound);
}

// The fields that a local header and the directory have in common (APPNOTE.TXT, §4.3.7 and §4.3.12).
static void header(Buffer *buffer, const Entry *entry, uint32_t checksum, uint32_t stored, uint32_t size) {
    little(buffer, 20, 2);
    little(buffer, 0x0800, 2);
    little(buffer, entry->method, 2);
    little(buffer, 0x00210000, 4);
    little(buffer, checksum, 4);
    little(buffer, stored, 4);
    little(buffer, size, 4);
    little(buffer, entry->name.count, 2);
}

static void write_document(Writer *writer, uint32_t index) {
    const Sequence *next = sequences + (size_t)(index % document_count) * written_count;
    Buffer *archive = &writer->archive, *directory = &writer->directory;
    archive->count = directory->count = 0;
    for (uint32_t i = 0; i < entry_count; i++) {
        const Entry *entry = entries + i;
        size_t begin = archive->count, content = begin + 30 + entry->name.count;
        uint32_t checksum = entry->checksum, size = entry->size, stored = entry->stored.count;
        room(archive, content - begin);
        archive->count = content;
        if (entry->is_written) {
            write_part(writer, *next++);
            checksum = writer->checksum, size = writer->size, stored = archive->count - content;
        } else {
            append(archive, entry->stored.bytes, stored);
        }
        size_t end = archive->count;
        archive->count = begin;
        little(archive, 0x04034B50, 4);
        header(archive, entry, checksum, stored, size);
        little(archive, 0, 2);
        append(archive, entry->name.bytes, entry->name.count);
        archive->count = end;
        little(directory, 0x02014B50, 4);
        little(directory, 20, 2);
        header(directory, entry, checksum, stored, size);
        for (int fields = 0; fields < 3; fields++) little(directory, 0, 4);
        little(directory, begin, 4);
        append(directory, entry->name.bytes, entry->name.count);
    }
    size_t offset = archive->count;
    append(archive, directory->bytes, directory->count);
    little(archive, 0x06054B50, 4);
    little(archive, 0, 4);
    little(archive, entry_count, 2);
    little(archive, entry_count, 2);
    little(archive, directory->count, 4);
    little(archive, offset, 4);
    little(archive, 0, 2);
    if (index == 0) first_size = archive->count;
    if (!writes_files) return;
    char path[4096];
    snprintf(path, sizeof path, "%s/%u.docx", folder, index);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || write(file, archive->bytes, archive->count) != (ssize_t)archive->count) fail(path);
    close(file);
}

static void *run(void *argument) {
    Writer *writer = argument;
    for (int i = writer->number; i < documents; i += threads) write_document(writer, i);
    return NULL;
}

static void prepare(Writer *writer, int number) {
    memset(writer, 0, sizeof *writer);
    writer->number = number;
    if (method == PREPARED) writer->window = new_window();
    else if (method == LIBDEFLATE) writer->compressor = libdeflate_alloc_compressor(LEVEL);
    else deflateInit2(&writer->stream, LEVEL, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

static const uint8_t *cursor;

static uint32_t number(void) {
    uint32_t value;
    memcpy(&value, cursor, 4);
    cursor += 4;
    return value;
}

static Text text(void) {
    uint32_t count = number();
    cursor += count;
    return (Text){cursor - count, count};
}

static Text *texts(uint32_t count) {
    Text *result = malloc((count + 1) * sizeof *result);
    for (uint32_t i = 0; i < count; i++) result[i] = text();
    return result;
}

static void read_plan(const char *path) {
    int file = open(path, O_RDONLY);
    off_t size = file < 0 ? -1 : lseek(file, 0, SEEK_END);
    uint8_t *bytes = size < 0 ? NULL : malloc(size);
    if (!bytes) fail(path);
    for (off_t done = 0, count; done < size; done += count)
        if ((count = pread(file, bytes + done, size - done, done)) <= 0) fail(path);
    close(file);
    cursor = bytes;
    constant_count = number();
    constants = texts(constant_count);
    values = texts(number());
    entry_count = number();
    entries = calloc(entry_count, sizeof *entries);
    for (uint32_t i = 0; i < entry_count; i++) {
        Entry *entry = entries + i;
        entry->name = text();
        entry->is_written = number();
        entry->method = number();
        entry->checksum = number();
        entry->size = number();
        entry->stored = text();
        written_count += entry->is_written;
    }
    document_count = number();
    sequences = calloc((size_t)document_count * written_count, sizeof *sequences);
    for (size_t i = 0; i < (size_t)document_count * written_count; i++) {
        sequences[i].count = number();
        sequences[i].pieces = malloc(sequences[i].count * 4);
        memcpy((void *)sequences[i].pieces, cursor, sequences[i].count * 4);
        cursor += sequences[i].count * 4;
    }
}

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static long kilobytes(const char *field) {
    char line[256];
    long value = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (!strncmp(line, field, strlen(field))) value = atol(line + strlen(field));
    if (file) fclose(file);
    return value;
}

int main(int count, char **arguments) {
    if (count < 6) {
        fprintf(stderr, "usage: limit zlib|libdeflate|prepared memory|files PLAN DOCUMENTS WARM-UP [FOLDER [THREADS]]\n");
        return 2;
    }
    method = !strcmp(arguments[1], "libdeflate") ? LIBDEFLATE : !strcmp(arguments[1], "prepared") ? PREPARED : ZLIB;
    writes_files = !strcmp(arguments[2], "files");
    read_plan(arguments[3]);
    if (method == PREPARED) prepare_constants(sequences, written_count);
    documents = atoi(arguments[4]);
    folder = count > 6 ? arguments[6] : ".";
    if (count > 7) threads = atoi(arguments[7]);
    Writer *writers = calloc(threads, sizeof *writers);
    for (int i = 0; i < threads; i++) prepare(writers + i, i);
    for (int i = 0; i < atoi(arguments[5]); i++) write_document(writers, i);
    // From here on the kernel counts the largest memory anew.
    int reset = open("/proc/self/clear_refs", O_WRONLY);
    if (reset < 0 || write(reset, "5", 1) != 1) fail("/proc/self/clear_refs");
    long held = kilobytes("VmRSS:");
    double wall = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    pthread_t *running = calloc(threads, sizeof *running);
    for (int i = 1; i < threads; i++) pthread_create(running + i, NULL, run, writers + i);
    run(writers);
    for (int i = 1; i < threads; i++) pthread_join(running[i], NULL);
    processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - processor;
    wall = seconds(CLOCK_MONOTONIC) - wall;
    long peak = kilobytes("VmHWM:");
    printf("{\"documents\": %d, \"cpu\": %.9f, \"wall\": %.9f, \"size\": %zu, \"held\": %ld, \"peak\": %ld}\n",
        documents, processor, wall, first_size, held, peak);
}

/*
 * Preloaded into a process (LD_PRELOAD), it counts the calls by which files under a folder become durable - fsync,
 * fdatasync, rename - and lets something happen at one of them. By environment:
 *
 *   FAULTY_FOLDER  the folder; other files are left alone
 *   FAULTY_AT      at which of these calls; none if it is missing or 0
 *   FAULTY_KIND    kill:     the process is gone before the call
 *                  killed:   it is gone right after it
 *                  sync:     the call fails with EIO
 *                  full:     from then on nothing more fits on the disk (ENOSPC)
 *                  readonly: from then on the file system is read-only (EROFS)
 *   FAULTY_COUNT   file that gets the number of calls when the process ends by itself
 *   FAULTY_CLOCK   seconds by which the clock is set wrong
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static const char *folder, *kind = "";
static int at;
static long ahead;
static atomic_int calls;
static atomic_int broken;

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    folder = getenv("FAULTY_FOLDER");
    at = getenv("FAULTY_AT") ? atoi(getenv("FAULTY_AT")) : 0;
    kind = getenv("FAULTY_KIND") ? getenv("FAULTY_KIND") : "";
    ahead = getenv("FAULTY_CLOCK") ? atol(getenv("FAULTY_CLOCK")) : 0;
}

__attribute__((destructor)) static void end(void) {
    const char *name = getenv("FAULTY_COUNT");
    FILE *file = name ? fopen(name, "w") : NULL;
    if (file) {
        fprintf(file, "%d\n", calls);
        fclose(file);
    }
}

static int meant(const char *path) {
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int meant_fd(int fd) {
    char link[32], path[4096];
    if (!folder) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0) return 0;
    path[size] = 0;
    return meant(path);
}

static int is(const char *what) {
    return strcmp(kind, what) == 0;
}

static void gone(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Whether the call fails; before it. */
static int before(void) {
    int now = ++calls == at;
    if (now && is("kill")) gone();
    if (now && (is("full") || is("readonly"))) broken = 1;
    if (now && is("sync")) {
        errno = EIO;
        return 1;
    }
    return 0;
}

static void after(void) {
    if (calls == at && is("killed")) gone();
}

static int refused(void) {
    if (broken) errno = is("full") ? ENOSPC : EROFS;
    return broken;
}

static int changes(int flags) {
    return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
}

int fsync(int fd) {
    REAL(fsync);
    if (!meant_fd(fd)) return real(fd);
    if (before()) return -1;
    int result = real(fd);
    after();
    return result;
}

int fdatasync(int fd) {
    REAL(fdatasync);
    if (!meant_fd(fd)) return real(fd);
    if (before()) return -1;
    int result = real(fd);
    after();
    return result;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    if (!meant(to)) return real(from, to);
    if (before() || (is("readonly") && refused())) return -1;
    int result = real(from, to);
    after();
    return result;
}

ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(write);
    return broken && meant_fd(fd) && refused() ? -1 : real(fd, bytes, size);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) {
    REAL(pwrite);
    return broken && meant_fd(fd) && refused() ? -1 : real(fd, bytes, size, place);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) {
    REAL(pwrite64);
    return broken && meant_fd(fd) && refused() ? -1 : real(fd, bytes, size, place);
}

int open(const char *path, int flags, ...) {
    REAL(open);
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return broken && changes(flags) && meant(path) && refused() ? -1 : real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    REAL(open64);
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return broken && changes(flags) && meant(path) && refused() ? -1 : real(path, flags, mode);
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    return broken && meant(path) && refused() ? -1 : real(path, mode);
}

int unlink(const char *path) {
    REAL(unlink);
    return broken && is("readonly") && meant(path) && refused() ? -1 : real(path);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    REAL(clock_gettime);
    int result = real(clock, time);
    if (clock == CLOCK_REALTIME && result == 0) time->tv_sec += ahead;
    return result;
}

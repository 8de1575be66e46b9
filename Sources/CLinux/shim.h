// Calls of the C library that its headers show to programs in C only when these ask for more than POSIX has.
int syncfs(int descriptor);
int renameat2(int oldFolder, const char *oldPath, int newFolder, const char *newPath, unsigned int flags);

import Glibc

/// Threads for work that keeps a processor busy.
enum Workers {
  /// Letters are compiled and checked by functions that call themselves; a thread's usual stack may be small.
  private static let stackSize = 16 << 20

  private final class Work: Sendable {
    let body: @Sendable (Int) -> Void
    let index: Int

    init(_ body: @escaping @Sendable (Int) -> Void, _ index: Int) {
      self.body = body
      self.index = index
    }
  }

  /// Runs `body` on `count` threads at once, each with its number from 0, and returns when all have ended.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    var threads: [pthread_t] = []
    for index in 1..<max(count, 1) {
      var thread = pthread_t()
      let work = Unmanaged.passRetained(Work(body, index))
      let result = pthread_create(
        &thread, &attributes,
        { pointer in
          guard let pointer else { return nil }
          let work = Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
          work.body(work.index)
          return nil
        }, work.toOpaque())
      if result == 0 { threads.append(thread) } else { work.release() }
    }
    // One is this thread: where no other can be had, the work is done all the same.
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  /// The processors that this process may use.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

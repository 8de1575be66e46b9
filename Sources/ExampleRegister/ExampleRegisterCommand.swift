#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes the example register into a folder, or one with many documents: `ExampleRegister FOLDER [--documents N]`.
@main
struct ExampleRegisterCommand {
  static func main() {
    let (folder, files) = asked()
    makeFolder("\(folder)/cases")
    for file in files {
      let path = "\(folder)/\(file.name)"
      guard save(file.bytes, to: path) else {
        fail("cannot write \(path): \(String(cString: strerror(errno)))", status: 4)
      }
    }
    print("\(folder): \(files.count) files")
  }

  private static func asked() -> (folder: String, files: [ExampleFile]) {
    let arguments = CommandLine.arguments
    if arguments.count == 2 { return (arguments[1], Example.files()) }
    if arguments.count == 4, arguments[2] == "--documents", let count = Int(arguments[3]), count > 0
    {
      return (arguments[1], Example.files(documents: count))
    }
    fail("usage: ExampleRegister FOLDER [--documents N]", status: 2)
  }

  private static func makeFolder(_ path: String) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      fail("cannot make \(path): \(String(cString: strerror(errno)))", status: 4)
    }
  }

  private static func save(_ bytes: [UInt8], to path: String) -> Bool {
    guard let stream = fopen(path, "wb") else { return false }
    let isWritten = fwrite(bytes, 1, bytes.count, stream) == bytes.count
    return fclose(stream) == 0 && isWritten
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    let line = Array((message + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(status)
  }
}

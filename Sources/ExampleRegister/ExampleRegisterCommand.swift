#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes the three files of the example register into a folder: `ExampleRegister FOLDER`.
@main
struct ExampleRegisterCommand {
  static func main() {
    guard CommandLine.arguments.count == 2, let folder = CommandLine.arguments.last else {
      fail("usage: ExampleRegister FOLDER", status: 2)
    }
    for file in Example.files() {
      let path = "\(folder)/\(file.name)"
      guard save(file.bytes, to: path) else {
        fail("cannot write \(path): \(String(cString: strerror(errno)))", status: 4)
      }
      print(path)
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

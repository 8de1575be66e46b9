import Glibc

/// Results go to standard output, messages to standard error.
enum StandardStreams {
  enum Stream: Int32 {
    case output = 1
    case errors = 2
  }

  /// Whether what is written to a stream reaches a terminal whose user wants colours.
  static func showsColors(_ stream: Stream) -> Bool {
    guard isatty(stream.rawValue) == 1 else { return false }
    func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return value("NO_COLOR").isEmpty && value("TERM") != "dumb"
  }

  /// Writes all of `text`; a reader that went away ends the program quietly.
  static func write(_ text: String, to stream: Stream) {
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = Glibc.write(
          stream.rawValue, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { exit(CommandFailure.environment.rawValue) }
        offset += count
      }
    }
  }
}

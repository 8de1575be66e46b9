import Glibc

/// Results go to standard output, messages to standard error.
enum StandardStreams {
  enum Stream: Int32 {
    case output = 1
    case errors = 2
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

/// What a form sent: names with values, in their order; a name may come more than once.
struct FormFields: Sendable {
  struct File: Sendable {
    /// The name as the sender gave it, without any folder; for messages only.
    let name: String
    let bytes: [UInt8]
  }

  private(set) var values: [(name: String, value: String)] = []
  private(set) var files: [(name: String, file: File)] = []

  init() {}

  /// More fields than this are no form of ours.
  static let most = 20_000

  /// Reads `a=1&b=2`; `nil` where it is encoded wrongly or has too many fields.
  init?(urlEncoded text: String) {
    for pair in text.split(separator: "&") {
      guard values.count < Self.most else { return nil }
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = WebPath.decoded(halves[0], isForm: true),
        let value = WebPath.decoded(halves.count > 1 ? halves[1] : "", isForm: true)
      else { return nil }
      add(name, value)
    }
  }

  /// Browsers send the ends of lines as CR LF, whatever the user's system.
  mutating func add(_ name: String, _ value: String) {
    guard value.utf8.contains(0x0D) else { return values.append((name, value)) }
    var lines: [UInt8] = []
    var isAfterReturn = false
    for byte in value.utf8 {
      if byte == 0x0A, isAfterReturn { isAfterReturn = false; continue }
      isAfterReturn = byte == 0x0D
      lines.append(isAfterReturn ? 0x0A : byte)
    }
    values.append((name, String(decoding: lines, as: UTF8.self)))
  }

  mutating func add(_ name: String, _ file: File) { files.append((name, file)) }

  /// The first value of that name; `nil` where there is none.
  subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  /// The value without spaces around it; `nil` where nothing was written.
  func text(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    let scalars = value.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return nil }
    return String(scalars[first...last])
  }

  func all(_ name: String) -> [String] { values.filter { $0.name == name }.map(\.value) }

  /// The file of that name; `nil` where the user chose none.
  func file(_ name: String) -> File? {
    files.first { $0.name == name && !($0.file.name.isEmpty && $0.file.bytes.isEmpty) }?.file
  }
}

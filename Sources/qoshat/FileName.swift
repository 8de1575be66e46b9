/// Names of files that every system takes, Windows among them.
enum FileName {
  /// Whether `name` is one component of a path, neither hidden nor reserved.
  static func isSafe(_ name: String) -> Bool {
    let forbidden: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    guard !name.isEmpty, name.utf8.count <= 180, name.first != ".", name.last != ".",
      name.last != " ",
      !name.contains(where: { forbidden.contains($0) }),
      name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { return false }
    let stem = name.prefix { $0 != "." }.uppercased()
    let devices = ["CON", "PRN", "AUX", "NUL"]
    let isPort =
      stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && stem.last?.isNumber == true
    return !devices.contains(stem) && !isPort
  }
}

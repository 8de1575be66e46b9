/// Names of files that every system takes, Windows among them.
public enum FileName {
  /// Longer names are cut: with folders and endings they must fit into the 260 characters that Windows allows for a path.
  private static let longest = 120

  private static let forbidden: Set<Unicode.Scalar> = [
    "/", "\\", ":", "*", "?", "\"", "<", ">", "|",
  ]

  /// Whether `name` is one component of a path, neither hidden nor reserved.
  public static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 180, name.first != ".", name.last != ".",
      name.last != " ", !name.unicodeScalars.contains(where: isForbidden)
    else { return false }
    return !isReserved(name)
  }

  /// The name that comes closest to `text`: what no file may have in its name becomes `_`.
  ///
  ///     FileName.safe("04-12/27-1")    // "04-12_27-1"
  public static func safe(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      name.unicodeScalars.append(isForbidden(scalar) ? "_" : scalar)
    }
    while name.utf8.count > longest { name.removeLast() }
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    if name.isEmpty || name.first == "." || isReserved(name) { name = "_" + name }
    return name
  }

  /// What two names have in common that a system may take for one.
  static func key(_ name: String) -> String { name.lowercased() }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", "-", "_", ".": return false
    default: break
    }
    return forbidden.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F
      || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .control
  }

  /// Whether Windows takes the name for a device, whatever its ending.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.uppercased()
    let devices = ["CON", "PRN", "AUX", "NUL"]
    let isPort =
      stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && stem.last?.isNumber == true
    return devices.contains(stem) || isPort
  }
}

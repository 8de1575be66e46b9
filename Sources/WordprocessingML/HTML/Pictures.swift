import OfficePackage

/// The pictures of a document as addresses that hold their bytes.
struct Pictures {
  /// How many bytes pictures may take that are shown more than once: a document of one picture in a thousand places is no gigabyte.
  private var allowance = 16 << 20
  private var known: [String: String?] = [:]

  /// The picture as an address; `nil` for what browsers do not show, and for what could hold a script.
  mutating func address(of part: String, in package: OfficePackage) -> String? {
    if let address = known[part] {
      guard let address else { return nil }
      allowance -= address.utf8.count
      return allowance > 0 ? address : nil
    }
    let bytes = package.content(of: part)
    let address = bytes.flatMap { bytes in
      Self.type(of: bytes).map { "data:\($0);base64," + Self.base64(bytes) }
    }
    known.updateValue(address, forKey: part)
    return address
  }

  /// What the first bytes say; the name of a part may say anything.
  static func type(of bytes: [UInt8]) -> String? {
    func begins(_ signature: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: signature.utf8)
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if begins("GIF87a") || begins("GIF89a") { return "image/gif" }
    if begins("BM"), bytes.count > 26 { return "image/bmp" }
    if begins("RIFF"), begins("WEBP", at: 8) { return "image/webp" }
    return nil
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let count = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if count > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if count > 2 { group |= UInt32(bytes[index + 2]) }
      for place in 0..<4 {
        text.append(place <= count ? digits[Int(group >> UInt32(18 - 6 * place) & 63)] : 0x3D)
      }
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }
}

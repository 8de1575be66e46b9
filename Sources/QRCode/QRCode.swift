import CQREncode

/// A QR code as a square of dark and light modules (ISO/IEC 18004).
///
/// The same text and level give the same modules.
public struct QRCode: Hashable, Sendable {
  /// How much of the code may be lost with the text still read: about 7, 15, 25 and 30 per cent.
  public enum Level: String, CaseIterable, Sendable {
    case low = "L"
    case medium = "M"
    case quartile = "Q"
    case high = "H"
  }

  /// The text is empty, or longer than any code of the level holds.
  public struct CapacityError: Error, Hashable {}

  /// Modules along one side, without the light border that a reader needs around them.
  public let size: Int
  private let modules: [Bool]

  /// The code of `text` in UTF-8.
  public init(_ text: String, level: Level) throws(CapacityError) {
    let bytes = Array(text.utf8)
    // The longest that any code holds (ISO/IEC 18004, table 7).
    guard !bytes.isEmpty, bytes.count <= 2953,
      let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, level.symbol)
    else { throw CapacityError() }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    guard let data = code.pointee.data else { throw CapacityError() }
    self.size = size
    // The lowest bit says whether the module is dark; the others are the library's own.
    modules = UnsafeBufferPointer(start: data, count: size * size).map { $0 & 1 == 1 }
  }

  /// Whether the module in this row and column, both from 0 at the top left, is dark.
  public func isDark(row: Int, column: Int) -> Bool { modules[row * size + column] }
}

extension QRCode.Level {
  fileprivate var symbol: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}

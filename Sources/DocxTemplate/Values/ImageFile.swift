/// A picture's bytes, looked at far enough to know its size and that it is whole.
///
/// A class, so that a picture that is shown many times is one object: two are equal where their bytes are.
final class ImageFile: Sendable, Hashable {
  enum Format: String, Sendable {
    case png, jpeg, svg

    var fileExtension: String { rawValue }

    var contentType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }
  }

  /// Why bytes are refused as a picture.
  enum Refusal: Error, Hashable {
    /// No PNG, JPEG or SVG.
    case unknownFormat
    /// Cut off, or not as its format demands.
    case damaged
    /// More bytes or pixels than the limits allow.
    case tooLarge
    /// An SVG that runs scripts or reads other files.
    case unsafe
  }

  /// What a format's reader finds.
  struct Description: Hashable, Sendable {
    var format: Format
    /// The picture's own size, by its resolution.
    var width: EMU
    var height: EMU
  }

  /// More bytes than this are no picture of a letter.
  static let maximumBytes = 32 << 20
  /// More pixels than this would fill the memory of whoever opens the document.
  static let maximumPixels = 200_000_000

  let bytes: [UInt8]
  let description: Description
  /// What programs show that cannot draw an SVG.
  let fallback: ImageFile?
  private let digest: Int

  var format: Format { description.format }

  /// - Complexity: linear in the bytes.
  init(_ bytes: [UInt8], fallback: ImageFile? = nil) throws(Refusal) {
    guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
    if bytes.starts(with: PNGReader.signature) {
      description = try PNGReader.description(of: bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      description = try JPEGReader.description(of: bytes)
    } else {
      description = try SVGReader.description(of: bytes)
    }
    self.bytes = bytes
    self.fallback = fallback
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    digest = hasher.finalize()
  }

  static func == (left: ImageFile, right: ImageFile) -> Bool {
    left === right || left.digest == right.digest && left.bytes == right.bytes
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension ImageFile.Description {
  /// The size of so many pixels at so many to the inch; what no picture means is taken for the web's 96.
  init(
    _ format: ImageFile.Format, pixels width: Int, _ height: Int, perInch x: Double, _ y: Double
  ) throws(ImageFile.Refusal) {
    guard width > 0, height > 0 else { throw .damaged }
    guard width <= 65_535, height <= 65_535, width * height <= ImageFile.maximumPixels else {
      throw .tooLarge
    }
    let isMeant = (10...4800).contains(x) && (10...4800).contains(y)
    let (x, y) = isMeant ? (x, y) : (96, 96)
    self.format = format
    self.width = EMU(Int((Double(width) * 914_400 / x).rounded()))
    self.height = EMU(Int((Double(height) * 914_400 / y).rounded()))
  }
}

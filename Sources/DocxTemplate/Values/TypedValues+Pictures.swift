import Diagnostics
import JSON
import QRCode

extension TypedValues {
  mutating func image(_ object: inout TypedObject) -> ImageValue? {
    let alternativeText = string("alt", of: &object) ?? ""
    let size = size(&object)
    var fallback: ImageFile?
    if let json = object.member("fallback") {
      var inner = TypedObject(
        json.string == nil ? json : ["path": json], path: object.path(of: "fallback"))
      fallback = picture(of: &inner, fallback: nil)
      close(inner)
      if fallback?.format == .svg { unfit("fallback", of: object, Self.needsRaster) }
    }
    guard let image = picture(of: &object, fallback: fallback) else { return nil }
    guard image.format == .svg || fallback == nil else {
      unfit(
        "fallback", of: object,
        Message(
          kk: "қосалқы сурет тек SVG үшін керек", ru: "запасное изображение нужно только для SVG",
          en: "only an SVG needs a picture to fall back on"))
      return nil
    }
    guard image.format != .svg || image.fallback != nil else {
      report("V101", object.path(of: "fallback"), Self.needsRaster)
      return nil
    }
    return size.map { ImageValue(image, size: $0, alternativeText: alternativeText) }
  }

  private static let needsRaster = Message(
    kk:
      "SVG суретінің қасында оның PNG немесе JPEG нұсқасы керек: ескі бағдарламалар соны көрсетеді",
    ru: "к SVG нужен его вариант в PNG или JPEG: его показывают старые программы",
    en: "an SVG needs a PNG or JPEG beside it, which older programs show")

  /// The picture that `path` or `data` gives.
  private mutating func picture(
    of object: inout TypedObject, fallback: ImageFile?
  ) -> ImageFile? {
    guard let source = source(&object, limit: ImageFile.maximumBytes) else { return nil }
    let key = source.key + (fallback.map { "\n\($0.hashValue)" } ?? "")
    return picture(key, source.bytes, fallback: fallback, at: source.place)
  }

  /// The bytes that `path` or `data` gives, with a key that is the same for the same file.
  mutating func source(
    _ object: inout TypedObject, limit: Int
  ) -> (bytes: [UInt8], key: String, place: String)? {
    guard case .object = object.json else {
      report("V103", object.path, .wrongType(.object, object.json))
      return nil
    }
    let (path, data) = (object.member("path"), object.member("data"))
    guard (path == nil) != (data == nil) else {
      missing(["path", "data"], in: object)
      return nil
    }
    if path != nil {
      guard let path = required("path", of: &object) else { return nil }
      let place = object.path(of: "path")
      return bytes(ofFile: path, at: place).map { ($0, "path " + path, place) }
    }
    let place = object.path(of: "data")
    guard case .string(let text)? = data, text.utf8.count / 4 * 3 <= limit,
      let bytes = Base64.bytes(of: text)
    else {
      report(
        "V104", place,
        Message(
          kk: "бұл – Base64 мәтіні емес немесе тым ұзын",
          ru: "это не текст Base64, или он слишком длинный",
          en: "this is no Base64 text, or it is too long"))
      return nil
    }
    return (bytes, "data " + text, place)
  }

  private mutating func size(_ object: inout TypedObject) -> ImageValue.Size? {
    let count = diagnostics.count
    let width = length("width", of: &object)
    let height = length("height", of: &object)
    let fit = choice("fit", of: &object, as: Fit.self)
    guard diagnostics.count == count else { return nil }
    guard fit != nil else {
      return width == nil && height == nil ? .own : .given(width: width, height: height)
    }
    guard width == nil else {
      unfit(
        "width", of: object,
        Message(
          kk: "`fit` берілсе, ені ұяшықтан алынады: `width` артық",
          ru: "при `fit` ширина берётся из ячейки: `width` лишнее",
          en: "with `fit` the width is that of the cell: `width` has no place"))
      return nil
    }
    return .fitting(height: height)
  }

  /// What a picture is as wide as; a tag outside of a table stands in the text.
  private enum Fit: String, CaseIterable {
    case cell, width
  }

  mutating func code(_ object: inout TypedObject) -> ImageValue? {
    let text = required("text", of: &object)
    let size = length("size", of: &object) ?? EMU(3 * 360_000)
    let level = choice("level", of: &object, as: QRCode.Level.self) ?? .medium
    let alternativeText = string("alt", of: &object) ?? text ?? ""
    guard let text else { return nil }
    let code: QRCode
    do throws(QRCode.CapacityError) {
      code = try QRCode(text, level: level)
    } catch {
      report(
        "V124", object.path(of: "text"),
        Message(
          kk: "мәтін QR кодына сыймайды: қысқартыңыз немесе төменірек `level` алыңыз",
          ru: "текст не помещается в QR-код: сократите его или возьмите меньший `level`",
          en: "the text does not fit into a QR code: shorten it or take a lower `level`"))
      return nil
    }
    let key = "qr \(level.rawValue) \(text)"
    return picture(key, PNGWriter.bytes(of: code, scale: 8), fallback: nil, at: object.path).map {
      ImageValue($0, size: .given(width: size, height: size), alternativeText: alternativeText)
    }
  }
}

/// Base64 (RFC 4648, §4), as data of pictures are written in JSON.
enum Base64 {
  /// The bytes, or `nil` for what is no Base64. A `data:` address before them is left out, and line ends between them.
  static func bytes(of text: String) -> [UInt8]? {
    var text = text[...]
    if text.hasPrefix("data:") {
      guard let comma = text.firstIndex(of: ","), text[..<comma].hasSuffix(";base64") else {
        return nil
      }
      text = text[text.index(after: comma)...]
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var group: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text.utf8 {
      let digit: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = UInt32(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = UInt32(byte) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(byte) + 4
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      case UInt8(ascii: "="):
        padding += 1
        digit = 0
      case 0x20, 0x0A, 0x0D, 0x09: continue
      default: return nil
      }
      guard padding == 0 || byte == UInt8(ascii: "=") else { return nil }
      group = group << 6 | digit
      count += 1
      if count % 4 == 0 {
        for shift: UInt32 in [16, 8, 0] {
          bytes.append(UInt8(truncatingIfNeeded: group >> shift))
        }
        group = 0
      }
    }
    guard count > 0, count % 4 == 0, padding <= 2 else { return nil }
    bytes.removeLast(padding)
    return bytes
  }
}

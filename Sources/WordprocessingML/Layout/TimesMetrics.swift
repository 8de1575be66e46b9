/// How wide letters are in Times New Roman and in the fonts made to its measures, of regular weight.
enum TimesMetrics {
  /// In these units an em is as wide as the font is high.
  static let unitsPerEm = 2048
  /// The height of a line at single spacing, in ems.
  static let lineHeight = 1.15
  /// How wide bold text is at most, in hundredths of what it would be in regular weight.
  static let boldPercent = 110

  /// The width of a character; of one that the table does not have, an em, so that no text is taken for shorter than it is.
  static func width(of scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    return value < low.count ? low[value] : high[value] ?? unitsPerEm
  }

  /// By code point, up to the end of the Cyrillic block.
  private static let low: [Int] = {
    var widths = Array(repeating: unitsPerEm, count: 0x500)
    for (width, characters) in table {
      for scalar in characters.unicodeScalars where scalar.value < 0x500 {
        widths[Int(scalar.value)] = width
      }
    }
    return widths
  }()

  private static let high: [Int: Int] = {
    var widths: [Int: Int] = [:]
    for (width, characters) in table {
      for scalar in characters.unicodeScalars where scalar.value >= 0x500 {
        widths[Int(scalar.value)] = width
      }
    }
    return widths
  }()

  /// Measured in Liberation Serif, whose advance widths are those of Times New Roman.
  private static let table: [(width: Int, characters: String)] = [
    (369, "'"),
    (410, "|"),
    (512, " ,.\u{A0}"),
    (569, "/:;\\ijltіїј"),
    (682, "!()-I[]`frЇІ\u{2011}"),
    (797, "JsЅѕ"),
    (809, "з"),
    (836, "\""),
    (840, "гѓғ"),
    (879, "эє"),
    (895, "т"),
    (909, "?acezаесѐёә“”„"),
    (934, "ь"),
    (942, "я"),
    (961, "^"),
    (967, "в"),
    (983, "{}"),
    (989, "ђ"),
    (995, "кќқ"),
    (1022, "л"),
    (1024, "#$*0123456789_bdghknopquvxy«»орухћўөұүһ–"),
    (1026, "З"),
    (1030, "ч"),
    (1042, "бд"),
    (1059, "ъ"),
    (1096, "ийнпцѝџң"),
    (1108, "~"),
    (1139, "FPSЈР"),
    (1155, "+<=>"),
    (1176, "БЬ"),
    (1184, "ЃГҒ"),
    (1251, "ELTZЀЁЕТ"),
    (1296, "м"),
    (1327, "ф"),
    (1331, "ЧҺ"),
    (1352, "ЄЭ"),
    (1366, "BCRЌВКСЯҚ"),
    (1376, "ы"),
    (1389, "Л"),
    (1397, "Д"),
    (1415, "ж"),
    (1446, "Ъ"),
    (1450, "ЎУ"),
    (1479, "ADGHKNOQUVXYwЍЏАИЙНОПХЦӘҢӨҰҮ"),
    (1530, "ю"),
    (1577, "шщ"),
    (1593, "&m"),
    (1618, "Ф"),
    (1706, "%"),
    (1786, "Ы"),
    (1821, "MМ"),
    (1835, "Ж"),
    (1886, "@"),
    (1933, "W"),
    (1954, "№"),
    (2048, "—…"),
    (2066, "ШЩ"),
    (2105, "Ю"),
  ]
}

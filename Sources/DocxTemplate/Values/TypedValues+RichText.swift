import Diagnostics
import JSON
import Jinja

extension TypedValues {
  mutating func richText(_ object: inout TypedObject) -> RichText? {
    if let paragraphs = list("paragraphs", of: &object) {
      // The names of the other form are known too, so that the message is about having both.
      for name in ["text", "spans"] where object.member(name) != nil {
        missing(["paragraphs", "spans", "text"], in: object)
      }
      var read: [RichText.Paragraph] = []
      for (index, json) in paragraphs.enumerated() {
        guard let paragraph = paragraph(json, at: "\(object.path(of: "paragraphs"))[\(index)]")
        else { continue }
        read.append(paragraph)
      }
      return RichText(.paragraphs(read))
    }
    return spans(of: &object).map { RichText(.spans($0)) }
  }

  /// A text with its formatting, or a list of such.
  private mutating func spans(of object: inout TypedObject) -> [RichText.Span]? {
    guard let spans = list("spans", of: &object) else {
      guard object.member("text") != nil else {
        missing(["text", "spans"], in: object)
        return span(&object).map { [$0] }
      }
      return span(&object).map { [$0] }
    }
    if object.member("text") != nil { missing(["spans", "text"], in: object) }
    let path = object.path(of: "spans")
    return spans.enumerated().compactMap { span($1, at: "\(path)[\($0)]") }
  }

  private mutating func paragraph(_ json: JSON, at path: String) -> RichText.Paragraph? {
    guard case .object = json else {
      return text(json, at: path, allowing: ["\u{C}"]).map {
        RichText.Paragraph(spans: [RichText.Span(text: $0)])
      }
    }
    var object = TypedObject(json, path: path)
    let style = string("paragraphStyle", of: &object)
    let alignment = choice("align", of: &object, as: RichText.Alignment.self)
    let spans = spans(of: &object)
    close(object)
    return spans.map { RichText.Paragraph(spans: $0, style: style, alignment: alignment) }
  }

  private mutating func span(_ json: JSON, at path: String) -> RichText.Span? {
    guard case .object = json else {
      return text(json, at: path, allowing: ["\u{C}"]).map { RichText.Span(text: $0) }
    }
    var object = TypedObject(json, path: path)
    guard object.member("text") != nil else {
      missing(["text"], in: object)
      return nil
    }
    let span = span(&object)
    close(object)
    return span
  }

  private mutating func span(_ object: inout TypedObject) -> RichText.Span? {
    let text = string("text", of: &object, allowing: ["\u{C}"])
    var span = RichText.Span(text: text ?? "")
    span.style = string("style", of: &object)
    span.link = address("url", of: &object)
    for (name, elements) in Self.toggles {
      guard let isOn = truth(name, of: &object) else { continue }
      span.properties += elements.map { RunProperty($0, isOn: isOn) }
    }
    span.properties += [
      font(&object), color("color", of: &object).map { RunProperty("color", value: $0) },
      highlight(&object), underline(&object), position(&object), language(&object),
    ].compactMap { $0 }
    span.properties += size(&object)
    return text == nil ? nil : span
  }

  /// What is on or off, with its elements: that for Latin and Cyrillic letters and that for complex scripts.
  private static let toggles: [(name: String, elements: [String])] = [
    ("bold", ["b", "bCs"]), ("italic", ["i", "iCs"]), ("strike", ["strike"]),
    ("caps", ["caps"]), ("smallCaps", ["smallCaps"]), ("rtl", ["rtl"]),
  ]

  private mutating func font(_ object: inout TypedObject) -> RunProperty? {
    guard let name = string("font", of: &object) else { return nil }
    guard !name.isEmpty, name.unicodeScalars.count <= 31 else {
      unfit(
        "font", of: object,
        Message(
          kk: "қаріп атауы бос немесе 31 таңбадан ұзын",
          ru: "название шрифта пустое или длиннее 31 знака",
          en: "the name of the font is blank or longer than 31 characters"))
      return nil
    }
    let value = WordMarkup.attribute(name)
    let attributes = ["ascii", "hAnsi", "eastAsia", "cs"].map { " w:\($0)=\"\(value)\"" }
    return RunProperty("rFonts", attributes.joined())
  }

  private static let highlights = [
    "black", "blue", "cyan", "green", "magenta", "red", "yellow", "white", "darkBlue", "darkCyan",
    "darkGreen", "darkMagenta", "darkRed", "darkYellow", "darkGray", "lightGray", "none",
  ]

  /// One of Word's markers, or any colour as a shade behind the text.
  private mutating func highlight(_ object: inout TypedObject) -> RunProperty? {
    guard let text = string("highlight", of: &object) else { return nil }
    if Self.highlights.contains(text) { return RunProperty("highlight", value: text) }
    if let color = Self.color(text) {
      return RunProperty("shd", " w:val=\"clear\" w:color=\"auto\" w:fill=\"\(color)\"")
    }
    unfit("highlight", of: object, Self.noChoice(Self.highlights + ["#RRGGBB"]))
    return nil
  }

  private static let underlines = [
    "single", "words", "double", "thick", "dotted", "dottedHeavy", "dash", "dashedHeavy",
    "dashLong", "dashLongHeavy", "dotDash", "dashDotHeavy", "dotDotDash", "dashDotDotHeavy", "wave",
    "wavyHeavy", "wavyDouble", "none",
  ]

  private mutating func underline(_ object: inout TypedObject) -> RunProperty? {
    guard let json = object.member("underline") else { return nil }
    switch json {
    case .bool(let isOn): return RunProperty("u", value: isOn ? "single" : "none")
    case .string(let kind) where Self.underlines.contains(kind):
      return RunProperty("u", value: kind)
    default:
      unfit("underline", of: object, Self.noChoice(["true", "false"] + Self.underlines))
      return nil
    }
  }

  private mutating func position(_ object: inout TypedObject) -> RunProperty? {
    let isLow = truth("subscript", of: &object) ?? false
    let isHigh = truth("superscript", of: &object) ?? false
    guard isLow || isHigh else { return nil }
    guard isLow != isHigh else {
      unfit(
        "superscript", of: object,
        Message(
          kk: "мәтін бірден жоғарғы әрі төменгі индекс бола алмайды",
          ru: "текст не может быть сразу верхним и нижним индексом",
          en: "text cannot be superscript and subscript at once"))
      return nil
    }
    return RunProperty("vertAlign", value: isLow ? "subscript" : "superscript")
  }

  private mutating func language(_ object: inout TypedObject) -> RunProperty? {
    guard let tag = string("lang", of: &object) else { return nil }
    guard tag.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil, tag.utf8.count <= 35
    else {
      unfit(
        "lang", of: object,
        Message(
          kk: "бұл – тіл белгісі емес; ол былай жазылады: \"kk-KZ\", \"ru-RU\"",
          ru: "это не обозначение языка; оно пишется так: \"kk-KZ\", \"ru-RU\"",
          en: "this is no language tag; one is written \"kk-KZ\" or \"ru-RU\""))
      return nil
    }
    return RunProperty("lang", value: tag)
  }

  /// The size in points; Word knows half points.
  private mutating func size(_ object: inout TypedObject) -> [RunProperty] {
    guard let json = object.member("size") else { return [] }
    let points: Double? =
      switch json {
      case .integer(let value): Double(value)
      case .number(let value): value
      case .string(let text): EMU(parsing: text, unit: "pt").map { Double($0.value) / 12_700 }
      default: nil
      }
    guard let points, (1...1638).contains(points) else {
      unfit(
        "size", of: object,
        Message(
          kk: "қаріп өлшемі пунктпен 1 мен 1638 аралығында болуы керек",
          ru: "размер шрифта должен быть от 1 до 1638 пунктов",
          en: "the size of the font must lie between 1 and 1638 points"))
      return []
    }
    let value = String(Int((points * 2).rounded()))
    return [RunProperty("sz", value: value), RunProperty("szCs", value: value)]
  }
}

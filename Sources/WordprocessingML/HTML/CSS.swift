/// How looks are said in CSS.
enum CSS {
  /// Twentieths of a point.
  static func points(_ value: Int) -> String { decimal(value * 5) + "pt" }

  /// A number of hundredths.
  static func decimal(_ hundredths: Int) -> String {
    let size = abs(hundredths)
    var text = (hundredths < 0 ? "-" : "") + String(size / 100)
    if size % 100 != 0 {
      text += size % 100 < 10 ? ".0\(size % 100)" : ".\(size % 100)"
      if text.hasSuffix("0") { text.removeLast() }
    }
    return text
  }

  static func color(_ number: UInt32) -> String {
    let digits = String(number & 0xFFFFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  static func border(_ border: Border) -> String {
    guard border.isVisible else { return "none" }
    let color = if case .rgb(let number) = border.color { color(number) } else { "#000" }
    // Three lines need the room of three.
    let width = border.style == .double ? border.width * 3 : border.width
    return "\(decimal(width * 100 / 8))pt \(border.style.rawValue) \(color)"
  }

  // MARK: Text

  /// What text has from what is around it unless it has its own.
  static func inherited(_ look: RunFormat) -> Declarations {
    var css = Declarations()
    let font = FontFamily(look)
    css.add("font-family", font.css)
    css.add("font-size", decimal(fontSize(look)) + "pt")
    css.add("font-weight", look.on.contains(.bold) ? "700" : "400")
    css.add("font-style", look.on.contains(.italic) ? "italic" : "normal")
    css.add("color", textColor(look))
    css.add("letter-spacing", look.spacing.map { $0 == 0 ? "normal" : points($0) } ?? "normal")
    css.add("text-transform", look.on.contains(.caps) ? "uppercase" : "none")
    css.add("font-variant-caps", look.on.contains(.smallCaps) ? "small-caps" : "normal")
    css.add("font-kerning", look.isKerned == true ? "normal" : "none")
    return css
  }

  /// In hundredths of a point.
  private static func fontSize(_ look: RunFormat) -> Int {
    let size = (look.isRightToLeft == true ? look.complexSize ?? look.size : look.size) ?? 20
    // Word draws raised and lowered text at two thirds of its size.
    return (look.position ?? .line) == .line ? size * 50 : size * 50 * 65 / 100
  }

  private static func textColor(_ look: RunFormat) -> String {
    if case .rgb(let number) = look.color { return color(number) }
    if case .fill(let number) = look.shading, isDark(number) { return "#fff" }
    return "#000"
  }

  static func isDark(_ number: UInt32) -> Bool {
    let light = (number >> 16 & 0xFF) * 299 + (number >> 8 & 0xFF) * 587 + (number & 0xFF) * 114
    return light < 60_000
  }

  /// What text does not have from what is around it.
  static func own(_ look: RunFormat) -> Declarations {
    var css = Declarations()
    var lines: [String] = []
    var style = ""
    if let underline = look.underline, underline != "none" {
      lines.append("underline")
      style = underlineStyle(underline)
    }
    if !look.on.isDisjoint(with: [.strike, .doubleStrike]) { lines.append("line-through") }
    if !lines.isEmpty {
      var value = lines.joined(separator: " ") + style
      if lines.contains("underline"), case .rgb(let number) = look.underlineColor {
        value += " " + color(number)
      }
      css.add("text-decoration", value)
    }
    if case .fill(let number) = look.highlight ?? look.shading {
      css.add("background-color", color(number))
    }
    switch look.position ?? .line {
    case .superscript: css.add("vertical-align", "super")
    case .subscript: css.add("vertical-align", "sub")
    case .line:
      if let rise = look.rise, rise != 0 { css.add("vertical-align", decimal(rise * 50) + "pt") }
    }
    if (look.position ?? .line) != .line { css.add("line-height", "0") }
    if let border = look.border, border.isVisible { css.add("border", CSS.border(border)) }
    if look.on.contains(.outline) {
      css.add("-webkit-text-stroke", "0.5pt #000")
      css.add("-webkit-text-fill-color", "#fff")
    }
    if look.on.contains(.shadow) { css.add("text-shadow", "1pt 1pt 1pt #888") }
    return css
  }

  private static func underlineStyle(_ name: String) -> String {
    switch name {
    case "double", "wavyDouble": " double"
    case "dotted", "dottedHeavy": " dotted"
    case "dash", "dashedHeavy", "dashLong", "dashLongHeavy", "dotDash", "dashDotHeavy",
      "dotDotDash", "dashDotDotHeavy":
      " dashed"
    case "wave", "wavyHeavy": " wavy"
    default: ""
    }
  }

  // MARK: Paragraphs

  /// The height of lines; the base is the text whose height counts.
  static func lineHeight(_ format: ParagraphFormat, _ base: RunFormat) -> String {
    let font = FontFamily(base)
    let single = font.lineHeight
    guard let line = format.line, line > 0 else { return thousandths(single) }
    switch format.lineRule {
    case .exact: return points(line)
    case .least:
      let own = single * Double(base.size ?? 20) * 10
      return own >= Double(line) ? thousandths(single) : points(line)
    case .multiple: return thousandths(single * Double(line) / 240)
    }
  }

  private static func thousandths(_ value: Double) -> String {
    let number = Int((value * 1000).rounded())
    var text = "\(number / 1000)."
    let rest = String(number % 1000)
    text += String(repeating: "0", count: 3 - rest.count) + rest
    return text
  }

  static func alignment(_ alignment: ParagraphFormat.Alignment) -> String {
    switch alignment {
    case .start: "start"
    case .center: "center"
    case .end: "end"
    case .justify: "justify"
    }
  }
}

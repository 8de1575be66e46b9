/// One line of a document's plain text: a paragraph, or a table row whose cells are single paragraphs.
public struct TextBlock: Hashable, Sendable {
  /// The part that it stands in.
  public let part: String
  /// The number of its first paragraph in that part, from 1.
  public let paragraph: Int
  /// The name of the paragraph style as Word shows it; `nil` for the default style and for rows.
  public let style: String?
  /// The label that its list gives it, such as `–` or `2)`; empty outside lists.
  public let label: String
  /// The text without the label; a break is U+000A.
  public let text: String
  /// Of a row: the paragraph of each cell, whose texts stand between tabs; empty otherwise.
  public let cells: [Int]

  /// The text as it is read: label and text.
  public var line: String {
    guard !label.isEmpty, !text.isEmpty else { return label + text }
    return label.last?.isWhitespace == true ? label + text : label + " " + text
  }
}

extension [TextBlock] {
  /// The blocks as plain text: a line for each, a line feed after each; white space at the ends of lines and blank lines at both ends are left out.
  public var plainText: String { plainText(TextOptions()) }

  /// The same in the form that `options` ask for.
  public func plainText(_ options: TextOptions) -> String {
    var lines: [String] = []
    lines.reserveCapacity(count)
    for block in self { block.addLines(to: &lines, options) }
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    var text = ""
    text.reserveCapacity(lines[first...last].reduce(0) { $0 + $1.utf8.count + 1 })
    for line in lines[first...last] {
      text += line
      text += "\n"
    }
    return text
  }
}

extension TextBlock {
  fileprivate func addLines(to text: inout [String], _ options: TextOptions) {
    let line = self.line
    guard options.width != nil || !Self.isOneLine(line, options) else { return text.append(line) }
    var lines = Self.split(line).map { String(Self.trimmed($0)) }
    if !options.hasSoftHyphens || !options.keepsNoBreak {
      lines = lines.map { Self.plain($0, options) }
    }
    guard let width = options.width else { return text += lines }
    let indent = label.isEmpty ? 0 : TextLayout.width(of: label) + 1
    for line in lines { text += TextLayout.wrapped(line, width: width, indent: indent) }
  }

  /// Whether a text is one line as it is, as far as single bytes tell.
  private static func isOneLine(_ text: String, _ options: TextOptions) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      // The last one may be the end of a no-break space.
      guard let last = bytes.last, ![0x20, 0x09, 0xA0].contains(last) else { return bytes.isEmpty }
      return !bytes.holdOne(of: 0x0A, options.hasSoftHyphens ? 0x0A : 0xAD)
        && (options.keepsNoBreak || !bytes.holdOne(of: 0xA0, 0xE2))
    }
  }

  /// The lines of a text, between line feeds; one that follows a carriage return is part of the text.
  private static func split(_ text: String) -> [Substring] {
    guard text.holds({ $0 == 0x0A }) else { return [text[...]] }
    guard !text.holds({ $0 == 0x0D }) else {
      return text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
  }

  /// A line without the spaces at its end, no-break ones among them.
  private static func trimmed(_ line: Substring) -> Substring {
    var scalars = line.unicodeScalars
    while let last = scalars.last, last == " " || last == "\t" || last == "\u{A0}" {
      scalars.removeLast()
    }
    return Substring(scalars)
  }

  /// Without the characters that only printed text needs.
  private static func plain(_ line: String, _ options: TextOptions) -> String {
    guard holdsSuch(line, options) else { return line }
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0xAD where !options.hasSoftHyphens: continue
      case 0xA0 where !options.keepsNoBreak, 0x202F where !options.keepsNoBreak: scalars.append(" ")
      case 0x2011 where !options.keepsNoBreak: scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func holdsSuch(_ line: String, _ options: TextOptions) -> Bool {
    let (hasHyphens, keepsNoBreak) = (options.hasSoftHyphens, options.keepsNoBreak)
    var previous: UInt8 = 0
    return line.holds { byte in
      defer { previous = byte }
      return previous == 0xC2 && byte == 0xAD && !hasHyphens
        || !keepsNoBreak && (previous == 0xC2 && byte == 0xA0 || byte == 0xE2)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether one of two bytes occurs; all are looked at, many at a time.
  func holdOne(of first: UInt8, _ second: UInt8) -> Bool {
    var found: UInt8 = 0
    for byte in self { found |= (byte == first ? 1 : 0) | (byte == second ? 1 : 0) }
    return found != 0
  }
}

extension String {
  /// Its first characters, at most `count` of them.
  func beginning(of count: Int) -> String {
    // It takes time to tell where a character ends; of most texts it does not matter.
    utf8.count <= count ? self : String(prefix(count))
  }

  /// Whether a byte of the text, in UTF-8, is one of those that are looked for.
  @inline(__always)
  func holds(_ isSought: (UInt8) -> Bool) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      for byte in bytes where isSought(byte) { return true }
      return false
    }
  }
}

import Diagnostics
import Jinja
import XML

extension PartOutput {
  func write(text: UnsafeBufferPointer<UInt8>, at site: Int) -> Bool {
    guard included == nil, pending == nil, printMarks == nil,
      layout.sites.indices.contains(site), case .text = layout.sites[site],
      Self.isPlain(text), hasRoom(for: text.count)
    else { return false }
    bytes.append(contentsOf: text)
    lastSite = site
    return true
  }

  /// Whether a text has nothing in it that may stand for something else than itself, nor anything that takes a closer look to say so.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(text)
    var index = 0
    var found: UInt64 = 0
    while index &+ 8 <= text.count {
      found |= specialBytes(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    guard found == 0 else { return false }
    while index < text.count {
      if isSpecial(text[index]) { return false }
      index &+= 1
    }
    return true
  }

  /// Not zero if there are bytes among the eight that `isSpecial` is true of, or that begin a character of three bytes or four.
  @inline(__always)
  private static func specialBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte of the difference is negative where there was less to take away from, and was not negative before.
    let control = (word &- ones &* 0x20) & ~word
    // `<` and `>` differ in one bit.
    let ampersand = (word ^ (ones &* 0x26)).zeroBytes
    let bracket = (word & (ones &* 0xFD) ^ (ones &* 0x3C)).zeroBytes
    let long = word & (word &<< 1) & (word &<< 2)
    return ampersand | bracket | (control | long) & (ones &* 0x80)
  }

  /// Writes text into a run: a line feed is a line break, a tab a tab, U+0007 a new paragraph, a form feed a new page, U+2011 Word's own no-break hyphen, for which every font has a glyph; everything else stays what it is.
  func write(text: String, in frame: TextFrame) throws(Fault) {
    var text = text
    guard hasRoom(for: text.utf8.count) else { return }
    let illegal = text.withUTF8 { write($0, in: frame) }
    if illegal { throw Self.controlCharacter }
  }

  /// Writes the bytes of a text; returns whether there are some that no document can hold, which are left out.
  private func write(_ text: UnsafeBufferPointer<UInt8>, in frame: TextFrame) -> Bool {
    var isIllegal = false
    var copied = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard Self.isSpecial(byte) else {
        index += 1
        continue
      }
      if byte >= 0x80 {
        let isHyphen = byte == 0xE2
        // U+FFFE and U+FFFF are no characters (XML 1.0 §2.2).
        guard
          isHyphen
            ? captures.isEmpty && Self.isNoBreakHyphen(text, index)
            : Self.isNoCharacter(text, index)
        else {
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
        if isHyphen { bytes.append(contentsOf: markup.noBreakHyphen) } else { isIllegal = true }
        index += 3
        copied = index
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
      index += 1
      copied = index
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case 0x0D where index < text.count && text[index] == 0x0A:
        // A carriage return before a line feed belongs to it.
        if layout.keepsCarriageReturns { bytes.append(0x0A) }
      case 0x07, 0x09, 0x0A, 0x0C, 0x0D:
        if captures.isEmpty {
          write(break: byte, in: frame, into: &bytes)
        } else {
          capturedBreaks.append((bytes.count, frame))
          bytes.append(byte)
        }
      default: isIllegal = true
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    return isIllegal
  }

  /// Whether a byte of a text may stand for something else than itself: control characters, `&`, `<`, `>`, and what U+2011, U+FFFE and U+FFFF begin with.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0x5000_0040_FFFF_FFFF
    return byte < 64 ? low &>> UInt64(byte) & 1 == 1 : byte == 0xE2 || byte == 0xEF
  }

  /// Writes what a control character of a text stands for.
  private func write(break byte: UInt8, in frame: TextFrame, into output: inout [UInt8]) {
    switch byte {
    case 0x07:
      output.append(contentsOf: frame.paragraphEnd)
      output.append(contentsOf: frame.paragraphStart)
    case 0x0C:
      output.append(contentsOf: frame.paragraphEnd)
      output.append(contentsOf: markup.pageBreak)
      output.append(contentsOf: frame.paragraphStart)
    case 0x09: output.append(contentsOf: markup.tab)
    default: output.append(contentsOf: markup.lineBreak)
    }
  }

  /// What was captured, with the control characters at `breaks` written out.
  func expanded(_ captured: [UInt8], _ breaks: [(Int, TextFrame)]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    for (offset, frame) in breaks where offset < captured.count {
      result += captured[copied..<offset]
      write(break: captured[offset], in: frame, into: &result)
      copied = offset + 1
    }
    return result + captured[copied...]
  }

  /// Writes text where nothing but text can stand: the end of a line is a space there.
  func write(plain text: String, inAttribute: Bool) throws(Fault) {
    var text = text
    guard hasRoom(for: text.utf8.count) else { return }
    var illegal = false
    text.withUTF8 { buffer in
      var copied = 0
      for (index, byte) in buffer.enumerated() where byte < 0x20 || byte == 0xEF {
        if byte == 0xEF {
          guard Self.isNoCharacter(buffer, index) else { continue }
          illegal = true
          Self.escape(buffer[copied..<index], inAttribute, into: &bytes)
          copied = index + 3
          continue
        }
        Self.escape(buffer[copied..<index], inAttribute, into: &bytes)
        copied = index + 1
        switch byte {
        case 0x0D where index + 1 < buffer.count && buffer[index + 1] == 0x0A: continue
        case 0x07, 0x09, 0x0A, 0x0C, 0x0D: bytes.append(0x20)
        default: illegal = true
        }
      }
      Self.escape(buffer[copied...], inAttribute, into: &bytes)
    }
    if illegal { throw Self.controlCharacter }
  }

  private static func escape(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ inAttribute: Bool, into bytes: inout [UInt8]
  ) {
    let text = UnsafeBufferPointer(rebasing: text)
    if inAttribute {
      XMLEscaping.attribute(text, into: &bytes)
    } else {
      XMLEscaping.text(text, into: &bytes)
    }
  }

  private static func isNoBreakHyphen(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < buffer.count && buffer[index + 1] == 0x80 && buffer[index + 2] == 0x91
  }

  private static func isNoCharacter(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < buffer.count && buffer[index + 1] == 0xBF && buffer[index + 2] >= 0xBE
  }

  static var controlCharacter: Fault {
    Fault(
      "E132",
      Message(
        kk: "мәнде Word құжатына сыймайтын басқару таңбасы бар",
        ru: "в значении есть управляющий символ, недопустимый в документе Word",
        en: "the value holds a control character that no Word document can hold"))
  }
}

extension String {
  /// The text with `&lt;`, `&#34;` and the like as the characters that they stand for.
  var withoutEntities: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var result: [UInt8] = []
    let bytes = Array(utf8)
    var index = 0
    while index < bytes.count {
      // The longest of them is ten characters long: `&#1114111;`.
      if bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(11).firstIndex(of: UInt8(ascii: ";")),
        let character = Self.character(of: bytes[(index + 1)..<end])
      {
        result += character.utf8
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func character(of entity: ArraySlice<UInt8>) -> String? {
    let name = String(decoding: entity, as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHexadecimal = name.hasPrefix("#x")
      let code = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
      return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
  }
}

import Diagnostics
import JSON

/// Case data as they stand in a file: one object, or one on each line.
struct CaseDataFile {
  /// One case: its data, and the line that it begins on in a file of many.
  struct Entry {
    let data: JSON
    let line: Int?
  }

  let path: String
  let entries: [Entry]

  /// Reads `bytes`; a file named `….jsonl` holds an object a line.
  init(_ bytes: [UInt8], path: String) throws(JSONFault) {
    self.path = path
    guard path.hasSuffix(".jsonl") else {
      entries = [Entry(data: try Self.parse(bytes, path: path, firstLine: 1), line: nil)]
      return
    }
    var entries: [Entry] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      let data = try Self.parse(Array(line), path: path, firstLine: index + 1)
      entries.append(Entry(data: data, line: index + 1))
    }
    self.entries = entries
  }

  /// A text that is no JSON, as it is told to the person who wrote it.
  struct JSONFault: Error {
    let diagnostic: Diagnostic
  }

  static func parse(_ bytes: [UInt8], path: String, firstLine: Int = 1) throws(JSONFault) -> JSON {
    try parse(bytes, path: path, firstLine: firstLine) { bytes throws(JSONSyntaxError) in
      try JSON(parsing: bytes)
    }
  }

  /// What `read` makes of a text that is JSON.
  static func parse<Content>(
    _ bytes: [UInt8], path: String, firstLine: Int = 1,
    _ read: ([UInt8]) throws(JSONSyntaxError) -> Content
  ) throws(JSONFault) -> Content {
    do throws(JSONSyntaxError) {
      return try read(bytes)
    } catch {
      throw JSONFault(diagnostic: error.diagnostic(bytes, path: path, firstLine: firstLine))
    }
  }
}

extension JSONSyntaxError {
  func diagnostic(_ bytes: [UInt8], path: String, firstLine: Int) -> Diagnostic {
    let start = bytes[..<min(offset, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let excerpt = String(decoding: bytes[start..<end], as: UTF8.self)
    return Diagnostic(
      "V107",
      Message(
        kk: "JSON синтаксисінде қате бар: \(reason.message.kk)",
        ru: "ошибка в синтаксисе JSON: \(reason.message.ru)",
        en: "the JSON syntax is wrong: \(reason.message.en)"),
      at: [
        Place(
          file: path, line: firstLine + line - 1, column: column, excerpt: excerpt,
          marked: offset - start..<offset - start + 1)
      ])
  }
}

extension JSONSyntaxError.Reason {
  fileprivate var message: Message {
    switch self {
    case .unexpectedEnd:
      Message(kk: "мәтін аяқталмаған", ru: "текст обрывается", en: "the text ends too early")
    case .unexpectedCharacter:
      Message(
        kk: "бұл таңба мұнда тұра алмайды", ru: "этот символ здесь стоять не может",
        en: "this character cannot stand here")
    case .trailingText:
      Message(kk: "артық мәтін", ru: "лишний текст в конце", en: "there is text after the end")
    case .invalidEscape:
      Message(
        kk: "`\\` кейінгі таңба қате", ru: "неверный символ после `\\`",
        en: "a wrong escape after `\\`")
    case .invalidUTF8, .notUTF8:
      Message(
        kk: "мәтін UTF-8 кодтауында емес", ru: "текст не в кодировке UTF-8",
        en: "the text is not in UTF-8")
    case .invalidNumber:
      Message(kk: "сан қате жазылған", ru: "число записано неверно", en: "a malformed number")
    case .controlCharacter:
      Message(
        kk: "мәтін ішінде басқару таңбасы бар", ru: "управляющий символ внутри текста",
        en: "a control character inside a text")
    case .duplicateName:
      Message(
        kk: "өріс екі рет берілген", ru: "поле задано дважды", en: "a field is given twice")
    case .tooDeep:
      Message(
        kk: "тым терең енгізілген", ru: "слишком глубокая вложенность", en: "nested too deeply")
    }
  }
}

import CivilDates
import Diagnostics
import Yams

/// Reads a YAML file key by key and collects everything that is wrong with it, each with its line.
struct YAMLReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// The file's outermost mapping.
  mutating func document(_ bytes: [UInt8]) -> Node? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(
        nil, "",
        Message(
          kk: "файл UTF-8 кодтауында емес", ru: "файл не в кодировке UTF-8",
          en: "the file is not in UTF-8"))
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text) else { return nil }
      return node
    } catch {
      let mark: Mark? =
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _),
          .composer(_, _, let mark, _):
          mark
        default: nil
        }
      diagnostics.append(
        Diagnostic(
          "V110",
          Message(
            kk: "YAML синтаксисінде қате бар", ru: "ошибка в синтаксисе YAML",
            en: "the YAML syntax is wrong"),
          at: [Place(file: file, line: mark?.line, column: mark?.column)]))
      return nil
    }
  }

  mutating func report(_ node: Node?, _ path: String, _ message: Message, hint: Message? = nil) {
    diagnostics.append(
      Diagnostic(
        "V110", message,
        at: [
          Place(
            file: file, block: path.isEmpty ? nil : path, line: node?.mark?.line,
            column: node?.mark?.column)
        ], hint: hint))
  }

  /// The keys and values of a mapping; anything else is reported.
  mutating func members(_ node: Node, _ path: String) -> [(key: String, value: Node)] {
    guard case .mapping(let mapping) = node else {
      report(
        node, path,
        Message(
          kk: "мұнда кілттер жиыны керек", ru: "здесь нужен набор ключей",
          en: "a mapping is needed here"))
      return []
    }
    return mapping.map { ($0.key.scalar?.string ?? "", $0.value) }
  }

  /// The members by key, with those that are not among `known` reported.
  mutating func record(_ node: Node, _ path: String, known: Set<String>) -> [String: Node] {
    var record: [String: Node] = [:]
    for (key, value) in members(node, path) {
      if !known.contains(key) {
        reportUnknown(value, path.isEmpty ? key : "\(path).\(key)", key: key)
      }
      record[key] = value
    }
    return record
  }

  mutating func reportUnknown(_ node: Node, _ path: String, key: String) {
    report(
      node, path,
      Message(
        kk: "белгісіз кілт: `\(key)`", ru: "неизвестный ключ: `\(key)`",
        en: "unknown key `\(key)`"))
  }

  mutating func elements(_ node: Node, _ path: String) -> [Node] {
    guard case .sequence(let sequence) = node else {
      report(
        node, path,
        Message(kk: "мұнда тізім керек", ru: "здесь нужен список", en: "a list is needed here"))
      return []
    }
    return Array(sequence)
  }

  mutating func string(_ node: Node?, _ path: String) -> String? {
    guard let node else {
      report(
        nil, path,
        Message(kk: "мән жоқ: `\(path)`", ru: "нет значения: `\(path)`", en: "`\(path)` is missing")
      )
      return nil
    }
    guard case .scalar(let scalar) = node else {
      report(
        node, path,
        Message(kk: "мұнда мәтін керек", ru: "здесь нужен текст", en: "a text is needed here"))
      return nil
    }
    return scalar.string
  }

  mutating func integer(_ node: Node?, _ path: String) -> Int? {
    guard let text = string(node, path) else { return nil }
    guard let number = Int(text) else {
      report(
        node, path,
        Message(
          kk: "мұнда бүтін сан керек", ru: "здесь нужно целое число",
          en: "a whole number is needed here"))
      return nil
    }
    return number
  }

  mutating func date(_ node: Node?, _ path: String) -> CivilDate? {
    guard let text = string(node, path) else { return nil }
    guard let date = CivilDate(iso: text) else {
      report(
        node, path,
        Message(
          kk: "бұл – күн емес: `\(text)`", ru: "это не дата: `\(text)`",
          en: "`\(text)` is not a date"))
      return nil
    }
    return date
  }

  mutating func bilingual(_ node: Node?, _ path: String) -> Bilingual? {
    guard let node else {
      _ = string(nil, path)
      return nil
    }
    let record = record(node, path, known: ["kk", "ru"])
    guard let kk = string(record["kk"], path + ".kk"), let ru = string(record["ru"], path + ".ru")
    else { return nil }
    return Bilingual(kk: kk, ru: ru)
  }

  /// One of the values of an enumeration, by its name.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node?, _ path: String, _ type: Choice.Type
  ) -> Choice? {
    guard let text = string(node, path) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    report(
      node, path,
      Message(
        kk: "`\(text)` жарамайды; мүмкін мәндер: \(known)",
        ru: "`\(text)` не подходит; возможны: \(known)",
        en: "`\(text)` does not fit; possible are \(known)"))
    return nil
  }

  /// `true` or `false`; anything else is reported and false.
  mutating func flag(_ node: Node, _ path: String) -> Bool {
    switch string(node, path) {
    case "true": return true
    case "false", nil: return false
    case .some(let text):
      report(
        node, path,
        Message(
          kk: "`\(text)` емес, `true` не `false` керек",
          ru: "нужно `true` или `false`, а не `\(text)`",
          en: "`true` or `false` is needed, not `\(text)`"))
      return false
    }
  }
}

import Diagnostics
import DocxTemplate
import Jinja

/// Whether the templates of a kind read what its definition has: for whoever writes them, long before a letter fails.
enum FieldChecks {
  static func check(
    _ templates: [LetterLanguage: DocxTemplate], _ definition: KindDefinition, file: String
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var read: [LetterLanguage: Set<String>] = [:]
    for language in LetterLanguage.allCases {
      guard let template = templates[language] else { continue }
      var check = TemplateFieldCheck(template: template, language: language)
      check.compare(FieldTree.root, with: ContextShape(of: definition, in: language), path: "")
      diagnostics += check.diagnostics()
      read[language] = check.read
    }
    if let kk = read[.kk], let ru = read[.ru] {
      diagnostics += unread(definition, kk, ru, file: file)
    }
    return diagnostics
  }

  /// Fields that neither template prints, or only one of them.
  private static func unread(
    _ definition: KindDefinition, _ kk: Set<String>, _ ru: Set<String>, file: String
  ) -> [Diagnostic] {
    // These work without being printed.
    var others: Set<String> = ["prepared", "asOf"]
    for period in definition.periods {
      switch period.start {
      case .field(let name), .yearOf(let name, _): others.insert(name)
      }
      if let end = period.end { others.insert(end) }
    }
    for chart in definition.charts {
      let members = [chart.category] + chart.series.map(\.member)
      others.formUnion(members.map { "\(chart.rows)[].\($0)" })
    }
    others.formUnion(deciding(definition.fields, ""))
    return paths(of: definition.fields, "").compactMap { path, label in
      let isKazakh = kk.contains(path)
      let isRussian = ru.contains(path)
      guard !others.contains(path), !isKazakh || !isRussian else { return nil }
      guard isKazakh || isRussian else {
        return Diagnostic(
          "E161",
          Message(
            kk: "`\(path)` өрісін (\(label.kk)) екі үлгі де оқымайды",
            ru: "поле `\(path)` (\(label.ru)) не читает ни один шаблон",
            en: "neither template reads the field `\(path)`"),
          severity: .warning, at: [Place(file: file, block: path)])
      }
      return Diagnostic(
        "E162",
        Message(
          kk: "`\(path)` өрісін (\(label.kk)) тек \(isKazakh ? "қазақша" : "орысша") үлгі оқиды",
          ru:
            "поле `\(path)` (\(label.ru)) читает только \(isKazakh ? "казахский" : "русский") шаблон",
          en: "only the \(isKazakh ? "Kazakh" : "Russian") template reads the field `\(path)`"),
        severity: .warning, at: [Place(file: file, block: path)])
    }
  }

  /// The paths of fields on which it depends whether others are asked for, or what they may be.
  private static func deciding(_ fields: [FieldDefinition], _ prefix: String) -> Set<String> {
    var names: Set<String> = []
    for field in fields {
      names.formUnion((field.condition?.clauses ?? []).map { prefix + $0.field })
      for case .field(let name)? in [field.limits.notBefore, field.limits.notAfter] {
        names.insert(prefix + name)
      }
      switch field.type {
      case .group(let inner): names.formUnion(deciding(inner, prefix + field.name + "."))
      case .list(.group(let inner)): names.formUnion(deciding(inner, prefix + field.name + "[]."))
      default: break
      }
    }
    return names
  }

  private static func paths(
    of fields: [FieldDefinition], _ prefix: String
  ) -> [(path: String, label: Bilingual)] {
    fields.flatMap { field -> [(path: String, label: Bilingual)] in
      let path = prefix + field.name
      switch field.type {
      case .group(let inner): return paths(of: inner, path + ".")
      case .list(.group(let inner)): return paths(of: inner, path + "[].")
      default: return [(path, field.label)]
      }
    }
  }
}

/// Compares what one template reads with what there is.
private struct TemplateFieldCheck {
  let template: DocxTemplate
  let language: LetterLanguage
  let fields: FieldTree
  /// What is read and is not there: the full names, and those that may have been meant.
  private var unknown: [(node: FieldTree.NodeID, path: String, hint: Message?)] = []
  /// What is taken for another kind than it is.
  private var mistaken:
    [(node: FieldTree.NodeID, path: String, needed: FieldTree.Kind, kind: FieldTree.Kind)] = []
  /// The paths that are read.
  private(set) var read: Set<String> = []

  init(template: DocxTemplate, language: LetterLanguage) {
    self.template = template
    self.language = language
    fields = template.fields(filterKinds: GrammarFilters.inputs)
  }

  mutating func compare(_ node: FieldTree.NodeID, with shape: ContextShape, path: String) {
    switch shape {
    case .leaf(let kind):
      note(path)
      compare(node, with: kind, path: path)
      for member in fields.members(of: node) { report(member, among: [], inside: path) }
    case .list(let item):
      note(path)
      compare(node, with: .list, path: path)
      for member in fields.members(of: node) { report(member, among: [], inside: path) }
      if let inner = fields.item(of: node) { compare(inner, with: item, path: path + "[]") }
    case .rows(let item):
      note(path)
      for member in fields.members(of: node) where fields.name(of: member) != "count" {
        report(member, among: ["count"], inside: path)
      }
      if let inner = fields.item(of: node) { compare(inner, with: item, path: path + "[]") }
    case .object(let members), .date(let members):
      note(path)
      if case .date = shape { compare(node, with: .date, path: path) }
      for member in fields.members(of: node) {
        let name = fields.name(of: member)
        guard let known = members.first(where: { $0.name == name }) else {
          report(member, among: members.map(\.name), inside: path)
          continue
        }
        compare(member, with: known.shape, path: path.isEmpty ? name : "\(path).\(name)")
      }
      // What is printed, handed on or gone through as a whole is read to its end.
      if fields.members(of: node).isEmpty { noteAll(shape, path) }
    }
  }

  private mutating func note(_ path: String) { read.insert(path) }

  /// Notes a value that the template takes for another kind than it is: a date of what is a text.
  private mutating func compare(
    _ node: FieldTree.NodeID, with kind: FieldTree.Kind, path: String
  ) {
    let needed = fields.kind(of: node)
    guard kind != .any, needed != kind, node != FieldTree.root else { return }
    switch needed {
    // A text can be printed from anything, and looked at as a condition.
    case .text, .any, .boolean: return
    // What is printed with an ending may be a number as well as a text.
    case .string where kind == .number || kind == .date: return
    // Texts are counted, and what has members is told by its members.
    case .list where kind == .string, .object: return
    case .list, .number, .string, .date: mistaken.append((node, path, needed, kind))
    }
  }

  private mutating func noteAll(_ shape: ContextShape, _ path: String) {
    note(path)
    switch shape {
    case .leaf: break
    case .list(let item), .rows(let item): noteAll(item, path + "[]")
    case .object(let members), .date(let members):
      for member in members {
        noteAll(member.shape, path.isEmpty ? member.name : "\(path).\(member.name)")
      }
    }
  }

  private mutating func report(
    _ node: FieldTree.NodeID, among known: [String], inside path: String
  ) {
    let name = fields.name(of: node)
    let whole = path.isEmpty ? name : "\(path).\(name)"
    unknown.append((node, whole, Spelling.hint(for: name, among: known)))
  }

  func diagnostics() -> [Diagnostic] {
    let places = template.places(of: unknown.map(\.node) + mistaken.map(\.node), in: fields)
    func place(of node: FieldTree.NodeID) -> Place {
      var place = places[node] ?? Place(file: template.file)
      place.language = language.rawValue
      return place
    }
    let missing = unknown.map { node, path, hint in
      Diagnostic(
        "E160",
        Message(
          kk: "хаттың бұл түрінде `\(path)` өрісі жоқ",
          ru: "у этого вида писем нет поля `\(path)`",
          en: "letters of this kind have no field `\(path)`"),
        at: [place(of: node)], hint: hint)
    }
    return missing
      + mistaken.map { node, path, needed, kind in
        let (needed, kind) = (needed.name, kind.name)
        return Diagnostic(
          "E163",
          Message(
            kk: "`\(path)` – \(kind.kk), ал үлгіге бұл жерде \(needed.kk) керек",
            ru: "`\(path)` – \(kind.ru), а шаблону здесь нужно другое: \(needed.ru)",
            en: "`\(path)` is a \(kind.en), and the template needs a \(needed.en) here"),
          at: [place(of: node)])
      }
  }
}

extension FieldTree.Kind {
  /// What the kind is called in a message.
  fileprivate var name: Message {
    switch self {
    case .object: Message(kk: "өрістер жиыны", ru: "набор полей", en: "set of fields")
    case .list: Message(kk: "тізім", ru: "список", en: "list")
    case .number: Message(kk: "сан", ru: "число", en: "number")
    case .string, .text: Message(kk: "мәтін", ru: "текст", en: "text")
    case .boolean: Message(kk: "иә/жоқ", ru: "да/нет", en: "yes or no")
    case .date: Message(kk: "күн", ru: "дата", en: "date")
    case .any: Message(kk: "кез келген мән", ru: "любое значение", en: "value")
    }
  }
}

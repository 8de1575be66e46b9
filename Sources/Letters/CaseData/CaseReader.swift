import CivilDates
import Diagnostics
public import JSON
import Jinja
import Register

/// Checks case data against a kind's fields and turns it into typed values. All that is wrong is found at once, each with its path.
struct CaseReader {
  let file: String
  let reference: ReferenceData
  /// The names of the kind's figures.
  let figures: [String]
  /// Where records are looked up that the data name by their ids; `nil` without a register.
  let records: RegisterRecords?
  /// Whether what is missing or wrong becomes a gap, so that every asked field has a value.
  let fillsGaps: Bool
  /// The day on which acts and bodies must hold; `nil` where the data do not say it.
  private(set) var prepared: CivilDate?
  /// The data as a whole, in which the dates of limits are looked up.
  private(set) var root = JSON.null
  private(set) var diagnostics: [Diagnostic] = []
  /// What the field that is read is called, if it is one of a kind.
  private(set) var label = Bilingual(kk: "…", ru: "…")

  init(
    file: String, reference: ReferenceData, of kind: KindDefinition,
    records: RegisterRecords? = nil, fillsGaps: Bool = false
  ) {
    self.file = file
    self.reference = reference
    figures = kind.figures.map(\.name)
    self.records = records
    self.fillsGaps = fillsGaps
  }

  /// The values of the whole of the data; members in `ignoring` belong to the program and not to the kind.
  mutating func read(
    _ json: JSON, _ fields: [FieldDefinition], ignoring: Set<String>
  ) throws(RegisterError) -> CaseValue {
    root = json
    prepared = json["prepared"]?.string.flatMap { CivilDate(iso: $0) }
    return try group(json, fields, at: "", ignoring: ignoring)
  }

  /// The members of `json` that `fields` name.
  mutating func group(
    _ json: JSON, _ fields: [FieldDefinition], at path: String, ignoring: Set<String> = []
  ) throws(RegisterError) -> CaseValue {
    guard case .object(let members) = json else {
      wrongType(json, "group", path)
      return fillsGaps ? gap(.group(fields), label, path) : .group([])
    }
    let outer = label
    defer { label = outer }
    checkNames(members, fields, ignoring: ignoring, path)
    var values: [(name: String, value: CaseValue)] = []
    for field in fields {
      let path = join(path, field.name)
      let given = json.given(field.name)
      guard field.isAsked(in: json, among: fields) else {
        if given != nil { reportUnasked(field, path) }
        if field.type == .boolean { values.append((field.name, .boolean(false))) }
        continue
      }
      label = field.label
      if let given = given ?? field.defaultValue {
        guard let value = try valueOrGap(given, field.type, field.limits, path) else { continue }
        checkDate(value, field.limits, among: json, path)
        values.append((field.name, value))
      } else if field.isRequired {
        report(
          "V101", path,
          Message(
            kk: "міндетті өріс толтырылмаған: \(field.label.kk) (`\(path)`)",
            ru: "не заполнено обязательное поле: \(field.label.ru) (`\(path)`)",
            en: "the required field `\(path)` is missing"))
        if fillsGaps { values.append((field.name, gap(field.type, field.label, path))) }
      } else if field.type == .boolean {
        values.append((field.name, .boolean(false)))
      }
    }
    return .group(values)
  }

  private mutating func checkNames(
    _ members: [JSON.Member], _ fields: [FieldDefinition], ignoring: Set<String>, _ path: String
  ) {
    var seen: Set<String> = []
    for member in members where !ignoring.contains(member.name) {
      let path = join(path, member.name)
      if !fields.contains(where: { $0.name == member.name }) {
        reportUnknown(member.name, among: fields.map(\.name), path)
      } else if !seen.insert(member.name).inserted {
        report(
          "V104", path,
          Message(
            kk: "өріс екі рет берілген", ru: "поле дано дважды", en: "the field is given twice"))
      }
    }
  }

  mutating func reportUnknown(_ name: String, among known: [String], _ path: String) {
    report(
      "V102", path,
      Message(
        kk: "мұндай өріс жоқ: `\(name)`", ru: "нет такого поля: `\(name)`",
        en: "there is no field `\(name)`"),
      hint: Spelling.hint(for: name, among: known))
  }

  private mutating func reportUnasked(_ field: FieldDefinition, _ path: String) {
    let condition = (field.condition?.clauses ?? []).map { "\($0.field): \($0.value.serialized())" }
      .joined(separator: ", ")
    report(
      "V109", path,
      Message(
        kk: "өріс сұралмайды: ол `\(condition)` болғанда ғана толтырылады",
        ru: "поле не спрашивается: оно заполняется только при `\(condition)`",
        en: "the field is not asked for: it is filled in only with `\(condition)`"))
  }

  mutating func value(
    _ json: JSON, _ type: FieldType, _ limits: FieldLimits, _ path: String
  ) throws(RegisterError) -> CaseValue? {
    switch type {
    case .text: return text(json, limits, path)
    case .lines: return lines(json, limits, path).map { .lines(kk: $0, ru: $1) }
    case .bilingualLines: return lines(json, limits, path).map { .bilingualLines(kk: $0, ru: $1) }
    case .paragraphs: return paragraphs(json, limits, path)
    case .string: return filled(json, type, limits, path).map { .string($0) }
    case .date: return date(json, path)
    case .period: return try record(json, type, RecordFields.period, path)
    case .year:
      guard case .integer(let year) = json, (1900...2999).contains(year) else {
        return wrongType(json, type.name, path)
      }
      checkNumber(year, limits, path)
      return .integer(year)
    case .integer:
      guard case .integer(let number) = json else { return wrongType(json, type.name, path) }
      checkNumber(number, limits, path)
      return .integer(number)
    case .boolean:
      guard case .bool(let value) = json else { return wrongType(json, type.name, path) }
      return .boolean(value)
    case .choice(let choices): return choice(json, choices, path).map { .text($0.text) }
    case .list(let item): return try list(json, item, limits, path)
    case .group(let fields): return try group(json, fields, at: path)
    case .person: return person(json, path)
    case .body: return body(json, path)
    case .act: return act(json, path)
    case .organisation: return try organisation(json, path)
    case .inquiry: return try inquiry(json, path)
    case .resources: return try resources(json, limits, path)
    case .organisers: return try organisers(json, limits, path)
    case .figure: return figure(json, path)
    }
  }

  /// The value, or what stands for it where it is wrong.
  mutating func valueOrGap(
    _ json: JSON, _ type: FieldType, _ limits: FieldLimits, _ path: String
  ) throws(RegisterError) -> CaseValue? {
    if let value = try value(json, type, limits, path) { return value }
    return fillsGaps ? gap(type, label, path, given: json) : nil
  }

  private mutating func list(
    _ json: JSON, _ item: FieldType, _ limits: FieldLimits, _ path: String
  ) throws(RegisterError) -> CaseValue? {
    guard let elements = elements(json, "list", limits, path) else { return nil }
    var values: [CaseValue] = []
    for (index, element) in elements.enumerated() {
      if let value = try valueOrGap(element, item, limits.ofItems, "\(path)[\(index)]") {
        values.append(value)
      }
    }
    return .list(values)
  }

  /// The elements of an array that is not empty and keeps the limits.
  mutating func elements(
    _ json: JSON, _ type: String, _ limits: FieldLimits, _ path: String
  ) -> [JSON]? {
    guard case .array(let elements) = json else {
      wrongType(json, type, path)
      return nil
    }
    guard !elements.isEmpty else {
      report("V104", path, Message(kk: "тізім бос", ru: "список пуст", en: "the list is empty"))
      return nil
    }
    checkCount(elements.count, limits, path)
    return elements
  }

  /// An object of the fields that the program knows; anything else is of the wrong type.
  mutating func record(
    _ json: JSON, _ type: FieldType, _ fields: [FieldDefinition], _ path: String
  ) throws(RegisterError) -> CaseValue? {
    guard case .object = json else { return wrongType(json, type.name, path) }
    let known = diagnostics.count
    let value = try group(json, fields, at: path)
    return diagnostics.count == known || fillsGaps ? value : nil
  }

  mutating func add(_ diagnostic: Diagnostic?) {
    if let diagnostic { diagnostics.append(diagnostic) }
  }

  func place(_ path: String, excerpt: String = "") -> Place {
    Place(
      file: file, block: path.isEmpty ? "$" : path, excerpt: excerpt,
      marked: 0..<excerpt.utf8.count)
  }

  mutating func report(
    _ rule: String, _ path: String, excerpt: String = "", _ message: Message, hint: Message? = nil,
    severity: Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        rule, message, severity: severity, at: [place(path, excerpt: excerpt)], hint: hint))
  }

  func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}

extension CaseReader {
  /// What is wrong with a field's default, as far as it can be told without a register.
  static func findings(
    _ value: JSON, for field: FieldDefinition, of kind: KindDefinition, reference: ReferenceData
  ) -> [Diagnostic] {
    var reader = CaseReader(file: "", reference: reference, of: kind)
    // Without a register none is asked.
    _ = try? reader.value(value, field.type, field.limits, field.name)
    return reader.diagnostics.filter { $0.rule != "V112" }
  }
}

extension JSON {
  /// The member of that name, unless it is null.
  func given(_ name: String) -> JSON? {
    guard let value = self[name], value != .null else { return nil }
    return value
  }
}

extension FieldDefinition {
  /// Whether the data ask for the field: all that it waits for is asked for itself, and has the value.
  public func isAsked(in json: JSON, among fields: [FieldDefinition]) -> Bool {
    (condition?.clauses ?? []).allSatisfy { clause in
      guard let other = fields.first(where: { $0.name == clause.field }),
        other.isAsked(in: json, among: fields)
      else { return false }
      let value = json.given(other.name) ?? other.defaultValue
      return value == clause.value
        || value == nil && other.type == .boolean && clause.value == false
    }
  }
}

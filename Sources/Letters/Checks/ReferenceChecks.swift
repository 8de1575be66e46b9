import Diagnostics

/// Whether the reference data have what a definition names, told before any letter is made.
enum ReferenceChecks {
  /// Ids and roles that no entry has, also those of defaults (`V105`).
  static func check(
    _ definition: KindDefinition, _ reference: ReferenceData, file: String
  ) -> [Diagnostic] {
    definition.citations.compactMap {
      unknown($0.act, among: reference.acts, at: "citations.\($0.name)", file)
    }
      + definition.bodies.compactMap {
        unknown($0.body, among: reference.bodies, at: "bodies.\($0.name)", file)
      }
      + defaults(of: definition.fields, definition, reference, "fields", file)
  }

  private static func unknown<Entry: DatedEntry>(
    _ choice: KindDefinition.EntryChoice, among entries: [String: Entry], at path: String,
    _ file: String
  ) -> Diagnostic? {
    let name: String
    switch choice {
    case .id(let id):
      guard entries[id] == nil else { return nil }
      name = id
    case .role(let role):
      guard !entries.values.contains(where: { $0.role == role }) else { return nil }
      name = role
    }
    return Diagnostic(
      "V105",
      Message(
        kk: "анықтамалықта мұндай жазба жоқ: `\(name)`",
        ru: "в справочнике нет такой записи: `\(name)`",
        en: "the reference data has no `\(name)`"), at: [Place(file: file, block: path)])
  }

  private static func defaults(
    of fields: [FieldDefinition], _ definition: KindDefinition, _ reference: ReferenceData,
    _ path: String, _ file: String
  ) -> [Diagnostic] {
    fields.flatMap { field -> [Diagnostic] in
      let path = "\(path).\(field.name)"
      let findings =
        field.defaultValue.map {
          CaseReader.findings($0, for: field, of: definition, reference: reference)
        } ?? []
      let unknown = findings.filter { $0.rule == "V105" }.map { finding in
        Diagnostic(
          "V105", finding.message, at: [Place(file: file, block: path + ".default")],
          hint: finding.hint)
      }
      switch field.type {
      case .group(let inner), .list(.group(let inner)):
        return unknown + defaults(of: inner, definition, reference, path + ".fields", file)
      default: return unknown
      }
    }
  }
}

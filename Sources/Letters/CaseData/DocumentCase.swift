import CivilDates
public import Diagnostics
public import JSON
public import Register

/// The case data of a document of the register, with what the register itself knows of it.
public struct DocumentCase: Sendable {
  /// The case data: what the document has, completed by its day of preparation, its registration and its resources where
  /// the kind has fields for them and the data are silent.
  public private(set) var data: JSON
  /// Where the case data and the register contradict each other.
  public private(set) var diagnostics: [Diagnostic] = []

  private let document: DocumentRecord

  /// The case of `document`, for a letter of the kind that `definition` describes, as `register` was after `revision`.
  ///
  /// - Complexity: a look at the document's resources, if its case data list some themselves.
  public init(
    _ document: DocumentRecord, _ definition: KindDefinition, _ register: Register,
    at revision: Int
  ) throws(RegisterError) {
    self.document = document
    data = .object([])
    if let text = document.caseData {
      if let given = try? JSON(parsing: text), case .object = given {
        data = given
      } else {
        report(
          "V103", .error,
          Message(
            kk: "тізілімдегі іс деректері өрістер жиыны {…} емес",
            ru: "данные дела в реестре – не набор полей {…}",
            en: "the case data in the register are no object {…}"))
      }
    }
    for field in definition.fields {
      switch (field.name, field.type) {
      case ("prepared", .date): completePreparation()
      case ("registration", .group): completeRegistration()
      case (_, .resources): try completeResources(field.name, register, revision)
      default: continue
      }
    }
  }

  private mutating func completePreparation() {
    let day = document.preparedAt.iso
    guard let given = data.given("prepared") else { return set("prepared", .string(day)) }
    // The day is not printed, but says which acts and bodies are.
    if given.string != day { contradict("prepared", given, day, .warning) }
  }

  private mutating func completeRegistration() {
    let date = (document.dates[.registered] ?? document.sentAt)?.iso
    guard let given = data.given("registration") else {
      guard !document.number.isEmpty, let date else { return }
      return set(
        "registration", ["number": .string(document.number), "date": .string(date)])
    }
    if let number = given.given("number"), number.string != document.number {
      contradict("registration.number", number, document.number, .error)
    }
    if let day = given.given("date"), let registered = document.dates[.registered],
      day.string != registered.iso
    {
      contradict("registration.date", day, registered.iso, .error)
    }
  }

  private mutating func completeResources(
    _ field: String, _ register: Register, _ revision: Int
  ) throws(RegisterError) {
    guard let given = data.given(field) else {
      return set(field, ["document": .string(document.id)])
    }
    if case .object = given {
      if let id = given.given("document"), id.string != document.id {
        contradict("\(field).document", id, document.id, .error)
      }
      return
    }
    guard case .array(let rows) = given else { return }
    let listed = rows.compactMap { row in
      row["url"]?.string.flatMap { try? CanonicalURL(parsing: $0) }
    }
    let linked = try register.resources(of: document.id, at: revision).map(\.canonicalURL)
    guard Set(listed) != Set(linked) else { return }
    report(
      "V114", .error,
      Message(
        kk:
          "іс деректеріндегі ресурстар (\(listed.count)) тізілімде осы құжатқа байланыстырылғандардан (\(linked.count)) өзгеше",
        ru:
          "ресурсы в данных дела (\(listed.count)) не те, что связаны с документом в реестре (\(linked.count))",
        en:
          "the resources of the case data (\(listed.count)) are not those that the register links to the document (\(linked.count))"
      ), block: field)
  }

  private mutating func set(_ name: String, _ value: JSON) {
    guard case .object(var members) = data else { return }
    members.removeAll { $0.name == name }
    members.append(JSON.Member(name, value))
    data = .object(members)
  }

  private mutating func contradict(
    _ block: String, _ given: JSON, _ registered: String, _ severity: Severity
  ) {
    let text = given.string ?? given.serialized()
    report(
      "V114", severity,
      Message(
        kk: "іс деректерінде `\(text)`, тізілімде `\(registered)`",
        ru: "в данных дела `\(text)`, в реестре `\(registered)`",
        en: "the case data say `\(text)`, the register `\(registered)`"), block: block)
  }

  private mutating func report(
    _ rule: String, _ severity: Severity, _ message: Message, block: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule, message, severity: severity, at: [Place(file: document.id, block: block)]))
  }
}

import CivilDates
import Export
import JSON
import Letters
import Register

/// The kinds of letters that can be written, and the beginning of one.
struct NewLetter {
  private let workplace: Workplace

  init(_ workplace: Workplace) { self.workplace = workplace }

  /// What letters of each kind are called; of a kind that cannot be used, its id.
  func names() throws -> [String: Bilingual] {
    var names: [String: Bilingual] = [:]
    for id in try ids() {
      names[id] =
        try workplace.kinds.kind(id).kind?.definition.name ?? Bilingual(kk: id, ru: id)
    }
    return names
  }

  /// The kinds that people write; a report is made by an export.
  private func ids() throws -> [String] {
    try workplace.library.kinds().filter { $0 != PeriodReport.kind }
  }

  func response(to request: WebRequest) throws -> WebResponse {
    let language = request.language
    let order = AlphabetOrder(language)
    let kinds = try ids().map { (id: $0, compiled: try workplace.kinds.kind($0)) }.map {
      (
        id: $0.id, kind: $0.compiled.kind,
        name: $0.compiled.kind?.definition.name[language] ?? $0.id
      )
    }.sorted { order.key(of: $0.name).lexicographicallyPrecedes(order.key(of: $1.name)) }
    let path = WebPath("letters", "new")
    let cards = kinds.html { id, kind, name in
      let purpose: HTML? = kind?.definition.purpose.map { "<p>\($0[language])</p>" }
      let begin =
        kind == nil
        ? "<p class=\"notice error\">\(Phrase.brokenKind[language])</p>"
        : Forms.post(
          to: path, request.visitor,
          "<input type=\"hidden\" name=\"kind\" value=\"\(id)\">\(Forms.button(Phrase.beginLetter[language], attributes: " aria-label=\"\(Phrase.beginLetter[language]): \(name)\""))"
        )
      return "<li class=\"card\"><h2>\(name)</h2>\(purpose)\(begin)</li>\n"
    }
    return Page(
      Phrase.newLetter[language], in: .letters, isWide: false, "<ul class=\"cards\">\(cards)</ul>"
    ).response(to: request)
  }

  /// Begins a letter with what is known already.
  func create(_ request: WebRequest) throws -> WebResponse {
    let id = try request.form().text("kind") ?? ""
    guard try ids().contains(id), let kind = try workplace.kinds.kind(id).kind else {
      throw WebFailure.badRequest
    }
    let data = Self.data(for: kind, today: workplace.today())
    let letter = try workplace.register.createLetter(
      kind: id, data: data.serialized(), title: LetterTitle.text(of: data, kind),
      by: workplace.user(of: request), at: workplace.now())
    return .seeOther(WebPath("letters", String(letter.id)))
  }

  /// What a new letter says: the day, what the kind has by default, and an item in each list that must have one.
  static func data(for kind: LetterKind, today: CivilDate) -> JSON {
    let fields = kind.definition.fields
    return .object(
      fields.compactMap { field in
        value(of: field, kind, today).map { JSON.Member(field.name, $0) }
      })
  }

  private static func value(
    of field: FieldDefinition, _ kind: LetterKind, _ today: CivilDate
  ) -> JSON? {
    switch (field.name, field.type) {
    case ("prepared", .date), ("asOf", .date): return .string(today.iso)
    case (_, .list(.string)): return field.defaultValue
    case (_, .list(let item)) where field.isRequired:
      return field.defaultValue ?? .array([Widget(item).blank])
    case ("signatory", .person): return signatory(kind, today).map { .string($0) }
    default: return field.defaultValue
    }
  }

  /// Who signs, where only one person can.
  private static func signatory(_ kind: LetterKind, _ today: CivilDate) -> String? {
    let people = kind.reference.people.values.filter { person in
      person.positions.contains { $0.validity.contains(today) }
    }
    return people.count == 1 ? people.first?.id : nil
  }
}

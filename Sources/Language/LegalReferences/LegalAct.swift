public import CivilDates

/// An act of law as letters cite it, in both languages.
///
///     LegalAct(
///       .law, title: .init(kazakh: "Байланыс туралы", russian: "О связи"), number: "567",
///       date: CivilDate(year: 2004, month: 7, day: 5))
public struct LegalAct: Hashable, Sendable {
  /// What kind of act it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case constitution, constitutionalLaw = "constitutional-law", code, law, decree, resolution
    case order, decision, disposition, rules, regulations, instruction, method, standard
  }

  /// The same in both languages.
  public struct Text: Hashable, Sendable {
    public let kazakh: String
    public let russian: String

    public init(kazakh: String, russian: String) {
      self.kazakh = kazakh
      self.russian = russian
    }
  }

  /// What kind of act it is.
  public let kind: Kind
  /// The official title, which citations put in quotes: «Байланыс туралы», «О связи».
  public let title: Text?
  /// A name without quotes: «Қылмыстық» and «Уголовный» of a code, «Байланыс қызметтерін көрсету» and «оказания услуг
  /// связи» of rules.
  public let name: Text?
  /// The registration number, without №.
  public let number: String?
  /// The day of the act.
  public let date: CivilDate?
  /// Who issued it, in the genitive; without it the body that issues such acts is named, if there is only one.
  public let issuer: Text?

  /// An act of which at least the kind is known.
  ///
  /// - Parameters:
  ///   - kind: what kind of act it is.
  ///   - title: the official title, with or without its quotes.
  ///   - name: a name that is not quoted.
  ///   - number: the registration number, without №.
  ///   - date: the day of the act.
  ///   - issuer: who issued it, in the genitive.
  public init(
    _ kind: Kind, title: Text? = nil, name: Text? = nil, number: String? = nil,
    date: CivilDate? = nil, issuer: Text? = nil
  ) {
    self.kind = kind
    self.title = title
    self.name = name
    self.number = number
    self.date = date
    self.issuer = issuer
  }
}

/// How much of an act a citation says.
public enum LegalActNaming: String, Hashable, Sendable, CaseIterable {
  /// The kind alone, as a term that was defined before: Заң, Закон.
  case term
  /// The act in which the reference itself stands: осы Заң, настоящий Закон.
  case this
  /// The kind and the title: «Байланыс туралы» Заңы, Закон «О связи».
  case short
  /// With the state or the body that issued it: «Байланыс туралы» Қазақстан Республикасының Заңы.
  case issued
  /// With date and number as well.
  case full
}

extension String {
  /// The text in quotation marks, which it may have already; quotes within become inner ones.
  var quoted: String {
    var text = self
    while let inner = text.withoutOuterQuotes { text = inner }
    let isNested = text.contains { "«»".contains($0) }
    guard isNested else { return "«" + text + "»" }
    return "«" + text.replacing("«", with: "„").replacing("»", with: "“") + "»"
  }

  private static let outerQuotes: [Character] = ["\"", "«", "„", "“"]

  /// What stands between a first and a last quotation mark that belong together.
  private var withoutOuterQuotes: String? {
    guard let first, let last, Self.outerQuotes.contains(first), count > 1 else { return nil }
    let inner = String(dropFirst().dropLast())
    switch (first, last) {
    case ("\"", "\""): return inner.contains(first) ? nil : inner
    case ("«", "»"), ("„", "“"), ("„", "”"), ("„", "\""), ("“", "”"): break
    default: return nil
    }
    var depth = 0
    for character in inner {
      if character == first { depth += 1 }
      if character == last { depth -= 1 }
      guard depth >= 0 else { return nil }
    }
    return inner
  }
}

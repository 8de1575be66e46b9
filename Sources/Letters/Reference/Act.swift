public import CivilDates
public import Language

/// A legal act that letters cite.
public struct Act: Hashable, Sendable, DatedEntry {
  public let id: String
  public let role: String?
  /// What kind of act it is.
  public let kind: LegalAct.Kind
  /// The official title without its quotes.
  public let title: Bilingual
  public let number: String
  public let date: CivilDate
  /// Who issued it, in the genitive, as citations print it; `nil` for laws.
  public let issuer: Bilingual?
  public let validity: Validity
  public let successor: Successor?

  public var fullName: Bilingual {
    let act = LegalAct(
      kind, title: LegalAct.Text(kazakh: title.kk, russian: title.ru), number: number, date: date,
      issuer: issuer.map { LegalAct.Text(kazakh: $0.kk, russian: $0.ru) })
    return Bilingual(kk: Kazakh.act(act), ru: Russian.act(act))
  }
}

/// A place in an act; nothing if the act as a whole is meant.
public struct ActPlace: Hashable, Sendable {
  /// A number such as `6` or `41-1`.
  public var article: String?
  public var paragraph: String?
  public var subparagraph: String?

  /// The numbers by the names of their levels, the outermost first.
  var levels: [(name: String, number: String)] {
    [("article", article), ("paragraph", paragraph), ("subparagraph", subparagraph)].compactMap {
      name, number in number.map { (name, $0) }
    }
  }

  static let levelNames = ["article", "paragraph", "subparagraph"]

  init(_ number: (String) -> String?) {
    article = number("article")
    paragraph = number("paragraph")
    subparagraph = number("subparagraph")
  }

  /// Whether `text` numbers an article, a paragraph or a subparagraph: `6`, `41-1`, `13-2`, `7б`.
  static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9][0-9A-Za-z\u{400}-\u{4FF}-]*/) != nil
  }
}

/// An act and the place in it that a letter cites.
public struct ActCitation: Hashable, Sendable {
  public let act: Act
  public let place: ActPlace
}

/// A place in an act of law: «„Байланыс туралы“ Заңының 6-бабы 1-тармағының 5) тармақшасы», «подпункт 5) пункта 1
/// статьи 6 Закона „О связи“».
///
/// Both languages cite from the same value, so that a letter and its translation cannot point to different places.
public struct LegalReference: Hashable, Sendable {
  /// The act; `nil` if the letter has named it just before.
  public let act: LegalAct?
  /// The act that approved `act`, if `act` is of the kind that another act approves: rules, methods ….
  public let approval: LegalAct?
  /// The places in it, the outermost first; none if the whole act is meant.
  public let provisions: [Provision]

  /// A place in `act`.
  ///
  /// - Parameters:
  ///   - act: the act, if it is to be named.
  ///   - approval: the act that approved it, if that is to be named.
  ///   - provisions: the places within, each inside the one before it.
  public init(
    _ act: LegalAct?, approvedBy approval: LegalAct? = nil, _ provisions: [Provision] = []
  ) {
    self.act = act
    self.approval = approval
    self.provisions = provisions
  }

  /// One place of an act, or several of the same kind: article 6, points 1 and 2.
  public struct Provision: Hashable, Sendable {
    /// What the place is called.
    public enum Level: String, Hashable, Sendable, CaseIterable {
      /// қосымша, приложение.
      case annex
      /// бөлім, раздел.
      case section
      /// тарау, глава.
      case chapter
      /// бап, статья.
      case article
      /// тармақ, пункт.
      case paragraph
      /// тармақша, подпункт; its number has a bracket.
      case subparagraph
      /// бөлік, часть.
      case part
      /// абзац.
      case indent
    }

    /// How the number is written.
    public enum Wording: String, Hashable, Sendable, CaseIterable {
      /// 6-бабы, статья 6.
      case figures
      /// бірінші бөлігі, часть первая.
      case words
    }

    public let level: Level
    /// The numbers; none of an annex that is the only one.
    public let numbers: [Number]
    public let wording: Wording

    /// The place with `numbers`.
    ///
    /// - Parameters:
    ///   - level: what the place is called.
    ///   - numbers: its number, or several.
    ///   - wording: how numbers are written; without it, those of parts and indents in words, since the acts do not
    ///     print them, and all others in figures.
    public init(_ level: Level, _ numbers: [Number], wording: Wording? = nil) {
      self.level = level
      self.numbers = numbers.filter { !$0.first.isEmpty }
      self.wording = wording ?? (level == .part || level == .indent ? .words : .figures)
    }

    /// The place with `numbers`.
    public init(_ level: Level, _ numbers: Number...) { self.init(level, numbers) }

    /// Whether several places are meant.
    var isPlural: Bool { numbers.count > 1 || numbers.contains { $0.last != nil } }

    /// The same place with its numbers written in another way.
    func written(_ wording: Wording) -> Provision { Provision(level, numbers, wording: wording) }
  }

  /// The number of a place, such as 6 or 17-1, or a range of them.
  public struct Number: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral
  {
    let first: String
    /// The end of a range.
    let last: String?

    /// Reads `6`, `17-1`, `5)` or, with an en dash, a range: `1–3`.
    public init(_ text: String) {
      let parts = text.split(separator: "–", maxSplits: 1).map { part in
        String(part.filter { !$0.isWhitespace && $0 != ")" })
      }
      first = parts.first ?? ""
      last = parts.count > 1 ? parts[1] : nil
    }

    public init(stringLiteral text: String) { self.init(text) }
    public init(integerLiteral number: Int) { self.init(String(number)) }

    /// The number in writing, each end of a range as `write` writes it.
    func written(_ write: (String) -> String) -> String {
      write(first) + (last.map { rangeDash + write($0) } ?? "")
    }
  }
}

extension LegalReference.Provision {
  /// The numbers, each as `write` writes it, listed with `conjunction`.
  func written(listedWith conjunction: String, _ write: (String) -> String) -> String {
    joined(numbers.map { $0.written(write) }, by: conjunction)
  }

  /// What stands between figures and noun: the bracket of a subparagraph.
  var bracket: String { level == .subparagraph ? ")" : "" }
}

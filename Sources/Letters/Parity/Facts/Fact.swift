import Language

/// Something that a text states and that its counterpart in the other language must state as well.
struct Fact: Sendable {
  enum Kind: Sendable {
    /// A number in figures, with what scales it: «412,6 млрд».
    case number
    /// A number in words, or in words after the figures that it repeats.
    case words
    case date, month, quarter, halfYear, year, time
    /// What stands after №.
    case reference
    /// Letters and figures in one, without № in front: «COVID-19».
    case code
    /// A place in an act: an article, a paragraph ….
    case place
    /// The title of an act, in its quotes.
    case act
    /// Another name in quotes.
    case name
    case address, phone, person, abbreviation
    /// The number of an item within a sentence: «1) …; 2) …».
    case label
  }

  /// Whether words in brackets say what the figures before them say.
  enum Repetition: Sendable {
    case agreeing, contradicting
  }

  let kind: Kind
  /// What is stated, the same in both languages.
  var value: FactValue
  /// UTF-8 offsets of exactly its words. A quoted title or name contains the facts that stand in it.
  var range: Range<Int>
  var tokens: Range<Int>
  /// Whether it cannot be anything else: a lone «бір» need not count, a quoted name may be translated.
  var isSure = true
  /// What a number counts, or its unit.
  var counted: CountedThing?
  /// The words that say what is counted.
  var countedTokens: Range<Int>?
  /// The power of ten that a word scales the number by: 9 in «412,6 млрд».
  var scale = 0
  /// Of words in brackets after figures: whether they say the same number.
  var repetition: Repetition?
  /// Whether words or figures are an ordinal.
  var isOrdinal = false
  /// Of a place: the place that it lies in, if that is named beside it.
  var owner: FactValue?
  /// Whether a date or number is that of a cited act.
  var isOfAct = false
  var person: PersonName?

  init(_ kind: Kind, _ value: FactValue, _ range: Range<Int>, _ tokens: Range<Int>) {
    self.kind = kind
    self.value = value
    self.range = range
    self.tokens = tokens
  }

  /// The number, if it is one.
  var figure: Figure? {
    if case .number(let figure) = value { figure } else { nil }
  }

  /// Whether it is a quotation, which contains other facts.
  var isQuotation: Bool { kind == .act || kind == .name }
}

/// What a fact states, in a form that is equal in both languages.
enum FactValue: Hashable, Sendable {
  /// Without decimals that are nought.
  case number(Figure)
  /// Days that do not exist as well; without a year where the text has none.
  case date(year: Int?, month: Int, day: Int)
  case month(year: Int?, month: Int)
  case quarter(year: Int?, number: Int)
  case halfYear(year: Int?, number: Int)
  case year(Int)
  case time(hour: Int, minute: Int)
  /// A number with letters, capitals of one script, with plain hyphens.
  case code(String)
  case place(LegalReference.Provision.Level, String)
  /// The kind of the act and its id in the reference data, as far as they are known.
  case act(LegalAct.Kind?, id: String?)
  case name(String)
  case address(String)
  /// Only figures.
  case phone(String)
  case person(PersonKey)
  case abbreviation(String)
  case label(String)

  /// A number in figures scaled by a power of ten; `nil` if it has more digits than there is room for.
  static func number(_ significand: Int, decimals: Int, scale: Int = 0) -> FactValue? {
    var significand = significand
    var decimals = decimals - scale
    while decimals > 0, significand % 10 == 0 {
      significand /= 10
      decimals -= 1
    }
    while decimals < 0 {
      let (product, overflows) = significand.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      significand = product
      decimals += 1
    }
    return decimals > 18 ? nil : .number(Figure(significand: significand, decimals: decimals))
  }
}

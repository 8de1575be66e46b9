/// The forms that a Russian word may be: cases of the singular in a gender, and of the plural.
///
/// Words that agree have forms in common: «государственным» and «органами» none, «государственным» and «органам» one.
public struct RussianForms: OptionSet, Hashable, Sendable {
  /// Six bits for the cases of each of masculine, feminine, neuter and plural.
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// One form.
  public init(
    _ number: GrammaticalNumber, _ gender: RussianGender, _ grammaticalCase: RussianCase
  ) {
    let slot = number == .plural ? 3 : gender.slot
    rawValue = 1 << UInt32(slot * 6 + grammaticalCase.index)
  }

  /// Every form of a case.
  public init(_ grammaticalCase: RussianCase) {
    rawValue = Self.everyGender << UInt32(grammaticalCase.index)
  }

  public static let nominative = RussianForms(.nominative)
  public static let genitive = RussianForms(.genitive)
  public static let dative = RussianForms(.dative)
  public static let accusative = RussianForms(.accusative)
  public static let instrumental = RussianForms(.instrumental)
  public static let prepositional = RussianForms(.prepositional)

  public static let masculine = RussianForms(rawValue: 0x3F)
  public static let feminine = RussianForms(rawValue: 0x3F << 6)
  public static let neuter = RussianForms(rawValue: 0x3F << 12)
  public static let plural = RussianForms(rawValue: 0x3F << 18)
  public static let singular: RussianForms = [.masculine, .feminine, .neuter]
  public static let all: RussianForms = [.singular, .plural]

  /// Every form that stands in a case of these.
  public var cases: RussianForms {
    RussianForms(
      rawValue: ((rawValue | rawValue >> 6 | rawValue >> 12 | rawValue >> 18) & 0x3F)
        * Self.everyGender)
  }

  /// Every form of the gender, or of the plural, of these.
  public var genders: RussianForms {
    var result: RussianForms = []
    for gender in [Self.masculine, .feminine, .neuter, .plural] where meets(gender) {
      result.formUnion(gender)
    }
    return result
  }

  /// Whether they have a form in common.
  public func meets(_ other: RussianForms) -> Bool { rawValue & other.rawValue != 0 }

  /// One of the forms, the singular before the plural.
  public var first: (number: GrammaticalNumber, case: RussianCase)? {
    for number in [GrammaticalNumber.singular, .plural] {
      let forms = intersection(number == .singular ? .singular : .plural)
      if let found = RussianCase.allCases.first(where: { forms.meets(RussianForms($0)) }) {
        return (number, found)
      }
    }
    return nil
  }

  private static let everyGender: UInt32 = 1 | 1 << 6 | 1 << 12 | 1 << 18
}

extension RussianGender {
  fileprivate var slot: Int {
    switch self {
    case .masculine: 0
    case .feminine: 1
    case .neuter: 2
    }
  }
}

extension RussianNoun {
  /// The forms that `word`, in small letters, is of this noun, without regard to ё; empty if it is none.
  public func forms(of word: String) -> RussianForms {
    RussianSpelling(word).map(forms(spelled:)) ?? []
  }

  /// The forms that `word` is of this noun, in small letters and without regard to ё; empty if it is none.
  func forms(spelled word: RussianSpelling) -> RussianForms {
    var forms: RussianForms = []
    let numbers: [GrammaticalNumber] = isPluralOnly ? [.plural] : [.singular, .plural]
    for number in numbers {
      for grammaticalCase in RussianCase.allCases
      where word.isWritten(self[number, grammaticalCase]) {
        forms.insert(RussianForms(number, gender, grammaticalCase))
      }
    }
    for grammaticalCase in RussianCase.allCases where word.isWritten(counted(grammaticalCase)) {
      forms.insert(RussianForms(.plural, gender, grammaticalCase))
    }
    return forms
  }
}

/// The six forms of a part of a name, and the forms that are accepted beside them.
struct RussianNameForms: Hashable, Sendable {
  private let forms: [String]
  private let variants: [String]

  /// Forms made of `stem` and endings, in the order of the cases; the nominative stays `word`.
  init(
    _ word: String, dropping count: Int = 0, _ endings: [String], variants: [String]? = nil
  ) {
    self.init(word, stem: String(word.dropLast(count)), endings, variants: variants)
  }

  init(
    _ word: String, stem: String, _ endings: [String], variantStem: String? = nil,
    variants: [String]? = nil
  ) {
    let isCapital = word.count > 2 && word.allSatisfy { !$0.isLowercase }
    func forms(_ stem: String, _ endings: [String]) -> [String] {
      var forms = endings.map { isCapital ? (stem + $0).uppercased() : stem + $0 }
      forms[0] = word
      return forms
    }
    self.forms = forms(stem, endings)
    self.variants =
      variants == nil && variantStem == nil
      ? self.forms : forms(variantStem ?? stem, variants ?? endings)
  }

  /// Forms that are given, in the capitals of `word`.
  init(_ forms: [String], variants: [String], as word: String) {
    let isCapital = word.count > 2 && word.allSatisfy { !$0.isLowercase }
    let isSmall = word.first?.isLowercase ?? false
    func written(_ form: String) -> String {
      if isCapital { return form.uppercased() }
      return isSmall ? form.prefix(1).lowercased() + form.dropFirst() : form
    }
    self.forms = forms.map(written)
    self.variants = variants.map(written)
  }

  init(unchanging word: String) {
    forms = Array(repeating: word, count: 6)
    variants = forms
  }

  /// The parts of a name with a hyphen or space, joined again.
  init(_ parts: [RussianNameForms], separator: String) {
    func joined(_ forms: KeyPath<RussianNameForms, [String]>) -> [String] {
      (0..<6).map { index in parts.map { $0[keyPath: forms][index] }.joined(separator: separator) }
    }
    forms = joined(\.forms)
    variants = joined(\.variants)
  }

  /// The same forms, and those of `other` accepted beside them.
  init(_ forms: RussianNameForms, or other: RussianNameForms) {
    self.forms = forms.forms
    variants = other.forms
  }

  subscript(grammaticalCase: RussianCase) -> String { forms[grammaticalCase.index] }

  func variant(_ grammaticalCase: RussianCase) -> String { variants[grammaticalCase.index] }
}

/// The endings of names, in the order of the cases.
enum RussianNameEndings {
  /// Ким, Ерлан.
  static let hard = ["", "а", "у", "а", "ом", "е"]
  /// Кулиш, Кац.
  static let sibilant = ["", "а", "у", "а", "ем", "е"]
  /// Коваль, Сергей, without their last letter.
  static let soft = ["", "я", "ю", "я", "ем", "е"]
  /// Георгий, without its last letter.
  static let iy = ["й", "я", "ю", "я", "ем", "и"]
  /// Тугжанов, Пушкин.
  static let possessive = ["", "а", "у", "а", "ым", "е"]
  /// Тугжанова, without its last letter.
  static let possessiveFeminine = ["а", "ой", "ой", "у", "ой", "ой"]
  /// Глинка, Никита; after г, к, х and sibilants и for ы.
  static let a = ["а", "ы", "е", "у", "ой", "е"]
  static let aAfterVelar = ["а", "и", "е", "у", "ой", "е"]
  static let aAfterSibilant = ["а", "и", "е", "у", "ей", "е"]
  static let aAfterC = ["а", "ы", "е", "у", "ей", "е"]
  /// Наталья, Майя.
  static let ya = ["я", "и", "е", "ю", "ей", "е"]
  static let yaStressed = ["я", "и", "е", "ю", "ёй", "е"]
  /// Мария; Алия has the endings of Майя.
  static let iya = ["я", "и", "и", "ю", "ей", "и"]
  /// Любовь, without its sign.
  static let thirdFeminine = ["ь", "и", "и", "ь", "ью", "и"]
}

extension RussianNameForms {
  /// A name in -а, -я, declined the same for both genders; `nil` if `word` has another ending or does not change.
  static func ofA(_ word: String) -> RussianNameForms? {
    let lower = word.lowercased()
    guard let last = lower.last, last == "а" || last == "я", let before = lower.dropLast().last
    else { return nil }
    if last == "а" {
      // Гарсиа, Моруа: no Russian ending stands after a vowel.
      guard !before.isRussianVowel else { return RussianNameForms(unchanging: word) }
      let endings =
        switch before {
        case "г", "к", "х", "қ", "ғ", "һ": RussianNameEndings.aAfterVelar
        case "ж", "ч", "ш", "щ": RussianNameEndings.aAfterSibilant
        case "ц": RussianNameEndings.aAfterC
        default: RussianNameEndings.a
        }
      return RussianNameForms(word, dropping: 1, endings)
    }
    let endings = before == "и" ? RussianNameEndings.iya : RussianNameEndings.ya
    return RussianNameForms(word, dropping: 1, endings)
  }

  /// The name whose forms are those of an adjective.
  static func adjectival(_ word: String, _ gender: RussianGender) -> RussianNameForms? {
    guard let adjective = RussianAdjective(word.lowercased()) else { return nil }
    let lower = RussianCase.allCases.map {
      adjective.form(.singular, gender, $0, isAnimate: true)
    }
    let stem = word.dropLast(2)
    guard lower[1].count > stem.count else { return nil }
    return RussianNameForms(
      word, stem: String(stem), lower.map { String($0.dropFirst(stem.count)) })
  }

  /// The parts of `word` at its hyphens, each declined by `declined` unless `keeps` says that it does not change.
  static func parts(
    _ word: String, keeps: (String) -> Bool, declined: (String) -> RussianNameForms
  ) -> RussianNameForms? {
    for separator in ["-", " "] where word.contains(separator) {
      let parts = word.split(separator: Character(separator)).map(String.init)
      guard parts.count > 1 else { return nil }
      return RussianNameForms(
        parts.enumerated().map { index, part in
          index < parts.count - 1 && keeps(part)
            ? RussianNameForms(unchanging: part) : declined(part)
        }, separator: separator)
    }
    return nil
  }
}

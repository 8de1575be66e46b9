/// What of a person's name is written, and in which order.
public enum KazakhNameForm: String, Hashable, Sendable, CaseIterable {
  /// Тоқаев Қасым-Жомарт Кемелұлы.
  case full
  /// Қасым-Жомарт Кемелұлы: how a person is addressed.
  case firstAndPatronymic = "first-and-patronymic"
  /// Қасым-Жомарт Тоқаев.
  case firstAndSurname = "first-and-surname"
  /// Қ.-Ж. К. Тоқаев.
  case initialsFirst = "initials-first"
  /// Тоқаев Қ.-Ж. К.
  case surnameFirst = "surname-first"
  /// Қ.-Ж. Тоқаев: the form of signatures.
  case initialFirst = "initial-first"
  /// Тоқаев Қ.-Ж.
  case surnameAndInitial = "surname-and-initial"
  /// Тоқаев.
  case surname
}

/// A person's name in Kazakh; the Russian spelling does not follow from it.
///
///     let name = KazakhPersonName(surname: "Тоқаев", first: "Қасым-Жомарт", patronymic: "Кемелұлы")
///     name.written(.initialFirst, case: .dative)  // "Қ.-Ж. Тоқаевқа"
///     name.written(.full, case: .dative)          // "Тоқаев Қасым-Жомарт Кемелұлына"
public struct KazakhPersonName: Hashable, Sendable {
  public let surname: String
  /// The first name, if more than its initial is known.
  public let first: String?
  /// The patronymic, if there is one: «Кемелұлы», «Сейітқызы», «Жақанович».
  public let patronymic: String?
  /// The initials with their full stops: «Қ.-Ж.», «К.».
  public let initials: [String]

  /// A name of which at least the surname is known.
  public init(surname: String, first: String? = nil, patronymic: String? = nil) {
    self.surname = surname
    self.first = first
    self.patronymic = patronymic
    initials = [first, patronymic].compactMap { $0 }.map(Self.initial)
  }

  /// A name of which only initials are known, such as `Е.С.` or `Қ.-Ж. К.`.
  public init(surname: String, initials: String) {
    self.surname = surname
    first = nil
    patronymic = nil
    self.initials = Self.initials(in: initials)
  }

  /// The name in `form` and in a case, which stands once: on the surname wherever that stands beside initials, on the
  /// last word of the rest.
  ///
  /// Parts that are not known are left out; where a first name is not known its initial stands for it.
  ///
  /// - Parameters:
  ///   - form: what is written, in which order.
  ///   - case: the case of the whole.
  ///   - lexicon: how names are read.
  /// - Returns: the name, initials joined to it by no-break spaces.
  public func written(
    _ form: KazakhNameForm, case: KazakhCase = .nominative, lexicon: ReadingLexicon = .builtIn
  ) -> String {
    written(form) { Self.accepted($0, `case`, lexicon)[0] }
  }

  /// Every form that usage accepts, that of ``written(_:case:lexicon:)`` first: «Ахметовтің», «Ахметовтың».
  public func acceptedForms(
    _ form: KazakhNameForm, case: KazakhCase = .nominative, lexicon: ReadingLexicon = .builtIn
  ) -> [String] {
    let count = [surname, first ?? "", patronymic ?? ""].map {
      Self.accepted($0, `case`, lexicon).count
    }.max()
    return (0..<(count ?? 1)).map { index in
      written(form) { part in
        let forms = Self.accepted(part, `case`, lexicon)
        return forms[min(index, forms.count - 1)]
      }
    }.withoutRepetition
  }

  private func written(_ form: KazakhNameForm, inflected: (String) -> String) -> String {
    let shown = form == .initialFirst || form == .surnameAndInitial ? 1 : initials.count
    let initials = self.initials.prefix(shown).joined(separator: Space.noBreak)
    switch form {
    case .surname: return inflected(surname)
    case .initialsFirst, .initialFirst:
      return initials.isEmpty ? inflected(surname) : initials + Space.noBreak + inflected(surname)
    case .surnameFirst, .surnameAndInitial:
      return initials.isEmpty ? inflected(surname) : inflected(surname) + Space.noBreak + initials
    case .full where first != nil:
      return Self.phrase([surname, first, patronymic], inflected)
    case .full: return written(.surnameFirst, inflected: inflected)
    case .firstAndSurname where first != nil: return Self.phrase([first, surname], inflected)
    case .firstAndSurname: return written(.initialFirst, inflected: inflected)
    case .firstAndPatronymic where first != nil: return Self.phrase([first, patronymic], inflected)
    case .firstAndPatronymic: return written(.initialsFirst, inflected: inflected)
    }
  }

  private static func phrase(_ parts: [String?], _ inflected: (String) -> String) -> String {
    var words = parts.compactMap { $0 }
    if let last = words.popLast() { words.append(inflected(last)) }
    return words.joined(separator: " ")
  }

  /// The forms of one part of a name; in capitals its suffix stays small: «ТОҚАЕВқа».
  private static func accepted(
    _ part: String, _ grammaticalCase: KazakhCase, _ lexicon: ReadingLexicon
  ) -> [String] {
    let isCapital = part.count > 1 && part == part.uppercased() && part != part.lowercased()
    let stem = isCapital ? part.prefix(1) + part.dropFirst().lowercased() : part
    // «Ұлы», «қызы» are possessed already, even at the end of a name too short to be told from other words.
    let isPatronymic = ["ұлы", "улы", "қызы", "кызы"].contains(where: stem.lowercased().hasSuffix)
    let forms: [String]
    if isPatronymic {
      forms = [Kazakh.inflect(possessed: stem, case: grammaticalCase, lexicon: lexicon)]
    } else if stem.hasSuffix(Self.russianPatronymic) {
      // Soft whatever the name before it: Жақановичке, although қ is hard.
      let end = Kazakh.inflect(
        Self.russianPatronymic, case: grammaticalCase, lexicon: .empty)
      forms = [stem.dropLast(Self.russianPatronymic.count) + end]
    } else {
      forms = Kazakh.acceptedForms(stem, case: grammaticalCase, lexicon: lexicon)
    }
    guard isCapital else { return forms }
    return forms.map { form in
      let kept = zip(form, stem).prefix { $0 == $1 }.count
      return String(part.prefix(kept)) + form.dropFirst(kept)
    }
  }

  private static let russianPatronymic = "вич"

  /// The initial of a name, of both parts if it has a hyphen.
  private static func initial(of name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + "." }.joined(separator: "-")
  }

  private static func initials(in text: String) -> [String] {
    var initials: [String] = []
    var joinsNext = false
    for letter in text where letter.isLetter || letter == "-" {
      guard letter != "-" else {
        joinsNext = true
        continue
      }
      let joined = joinsNext ? initials.popLast().map { $0 + "-" } : nil
      initials.append((joined ?? "") + String(letter) + ".")
      joinsNext = false
    }
    return initials
  }
}

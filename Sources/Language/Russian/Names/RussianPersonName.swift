/// A person's name as Russian letters write and decline it.
///
///     let name = try RussianPersonName(surname: "Тугжанов", first: "Ерлан", patronymic: "Саматович")
///     name.form(.full, case: .dative)             // "Тугжанову Ерлану Саматовичу"
///     name.form(.surnameInitials, case: .dative)  // "Тугжанову Е. С."
///
/// Declined by rule: dictionaries of names know four of five Kazakhstani surnames, rules all of them.
public struct RussianPersonName: Hashable, Sendable {
  /// How much of the name is written, and in which order.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Тугжанов Ерлан Саматович.
    case full
    /// Ерлан Саматович Тугжанов.
    case givenFirst = "given-first"
    /// Ерлан Саматович.
    case given
    /// Тугжанов.
    case surname
    /// Тугжанов Е. С.: addressees, executors.
    case surnameInitials = "surname-initials"
    /// Е. С. Тугжанов: signatures.
    case initialsSurname = "initials-surname"
    /// Тугжанов Е.
    case surnameInitial = "surname-initial"
    /// Е. Тугжанов.
    case initialSurname = "initial-surname"
  }

  /// Why a name cannot be declined.
  public enum Failure: Error, Hashable, Sendable {
    /// Neither patronymic, first name nor surname tells the gender on which the forms depend: it must be given.
    case unknownGender(surname: String, first: String)
    /// Nothing is named.
    case empty
  }

  public let surname: String
  /// The first name, or initials: «Е.», «Е. С.».
  public let first: String
  public let patronymic: String
  /// The person's gender; `nil` only if no form depends on it.
  public let gender: RussianGender?

  private let surnameForms: RussianNameForms
  private let firstForms: RussianNameForms
  private let patronymicForms: RussianNameForms

  /// A name given by its parts in the nominative; any may be missing, but not all.
  ///
  /// - Parameters:
  ///   - surname: «Тугжанов», «Петров-Водкин».
  ///   - first: «Ерлан», «Касым-Жомарт», or initials, which do not change.
  ///   - patronymic: «Саматович», «Кемелұлы».
  ///   - gender: masculine or feminine; if `nil` it is told by patronymic, first name or surname, in this order.
  ///   - names: the names that are known.
  /// - Throws: ``Failure``.
  public init(
    surname: String = "", first: String = "", patronymic: String = "", gender: RussianGender? = nil,
    names: RussianNames = .builtIn
  ) throws(Failure) {
    guard !surname.isEmpty || !first.isEmpty else { throw .empty }
    self.surname = surname
    self.first = first
    self.patronymic = patronymic
    let known =
      gender
      ?? Self.gender(surname: surname, first: first, patronymic: patronymic, names)
    func forms(_ gender: RussianGender) -> [RussianNameForms] {
      [
        .surname(surname, gender, names),
        first.isInitials ? RussianNameForms(unchanging: first) : .first(first, gender, names),
        patronymic.isInitials
          ? RussianNameForms(unchanging: patronymic) : .patronymic(patronymic, gender, names),
      ]
    }
    self.gender = known
    let declined = forms(known ?? .masculine)
    guard known != nil || declined == forms(.feminine) else {
      throw .unknownGender(surname: surname, first: first)
    }
    (surnameForms, firstForms, patronymicForms) = (declined[0], declined[1], declined[2])
  }

  /// The name in a format and case, initials and surname joined by no-break spaces.
  public func form(_ format: Format, case: RussianCase = .nominative) -> String {
    written(format) { $0[`case`] }
  }

  /// Every form that an editor accepts, the house style's first: «Айгуль» and «Айгули», «Ильёй» and «Ильей».
  public func acceptedForms(_ format: Format, case: RussianCase = .nominative) -> [String] {
    Russian.accepted([
      form(format, case: `case`), written(format) { $0.variant(`case`) },
    ])
  }

  private func written(_ format: Format, _ form: (RussianNameForms) -> String) -> String {
    func joined(_ parts: [String], _ space: String) -> String {
      parts.filter { !$0.isEmpty }.joined(separator: space)
    }
    let given = [form(firstForms), form(patronymicForms)]
    return switch format {
    case .full: joined([form(surnameForms)] + given, " ")
    case .givenFirst: joined(given + [form(surnameForms)], " ")
    case .given: joined(given, " ")
    case .surname: form(surnameForms)
    case .surnameInitials: joined([form(surnameForms)] + initials, Space.noBreak)
    case .initialsSurname: joined(initials + [form(surnameForms)], Space.noBreak)
    case .surnameInitial: joined([form(surnameForms)] + initials.prefix(1), Space.noBreak)
    case .initialSurname: joined(initials.prefix(1) + [form(surnameForms)], Space.noBreak)
    }
  }

  /// «Е.», «С.»; of a first name with a hyphen «К.-Ж.».
  private var initials: [String] {
    let given = first.isInitials ? first.separateInitials : [first.initial]
    let patronymic =
      patronymic.isInitials ? patronymic.separateInitials : [patronymic.initial]
    return (given + patronymic).filter { !$0.isEmpty }
  }
}

extension String {
  /// Whether it is written in initials: «Е.», «Е.С.».
  fileprivate var isInitials: Bool { last == "." }

  /// «Е.С.» → «Е.», «С.»; «К.-Ж.» stays together.
  fileprivate var separateInitials: [String] {
    var result: [String] = []
    for character in self where !character.isWhitespace {
      let continues = result.last.map { $0.last != "." || character == "-" } ?? false
      if continues || character == "." {
        result.append((result.popLast() ?? "") + String(character))
      } else {
        result.append(String(character))
      }
    }
    return result
  }

  fileprivate var initial: String {
    split(separator: "-").compactMap { $0.first.map { $0.uppercased() + "." } }
      .joined(separator: "-")
  }
}

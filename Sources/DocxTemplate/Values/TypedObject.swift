import Diagnostics
import JSON
import Jinja
import XML

/// The members of one typed value, and which of them were asked for: the others are unknown ones.
struct TypedObject {
  let json: JSON
  /// The value's path in the data, such as `letter.photo`.
  let path: String
  fileprivate(set) var known: [String] = [TypedValues.typeName]

  init(_ json: JSON, path: String) {
    self.json = json
    self.path = path
  }

  func path(of name: String) -> String { TypedValues.join(path, name) }

  /// The member of a name; a `null` is none.
  mutating func member(_ name: String) -> JSON? {
    known.append(name)
    let value = json[name]
    return value == .null ? nil : value
  }
}

extension Message {
  /// What a member can be, as messages name it.
  static let text = Message(kk: "мәтін", ru: "текст", en: "text")
  static let list = Message(kk: "тізім", ru: "список", en: "a list")
  static let truth = Message(kk: "true немесе false", ru: "true или false", en: "true or false")
  static let whole = Message(kk: "бүтін сан", ru: "целое число", en: "a whole number")
  static let object = Message(kk: "өрістер жиыны", ru: "набор полей", en: "an object")

  static func wrongType(_ due: Message, _ found: JSON?) -> Message {
    let found = (found.map { Value($0).typeName }) ?? Message(kk: "–", ru: "–", en: "–")
    return Message(
      kk: "мәннің түрі басқа: керегі – \(due.kk), берілгені – \(found.kk)",
      ru: "значение не того типа: нужно – \(due.ru), дано – \(found.ru)",
      en: "the value has the wrong type: expected \(due.en), found \(found.en)")
  }
}

extension TypedValues {
  /// Reports the members that nobody asked for.
  mutating func close(_ object: TypedObject) {
    guard case .object(let members) = object.json else { return }
    for member in members where !object.known.contains(member.name) {
      report(
        "V102", object.path(of: member.name),
        Message(
          kk: "мұндай өріс жоқ: `\(member.name)`", ru: "нет такого поля: `\(member.name)`",
          en: "there is no field `\(member.name)`"),
        hint: Spelling.hint(for: member.name, among: object.known))
    }
  }

  mutating func missing(_ names: [String], in object: TypedObject) {
    report(
      "V101", object.path(of: names[0]),
      names.count == 1
        ? Message(
          kk: "міндетті өріс берілмеген: \(names.listed)",
          ru: "не задано обязательное поле: \(names.listed)",
          en: "the required field \(names.listed) is missing")
        : Message(
          kk: "осы өрістердің бірі ғана керек: \(names.listed)",
          ru: "нужно ровно одно из полей: \(names.listed)",
          en: "exactly one of the fields \(names.listed) is needed"))
  }

  mutating func unfit(_ name: String, of object: TypedObject, _ message: Message) {
    report("V104", object.path(of: name), message)
  }

  /// Text that a document can hold; `allowing` names control characters that mean something here.
  mutating func string(
    _ name: String, of object: inout TypedObject, allowing: Set<Unicode.Scalar> = []
  ) -> String? {
    guard let json = object.member(name) else { return nil }
    return text(json, at: object.path(of: name), allowing: allowing)
  }

  mutating func text(
    _ json: JSON, at path: String, allowing: Set<Unicode.Scalar> = []
  ) -> String? {
    let text: String
    switch json {
    case .string(let value): text = value
    case .integer, .number: text = Value(json).text
    default:
      report("V103", path, .wrongType(.text, json))
      return nil
    }
    for scalar in text.unicodeScalars
    where !XMLEscaping.isAllowed(scalar) && !allowing.contains(scalar) {
      report(
        "V104", path,
        Message(
          kk: "мәтінде Word құжатына сыймайтын басқару таңбасы бар",
          ru: "в тексте есть управляющий символ, недопустимый в документе Word",
          en: "the text holds a control character that no Word document can hold"))
      return nil
    }
    return text
  }

  mutating func required(_ name: String, of object: inout TypedObject) -> String? {
    guard object.member(name) != nil else {
      missing([name], in: object)
      return nil
    }
    guard let text = string(name, of: &object) else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      unfit(name, of: object, Message(kk: "мәтін бос", ru: "текст пуст", en: "the text is blank"))
      return nil
    }
    return text
  }

  mutating func truth(_ name: String, of object: inout TypedObject) -> Bool? {
    guard let json = object.member(name) else { return nil }
    if case .bool(let value) = json { return value }
    report("V103", object.path(of: name), .wrongType(.truth, json))
    return nil
  }

  mutating func count(
    _ name: String, of object: inout TypedObject, in range: ClosedRange<Int>
  ) -> Int? {
    guard let json = object.member(name) else { return nil }
    guard case .integer(let value) = json else {
      report("V103", object.path(of: name), .wrongType(.whole, json))
      return nil
    }
    guard range.contains(value) else {
      let (low, high) = (range.lowerBound, range.upperBound)
      unfit(
        name, of: object,
        Message(
          kk: "сан \(low) мен \(high) аралығында болуы керек",
          ru: "число должно быть от \(low) до \(high)",
          en: "the number must lie between \(low) and \(high)"))
      return nil
    }
    return value
  }

  mutating func list(_ name: String, of object: inout TypedObject) -> [JSON]? {
    guard let json = object.member(name) else { return nil }
    if case .array(let elements) = json { return elements }
    report("V103", object.path(of: name), .wrongType(.list, json))
    return nil
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of object: inout TypedObject, as type: Choice.Type
  ) -> Choice? {
    guard let text = string(name, of: &object) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = type.allCases.map(\.rawValue)
    report(
      "V104", object.path(of: name), Self.noChoice(names),
      hint: Spelling.hint(for: text, among: names))
    return nil
  }

  static func noChoice(_ names: [String]) -> Message {
    Message(
      kk: "мұндай нұсқа жоқ; мүмкін мәндер: \(names.listed)",
      ru: "нет такого варианта; возможны: \(names.listed)",
      en: "there is no such choice; possible are \(names.listed)")
  }

  /// A length with its unit, or a number of centimetres.
  mutating func length(_ name: String, of object: inout TypedObject) -> EMU? {
    guard let json = object.member(name) else { return nil }
    return length(json, at: object.path(of: name))
  }

  mutating func length(_ json: JSON, at path: String) -> EMU? {
    let length: EMU? =
      switch json {
      case .integer(let value): EMU(Double(value), 360_000)
      case .number(let value): EMU(value, 360_000)
      case .string(let text): EMU(parsing: text, unit: nil)
      default: nil
      }
    guard let length, length >= .minimum, length <= .maximum else {
      report(
        "V104", path,
        Message(
          kk:
            "бұл – ұзындық емес; ұзындық былай жазылады: \"3.5cm\", \"35mm\", \"1in\", \"72pt\", \"96px\"; 55 см-ден аспайды",
          ru:
            "это не длина; длина пишется так: \"3.5cm\", \"35mm\", \"1in\", \"72pt\", \"96px\"; не более 55 см",
          en:
            "this is no length; a length is written \"3.5cm\", \"35mm\", \"1in\", \"72pt\" or \"96px\", at most 55 cm"
        ))
      return nil
    }
    return length
  }

  /// A colour as six hexadecimal digits, with or without `#`.
  mutating func color(_ name: String, of object: inout TypedObject) -> String? {
    guard let text = string(name, of: &object) else { return nil }
    if let color = Self.color(text) { return color }
    unfit(
      name, of: object,
      Message(
        kk: "бұл – түс емес; түс былай жазылады: \"#1F4E79\"",
        ru: "это не цвет; цвет пишется так: \"#1F4E79\"",
        en: "this is no colour; a colour is written \"#1F4E79\""))
    return nil
  }

  static func color(_ text: String) -> String? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return nil
    }
    return digits.uppercased()
  }

  mutating func address(_ name: String, of object: inout TypedObject) -> WebAddress? {
    guard let text = string(name, of: &object) else { return nil }
    if let address = WebAddress(text) { return address }
    report(
      "V123", object.path(of: name),
      Message(
        kk: "сілтеме http://, https:// немесе mailto: деп басталып, бос орынсыз жазылуы керек",
        ru: "ссылка должна начинаться с http://, https:// или mailto: и быть без пробелов",
        en: "a link must begin with http://, https:// or mailto: and hold no spaces"))
    return nil
  }
}

/// What follows a Kazakh noun's or numeral's stem: number, possessive and case in their order.
struct KazakhEnding: OptionSet, Sendable {
  let rawValue: Int

  static let ordinal = KazakhEnding(rawValue: 1)
  static let plural = KazakhEnding(rawValue: 2)
  static let possessive = KazakhEnding(rawValue: 4)
  static let genitive = KazakhEnding(rawValue: 8)
  /// Dative, accusative, locative, ablative, instrumental.
  static let otherCase = KazakhEnding(rawValue: 16)
  /// -ғы of «жылғы», -дағы of «желтоқсандағы».
  static let attributive = KazakhEnding(rawValue: 32)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// Reads `rest` as an ending; `nil` if it is none.
  init?(_ rest: [UInt8], mayBeOrdinal: Bool = false) {
    self = []
    if rest.isEmpty { return }
    var start = 0
    if mayBeOrdinal, let length = Self.longest(Self.ordinals, rest, 0) {
      start = length
      insert(.ordinal)
    }
    guard let parsed = Self.noun(rest, start) else { return nil }
    formUnion(parsed)
  }

  private static func noun(_ rest: [UInt8], _ start: Int) -> KazakhEnding? {
    for (isPlural, afterPlural) in [(true, longest(plurals, rest, start)), (false, start)] {
      guard let afterPlural else { continue }
      for possessive in possessives {
        guard let afterPossessive = end(of: possessive, rest, afterPlural) else { continue }
        guard let ending = caseEnding(rest, afterPossessive, isPossessed: !possessive.isEmpty)
        else { continue }
        var all = ending
        if isPlural { all.insert(.plural) }
        if !possessive.isEmpty { all.insert(.possessive) }
        return all
      }
    }
    return nil
  }

  private static func caseEnding(
    _ rest: [UInt8], _ start: Int, isPossessed: Bool
  ) -> KazakhEnding? {
    if start == rest.count { return [] }
    for (endings, meaning) in cases
    where endings.contains(where: { end(of: $0, rest, start) == rest.count }) {
      return meaning
    }
    guard isPossessed else { return nil }
    for (endings, meaning) in possessedCases
    where endings.contains(where: { end(of: $0, rest, start) == rest.count }) {
      return meaning
    }
    return nil
  }

  private static func longest(_ endings: [[UInt8]], _ rest: [UInt8], _ start: Int) -> Int? {
    endings.lazy.compactMap { end(of: $0, rest, start) }.max()
  }

  private static func end(of ending: [UInt8], _ rest: [UInt8], _ start: Int) -> Int? {
    let end = start + ending.count
    guard end <= rest.count else { return nil }
    for (offset, byte) in ending.enumerated() where rest[start + offset] != byte { return nil }
    return end
  }

  private static func bytes(_ endings: String) -> [[UInt8]] {
    endings.split(separator: " ").map { Array($0.utf8) }
  }

  private static let ordinals = bytes("інші ыншы нші ншы сыншы шы ші")
  private static let plurals = bytes("лар лер дар дер тар тер")
  private static let possessives = bytes("ымыз іміз мыз міз ыңыз іңіз ңыз ңіз сы сі ы і") + [[]]
  private static let cases: [([[UInt8]], KazakhEnding)] = [
    (bytes("ның нің дың дің тың тің"), .genitive),
    (
      bytes("ға ге қа ке ны ні ды ді ты ті да де та те дан ден тан тен нан нен мен бен пен"),
      .otherCase
    ),
    (bytes("ғы гі қы кі дағы дегі тағы тегі"), .attributive),
  ]
  private static let possessedCases: [([[UInt8]], KazakhEnding)] = [
    (bytes("на не н нда нде нан нен мен"), .otherCase),
    (bytes("ндағы ндегі"), .attributive),
  ]
}

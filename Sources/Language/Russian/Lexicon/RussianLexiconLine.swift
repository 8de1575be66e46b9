/// A line of a table of nouns, as ``RussianLexicon/init(table:)`` describes it.
enum RussianLexiconLine {
  static func isBlank(_ line: Substring) -> Bool {
    let first = line.utf8.first { $0 != space && $0 != UInt8(ascii: "\t") }
    return first.map { $0 == UInt8(ascii: "#") } ?? true
  }

  /// The noun that a line is about, in small letters and without ё.
  static func key(_ line: Substring) -> String {
    let word = line.utf8.drop { $0 == space }.prefix { $0 != space && $0 != UInt8(ascii: "\t") }
    return RussianLexicon.key(word)
  }

  /// What stands before the | of a line.
  static func stem(_ line: Substring) -> Substring {
    Substring(line.utf8.drop { $0 == space }.prefix { $0 != UInt8(ascii: "|") && $0 != space })
  }

  private static let space = UInt8(ascii: " ")

  static func entry(_ line: Substring) throws(RussianLexiconError.Reason)
    -> RussianLexicon.Entry
  {
    let fields = line.utf8.split { $0 == space || $0 == UInt8(ascii: "\t") }.map(Substring.init)
    guard fields.count > 3 else { throw .incomplete }
    let parts = fields[0].utf8.split(
      separator: UInt8(ascii: "|"), omittingEmptySubsequences: false
    ).map(Substring.init)
    let lemma = parts.joined()
    guard let (gender, isAnimate, isPluralOnly) = agreement(fields[1]) else {
      throw .gender(String(fields[1]))
    }
    guard let provenance = LexiconProvenance(rawValue: String(fields[2])) else {
      throw .provenance(String(fields[2]))
    }
    var endings: [Substring] = []
    var fewForm: String?
    var counted: [String]?
    endings.reserveCapacity(12)
    for field in fields[3...] {
      guard field.utf8.contains(UInt8(ascii: "=")) else {
        // A slash parts the numbers.
        if field.utf8.first != UInt8(ascii: "/") { endings.append(field) }
        continue
      }
      if field.hasPrefix("few=") {
        fewForm = String(field.dropFirst(4))
      } else if field.hasPrefix("counted=") {
        counted = field.dropFirst(8).split(separator: ",").map(String.init)
      } else {
        throw .option(String(field))
      }
    }
    if endings.count == 1, endings[0] == "0" {
      return RussianLexicon.Entry(
        RussianNoun(indeclinable: lemma, gender, isAnimate: isAnimate), provenance: provenance)
    }
    let stem = String(parts[0])
    let forms = endings.map { $0.utf8.first == UInt8(ascii: "-") ? stem : stem + $0 }
    guard forms.count == (isPluralOnly ? 6 : 12), counted?.count ?? 6 == 6 else {
      throw .forms(count: counted.map { min($0.count, forms.count) } ?? forms.count)
    }
    guard forms[0] == lemma else { throw .nominative(forms[0]) }
    return RussianLexicon.Entry(
      RussianNoun(
        gender, isAnimate: isAnimate, unchecked: Array(forms.prefix(6)), Array(forms.suffix(6)),
        fewForm: fewForm, countedPlural: counted), provenance: provenance)
  }

  private static func agreement(_ field: Substring)
    -> (gender: RussianGender, isAnimate: Bool, isPluralOnly: Bool)?
  {
    switch field {
    case "m": (.masculine, false, false)
    case "ma": (.masculine, true, false)
    case "f": (.feminine, false, false)
    case "fa": (.feminine, true, false)
    case "n": (.neuter, false, false)
    case "na": (.neuter, true, false)
    case "p": (.neuter, false, true)
    case "pa": (.neuter, true, true)
    default: nil
    }
  }

  /// The line of `entry`.
  static func text(_ entry: RussianLexicon.Entry) -> String {
    let noun = entry.noun
    let gender =
      noun.isPluralOnly
      ? "p" : noun.gender == .masculine ? "m" : noun.gender == .feminine ? "f" : "n"
    let head = [gender + (noun.isAnimate ? "a" : ""), entry.provenance.rawValue]
    guard !noun.isIndeclinable else {
      return ([noun.lemma] + head + ["0"]).joined(separator: " ")
    }
    let numbers: [GrammaticalNumber] = noun.isPluralOnly ? [.plural] : [.singular, .plural]
    let forms = numbers.map { number in RussianCase.allCases.map { noun[number, $0] } }
    let stem = forms.joined().reduce(noun.lemma) { stem, form in
      String(zip(stem, form).prefix { $0 == $1 }.map(\.0))
    }
    let endings = forms.map { forms in
      forms.map { $0 == stem ? "-" : String($0.dropFirst(stem.count)) }.joined(separator: " ")
    }
    var fields = [stem + "|" + noun.lemma.dropFirst(stem.count)] + head
    fields.append(endings.joined(separator: " / "))
    if let few = noun.fewForm { fields.append("few=" + few) }
    if let counted = noun.countedPlural {
      fields.append("counted=" + counted.joined(separator: ","))
    }
    return fields.joined(separator: " ")
  }
}

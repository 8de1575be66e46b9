public import Diagnostics
public import Language
import Yams

/// The words that grammar is asked about, as a project has them: the built-in lexicons with its own entries over them.
public struct GrammarLexicons: Sendable {
  /// How Kazakh words, abbreviations and names are read.
  public var kazakh: ReadingLexicon
  /// The forms of Russian nouns.
  public var russian: RussianLexicon {
    didSet {
      phrases = RussianPhrases(russian)
      reader = RussianReader(russian)
    }
  }
  /// Reads the words of finished Russian sentences.
  public private(set) var reader: RussianReader
  private var phrases: RussianPhrases
  /// The names of people in Russian.
  public var names: RussianNames

  /// The lexicons that are built in.
  public static let builtIn = GrammarLexicons(
    kazakh: .builtIn, russian: .builtIn, names: .builtIn)

  public init(kazakh: ReadingLexicon, russian: RussianLexicon, names: RussianNames) {
    self.kazakh = kazakh
    self.russian = russian
    phrases = RussianPhrases(russian)
    reader = RussianReader(russian)
    self.names = names
  }

  /// A Russian phrase in the nominative singular, ready to be declined; `nil` if it cannot be. Read once.
  public func phrase(_ text: String) -> RussianPhrase? { phrases[text] }

  /// The files of the reference data that hold them.
  public static let files = ["lexicon.yaml", "nouns.yaml", "names.yaml"]

  /// Lays the entries of one of the files over these; returns what is wrong with it.
  ///
  /// A file that is the built-in one is told by its bytes, and not read.
  public mutating func read(_ name: String, _ bytes: [UInt8], file: String) -> [Diagnostic] {
    let fingerprint = bytes.fingerprint
    switch name {
    case "nouns.yaml":
      guard fingerprint != RussianLexicon.builtInSource else { return [] }
      var reader = NounsReader(file: file)
      let entries = reader.entries(bytes).flatMap(\.entries)
      russian = russian.overridden(by: RussianLexicon(entries))
      return reader.yaml.diagnostics
    case "names.yaml":
      guard fingerprint != RussianNames.builtInSource else { return [] }
      var reader = NamesReader(file: file)
      names = names.overridden(by: reader.names(bytes))
      return reader.yaml.diagnostics
    default:
      guard fingerprint != ReadingLexicon.builtInSource else { return [] }
      let (entries, diagnostics) = Self.readings(bytes, file: file)
      kazakh = kazakh.overridden(by: ReadingLexicon(entries))
      return diagnostics
    }
  }

  /// The entries of `lexicon.yaml`, and what is wrong with it.
  static func readings(
    _ bytes: [UInt8], file: String
  ) -> (entries: [ReadingLexicon.Entry], diagnostics: [Diagnostic]) {
    var reader = ReadingsReader(file: file)
    let entries = reader.entries(bytes)
    return (entries, reader.yaml.diagnostics)
  }
}

extension [UInt8] {
  /// FNV-1a of the bytes: tells a file that was left as it was delivered.
  var fingerprint: UInt64 {
    reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}

/// Reads the sections of `lexicon.yaml`, one kind of word each.
private struct ReadingsReader {
  var yaml: YAMLReader

  init(file: String) { yaml = YAMLReader(file: file) }

  private static let sections: KeyValuePairs<String, KazakhStem.Kind> = [
    "abbreviations": .abbreviation, "units": .unit, "names": .latinName, "words": .word,
  ]

  mutating func entries(_ bytes: [UInt8]) -> [ReadingLexicon.Entry] {
    guard let document = yaml.document(bytes) else { return [] }
    let sections = yaml.record(document, "", known: Set(Self.sections.map(\.key)))
    var entries: [ReadingLexicon.Entry] = []
    for (section, kind) in Self.sections {
      guard let list = sections[section] else { continue }
      for (index, node) in yaml.elements(list, section).enumerated() {
        if let entry = entry(node, kind, "\(section)[\(index)]") { entries.append(entry) }
      }
    }
    return entries
  }

  private mutating func entry(
    _ node: Node, _ kind: KazakhStem.Kind, _ path: String
  ) -> ReadingLexicon.Entry? {
    let record = yaml.record(
      node, path,
      known: [
        "token", "reading", "also", "stem", "linked", "possessed", "head", "provenance", "note",
      ])
    guard let token = yaml.string(record["token"], path + ".token"),
      let provenance = yaml.choice(
        record["provenance"], path + ".provenance", LexiconProvenance.self)
    else { return nil }
    let known = yaml.diagnostics.count
    var entry = ReadingLexicon.Entry(
      token, kind, record["reading"].flatMap { reading($0, path + ".reading") },
      beforeVowel: record["stem"].flatMap { yaml.string($0, path + ".stem") },
      beforeSuffix: record["linked"].flatMap { yaml.string($0, path + ".linked") },
      isPossessed: record["possessed"].map { yaml.flag($0, path + ".possessed") } ?? false,
      isHead: record["head"].map { yaml.flag($0, path + ".head") } ?? false, provenance: provenance)
    if let also = record["also"] {
      for (index, node) in yaml.elements(also, path + ".also").enumerated() {
        if let reading = reading(node, "\(path).also[\(index)]") {
          entry.alternatives.append(reading)
        }
      }
    }
    if kind != .word, entry.reading == nil, yaml.diagnostics.count == known {
      _ = yaml.string(nil, path + ".reading")
    }
    return yaml.diagnostics.count == known ? entry : nil
  }

  private mutating func reading(_ node: Node, _ path: String) -> KazakhReading? {
    guard let text = yaml.string(node, path) else { return nil }
    if let reading = KazakhReading(notation: text) { return reading }
    yaml.report(
      node, path,
      Message(
        kk: "`\(text)` – оқылу емес; мысалы: `B,V`, `F,N`",
        ru: "`\(text)` – не чтение; например: `B,V`, `F,N`",
        en: "`\(text)` is no reading; examples are `B,V`, `F,N`"))
    return nil
  }
}

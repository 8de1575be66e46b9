public import Language
import Yams

/// An abbreviation of letters in both languages.
public struct Abbreviation: Hashable, Sendable {
  public let name: Bilingual
  /// Whether letters use it without saying what it stands for.
  public let isWellKnown: Bool
  /// Where the pair was taken from.
  public let provenance: LexiconProvenance
}

extension ReferenceReader {
  /// The list of `abbreviations.yaml`.
  mutating func abbreviations(_ bytes: [UInt8]) -> [Abbreviation] {
    guard let document = yaml.document(bytes) else { return [] }
    var abbreviations: [Abbreviation] = []
    for (index, node) in yaml.elements(document, "").enumerated() {
      let path = "[\(index)]"
      let record = yaml.record(node, path, known: ["kk", "ru", "wellKnown", "provenance"])
      guard let kk = yaml.string(record["kk"], path + ".kk"),
        let ru = yaml.string(record["ru"], path + ".ru"),
        let provenance = yaml.choice(
          record["provenance"], path + ".provenance", LexiconProvenance.self)
      else { continue }
      abbreviations.append(
        Abbreviation(
          name: Bilingual(kk: kk, ru: ru),
          isWellKnown: record["wellKnown"].map { yaml.flag($0, path + ".wellKnown") } ?? false,
          provenance: provenance))
    }
    return abbreviations
  }
}

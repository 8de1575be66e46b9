import Diagnostics
public import Language
import Yams

/// Something that letters speak of, with the one term that each language has for it.
public struct Concept: Hashable, Sendable {
  public let id: String
  /// In the dictionary form, a word or a phrase.
  public let term: Bilingual
  /// Words for it that letters do not use.
  public let deprecated: [LetterLanguage: [String]]
  /// Where the term was taken from.
  public let provenance: LexiconProvenance
}

extension ReferenceReader {
  mutating func concept(_ id: String, _ node: Node) -> Concept? {
    let record = yaml.record(node, id, known: ["term", "deprecated", "provenance", "note"])
    var deprecated: [LetterLanguage: [String]] = [:]
    if let node = record["deprecated"] {
      let path = id + ".deprecated"
      let known = Set(LetterLanguage.allCases.map(\.rawValue))
      for (key, node) in yaml.record(node, path, known: known) {
        guard let language = LetterLanguage(rawValue: key) else { continue }
        for node in yaml.elements(node, "\(path).\(key)") {
          guard let word = yaml.string(node, "\(path).\(key)") else { continue }
          deprecated[language, default: []].append(word)
        }
      }
    }
    guard let term = yaml.bilingual(record["term"], id + ".term"),
      let provenance = yaml.choice(
        record["provenance"], id + ".provenance", LexiconProvenance.self)
    else { return nil }
    return Concept(id: id, term: term, deprecated: deprecated, provenance: provenance)
  }
}

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
  /// Words that name something else, and are wrong where the other language has this term.
  public let confused: [LetterLanguage: [String]]
  /// Where the term was taken from.
  public let provenance: LexiconProvenance
}

extension ReferenceReader {
  mutating func concept(_ id: String, _ node: Node) -> Concept? {
    let record = yaml.record(
      node, id, known: ["term", "deprecated", "confused", "provenance", "note"])
    let deprecated = words(record["deprecated"], id + ".deprecated")
    let confused = words(record["confused"], id + ".confused")
    guard let term = yaml.bilingual(record["term"], id + ".term"),
      let provenance = yaml.choice(
        record["provenance"], id + ".provenance", LexiconProvenance.self)
    else { return nil }
    return Concept(
      id: id, term: term, deprecated: deprecated, confused: confused, provenance: provenance)
  }

  /// A list of words for each language.
  private mutating func words(_ node: Node?, _ path: String) -> [LetterLanguage: [String]] {
    guard let node else { return [:] }
    var words: [LetterLanguage: [String]] = [:]
    let known = Set(LetterLanguage.allCases.map(\.rawValue))
    for (key, node) in yaml.record(node, path, known: known) {
      guard let language = LetterLanguage(rawValue: key) else { continue }
      for node in yaml.elements(node, "\(path).\(key)") {
        guard let word = yaml.string(node, "\(path).\(key)") else { continue }
        words[language, default: []].append(word)
      }
    }
    return words
  }
}

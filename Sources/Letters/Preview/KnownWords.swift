import Diagnostics
import DocxTemplate
import Jinja

/// The paragraphs of two originals that have no gaps: what is found elsewhere may hold only until the gaps are filled.
struct KnownWords {
  private let places: [LetterLanguage: LetterPlaces]
  /// The paragraphs with gaps, and those with one in the paragraph that they are compared with.
  private var gaps: [LetterLanguage: Set<Int>] = [:]
  private var counterparts: [LetterLanguage: Set<Int>] = [:]

  init(kk: MarkedOriginal, ru: MarkedOriginal) {
    let originals = [LetterLanguage.kk: kk, .ru: ru]
    places = originals.mapValues { LetterPlaces($0.letter) }
    for (language, original) in originals {
      for value in original.values where value.value.isUnknown {
        let place = Place(
          language: language.rawValue, part: value.part, paragraph: value.paragraph)
        if let (paragraph, _) = places[language]?.location(of: place) {
          gaps[language, default: []].insert(paragraph)
        }
      }
    }
    counterparts = gaps
    guard !gaps.isEmpty else { return }
    for block in AlignedLetters(kk: kk.letter, ru: ru.letter).blocks {
      let paragraphs = LetterLanguage.allCases.map { language in
        (language, block[language].map(\.index))
      }
      let hasGap = paragraphs.contains { language, indices in
        indices.contains { gaps[language]?.contains($0) == true }
      }
      guard hasGap else { continue }
      for (language, indices) in paragraphs {
        counterparts[language, default: []].formUnion(indices)
      }
    }
  }

  /// The findings that hold whatever is going to stand in the gaps.
  func findings(among findings: [Diagnostic]) -> [Diagnostic] {
    guard !gaps.isEmpty else { return findings }
    return findings.filter { finding in
      let rule = CheckedRule(id: finding.rule)
      // What one language breaks by itself does not depend on the other.
      let isOfOne = rule.map { [.typography, .grammar].contains($0.group) } ?? false
      let uncertain = isOfOne ? gaps : counterparts
      return finding.places.allSatisfy { place in
        guard let language = place.language.flatMap({ LetterLanguage(rawValue: $0) }),
          let (paragraph, _) = places[language]?.location(of: place)
        else { return false }
        return uncertain[language]?.contains(paragraph) != true
      }
    }
  }
}

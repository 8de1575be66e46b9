import CivilDates
import Language
import Testing

@testable import Letters

/// Over all forms: what grammar makes is never reported, what it does not make always is.
@Suite struct KazakhHarmonyPropertyTests {
  private static let cases: [[KazakhSuffix]] =
    [.genitive, .dative, .accusative, .locative, .ablative].map { [.case($0)] }
  private static let owned: [[KazakhSuffix]] =
    [[.possessive(.third)]] + cases.map { [.possessive(.third)] + $0 }

  /// Each ending in all of its spellings.
  private static func spellings(of suffixes: [KazakhSuffix]) -> Set<String> {
    Set(
      ["6", "ҚазҰУ", "QR", "Google", "10", "9", "40", "2", "50", "1", "0", "80", "8", "3"]
        .compactMap {
          EndingTable.spelling(of: suffixes, after: KazakhStem($0).reading)
        })
  }

  @Test("every ending of every number is told right from wrong")
  func numbers() {
    let numbers = Array(0...100) + [111, 200, 345, 1000, 2021, 2534, 30_000, 1_000_000]
    var wrong = 0
    for suffixes in Self.cases + Self.owned {
      let spellings = Self.spellings(of: suffixes)
      for number in numbers {
        let stem = KazakhStem(String(number))
        for ending in spellings {
          let isRight = EndingTable.meanings(of: ending).contains {
            Kazakh.acceptedForms($0, of: stem).contains("\(number)-\(ending)")
          }
          let found = KazakhRulesTests.findings("олардың \(number)-\(ending) осылай")
          #expect(found.map(\.rule) == (isRight ? [] : ["G2"]), "\(number)-\(ending)")
          if !isRight { wrong += 1 }
        }
      }
    }
    #expect(wrong > 3000)
  }

  @Test("no form of a known noun is reported")
  func nouns() {
    let plural = [[.plural]] + Self.cases.map { [.plural] + $0 } + Self.owned.map { [.plural] + $0 }
    var count = 0
    for noun in KazakhWords.nouns.union(KazakhWords.months) {
      for suffixes in Self.cases + Self.owned + plural + [[.attributive], [.case(.instrumental)]] {
        guard let form = Kazakh.attach(suffixes, to: noun) else { continue }
        count += 1
        let found = WordHarmony.wrongEnding(of: form)
        #expect(found == nil, "\(form): \(found?.right ?? "")")
      }
    }
    for entry in ReadingLexicon.builtIn.all where entry.kind == .word {
      for suffixes in Self.cases + Self.owned {
        guard let form = Kazakh.attach(suffixes, to: entry.token) else { continue }
        let found = WordHarmony.wrongEnding(of: form)
        #expect(found == nil, "\(form): \(found?.right ?? "")")
      }
    }
    #expect(count > 5000)
  }

  @Test("a case of the other harmony is found on every known noun")
  func otherHarmony() {
    var count = 0
    for noun in KazakhWords.nouns where noun.unicodeScalars.count > 2 {
      let reading = KazakhStem(noun).reading
      let other = KazakhReading(reading.harmony == .back ? .front : .back, reading.final)
      guard KazakhStem(noun).alternatives.isEmpty,
        KazakhStem(noun).reading.openHarmony == reading.harmony
      else { continue }
      for suffixes in [[KazakhSuffix.case(.genitive)], [.case(.dative)], [.case(.ablative)]] {
        guard let ending = EndingTable.spelling(of: suffixes, after: other),
          let right = Kazakh.attach(suffixes, to: noun), right != noun + ending
        else { continue }
        count += 1
        #expect(WordHarmony.wrongEnding(of: noun + ending)?.right == right, "\(noun + ending)")
      }
    }
    #expect(count > 600)
  }

  @Test("no date in any of its forms is reported, and no month keeps another's ending")
  func dates() throws {
    for month in 1...12 {
      for day in [1, 15, 28] {
        let date = try #require(CivilDate(year: 2021, month: month, day: day))
        for form in KazakhDateForm.allCases {
          let text = "Бұл " + Kazakh.date(date, form) + " болды."
          #expect(KazakhRulesTests.findings(text) == [], "\(text)")
        }
      }
      let name = Kazakh.monthName(month)
      let right = Kazakh.inflect(name, attributive: true)
      for ending in ["дағы", "дегі", "тағы", "тегі"] where name + ending != right {
        let found = KazakhRulesTests.findings("2021 жылғы 15 \(name + ending) хат")
        #expect(found.map(\.hint) == [right] && found.map(\.rule) == ["G5"], "\(name + ending)")
      }
    }
  }
}

import Language
import Testing

private let back: Set<Character> = ["а", "ы", "о", "ұ"]
private let front: Set<Character> = ["е", "і", "ө", "ү"]

/// One stem of each harmony for each class of last sound.
private let stems: [(stem: String, reading: String)] = [
  ("жоба", "B,V"), ("сілтеме", "F,V"), ("оқу", "B,G"), ("тексеру", "F,G"), ("ақпар", "B,R"),
  ("министр", "F,R"), ("сарай", "B,R"), ("портал", "B,L"), ("бөлім", "F,N"), ("заң", "B,N"),
  ("мәжіліс", "F,K"), ("қағаз", "B,Z"), ("сегіз", "F,Z"), ("құжат", "B,K"), ("нұсқаулық", "B,K"),
  ("кодекс", "F,K"), ("шегел", "F,L"), ("завод", "B,K"), ("колледж", "F,Z"),
]

@Suite struct KazakhHarmonyTests {
  @Test(arguments: stems)
  func stemsAreClassified(stem: String, reading: String) {
    #expect(KazakhReading(word: stem).notation == reading)
    #expect(KazakhReading(notation: reading)?.notation == reading)
  }

  /// A suffix of the other harmony is the most visible mistake in Kazakh. The instrumental alone does not change.
  @Test func suffixVowelsKeepTheHarmonyOfTheStem() {
    for (stem, notation) in stems {
      let wrong = notation.hasPrefix("B") ? front : back
      for possessive in [nil] + KazakhPossessive.allCases.map(Optional.some) {
        for number in GrammaticalNumber.allCases {
          for grammaticalCase in KazakhCase.allCases where grammaticalCase != .instrumental {
            for attributive in [false, true] {
              let form = Kazakh.inflect(
                stem, number: number, possessive: possessive, case: grammaticalCase,
                attributive: attributive)
              let suffix = form.dropFirst(stem.count)
              #expect(!suffix.contains(where: wrong.contains), "\(form)")
            }
          }
        }
      }
    }
  }

  /// Two cases with one form would make a letter ambiguous; the language tells all seven apart.
  @Test func casesAreDistinct() {
    for (stem, _) in stems {
      for possessive in [nil, KazakhPossessive.third, .firstPlural] {
        let forms = KazakhCase.allCases.map {
          Kazakh.inflect(stem, possessive: possessive, case: $0)
        }
        #expect(Set(forms).count == 7, "\(forms)")
      }
    }
  }

  /// No two consonants may meet that the language keeps apart: т, қ, к after voiceless sounds and only there.
  @Test func firstConsonantFollowsTheLastSound() {
    for (stem, notation) in stems {
      let isVoiceless = notation.hasSuffix("K")
      let dative = Kazakh.inflect(stem, case: .dative).dropFirst(stem.count).first
      let locative = Kazakh.inflect(stem, case: .locative).dropFirst(stem.count).first
      #expect(isVoiceless == (dative.map { "қк".contains($0) } ?? false), "\(stem)")
      #expect(isVoiceless == (locative == "т"), "\(stem)")
    }
  }

  /// Endings of loans that sound soft whatever their vowels.
  @Test(arguments: [
    ("банк", "банкке"), ("парк", "паркке"), ("округ", "округке"), ("педагог", "педагогке"),
    ("пункт", "пунктке"), ("медаль", "медальге"), ("костюм", "костюмге"), ("архив", "архивке"),
    ("карантин", "карантинге"), ("институт", "институтқа"), ("цех", "цехқа"), ("тарих", "тарихқа"),
    ("хостинг", "хостингке"), ("аккаунт", "аккаунтқа"), ("интервью", "интервьюге"),
    ("киоск", "киоскке"), ("дирижёр", "дирижёрге"), ("мұхит", "мұхитқа"), ("қазақи", "қазақиға"),
    ("оқу", "оқуға"), ("еру", "еруге"), ("жою", "жоюға"), ("кию", "киюге"), ("су", "суға"),
    ("күнә", "күнәға"), ("партия", "партияға"), ("казино", "казиноға"), ("рынок", "рынокқа"),
  ])
  func borrowedAndIrregularHarmony(stem: String, dative: String) {
    #expect(Kazakh.inflect(stem, case: .dative) == dative)
  }

  /// күнәға but күнәсі: suffixes with а are back, those with і are front.
  @Test func wordsInAeSplitTheirHarmony() {
    #expect(Kazakh.inflect("күнә", possessive: .third) == "күнәсі")
    #expect(Kazakh.inflect("кінә", case: .ablative) == "кінәдан")
    #expect(Kazakh.inflect("куә", number: .plural) == "куәлар")
    #expect(Kazakh.inflect("күнә", case: .accusative) == "күнәні")
  }

  /// Text from other systems may spell й as two characters; it must be declined all the same.
  @Test func decomposedLettersAreReadAsOne() {
    let decomposed = "сараи\u{306}"
    #expect(Kazakh.inflect(decomposed, case: .genitive) == decomposed + "дың")
  }
}

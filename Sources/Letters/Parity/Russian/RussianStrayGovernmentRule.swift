import Diagnostics
import Language

/// G7: a second preposition behind words that govern by themselves: «с участием с представителя», «посредством через»,
/// «руководствуясь с пунктом».
enum RussianStrayGovernmentRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    passage.units.indices.dropFirst().compactMap { finding($0, passage) }
  }

  private static func finding(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let unit = passage.units[index]
    guard unit.isPreposition, let before = passage[index - 1], before.kind == .word,
      isFollowed(index, passage)
    else { return nil }
    let governor: ClosedRange<Int>
    if let first = passage[index - 2], first.kind == .word,
      let stray = behindTwo[first.word + " " + before.word], stray.contains(unit.word)
    {
      governor = index - 2...index - 1
    } else if behindOne[before.word]?.contains(unit.word) ?? false
      || behindVerb(before)?.contains(unit.word) ?? false
    {
      governor = index - 1...index - 1
    } else {
      return nil
    }
    let words = passage.words(governor)
    let stray = passage.words(index...index)
    return TextFinding(
      "G7",
      Message(
        kk: "`\(words)` сөзінен кейін `\(stray)` предлогы артық",
        ru: "после `\(words)` предлог `\(stray)` лишний",
        en: "the preposition `\(stray)` is one too many after `\(words)`"),
      at: passage.range(index...index),
      hint: Message(kk: "оны алып тастаңыз", ru: "уберите его", en: "remove it"))
  }

  /// Whether something stands behind the preposition that it could govern: of «руководствуясь, в том числе, …» nothing does.
  private static func isFollowed(_ index: Int, _ passage: RussianPassage) -> Bool {
    guard let next = passage[index + 1] else { return false }
    // «С 2020 года руководствуется»: a time, an amount.
    return next.kind != .mark && next.kind != .number
      && !next.isWord(fixed[passage.units[index].word] ?? [])
  }

  /// What makes an expression of its own with a preposition: «в том числе», «по существу», «с целью».
  private static let fixed: [String: WordSet] = [
    "в": [
      "том", "части", "рамках", "целях", "первую", "течение", "ходе", "основном", "соответствии",
      "связи", "работе", "своей", "полной", "равной", "настоящее", "дальнейшем",
    ],
    "по": [
      "настоящее", "существу", "сути", "мере", "возможности", "результатам", "итогам", "состоянию",
    ],
    "с": ["целью", "учетом", "учётом", "точки", "помощью", "момента", "начала"],
    "на": ["основании", "практике", "постоянной", "момент", "сегодня", "данный"],
    "за": ["счет", "счёт", "исключением", "год", "месяц", "период"], "для": ["того"],
    "от": ["имени"],
  ]

  private static let behindOne: [String: WordSet] = [
    "согласно": ["с", "со", "к", "по", "от"], "вопреки": ["с", "со", "от", "к"],
    "благодаря": ["к", "от"], "посредством": ["через", "путем", "путём"],
    "путем": ["через", "посредством"], "путём": ["через", "посредством"],
    "ввиду": ["из-за", "от"], "вследствие": ["из-за", "от"],
    "касательно": ["о", "об", "к", "по"],
  ]

  private static let behindTwo: [String: WordSet] = {
    let through: WordSet = ["через", "посредством"]
    return [
      "с участием": ["с", "со", "от"], "при участии": ["с", "со", "от"],
      "при помощи": through, "с помощью": through, "при содействии": ["с", "со"],
      "в отношении": ["о", "об", "к", "ко", "по"], "на основании": ["по", "с", "со", "к"],
      "в рамках": ["по"], "в целях": ["для"], "с целью": ["для"], "во избежание": ["от", "из-за"],
      "во исполнение": ["по", "к"], "по причине": ["из-за", "от"], "со стороны": ["от", "с"],
      "по поручению": ["от"], "по инициативе": ["от", "с"], "от имени": ["от"],
      "в пользу": ["для", "за"], "за исключением": ["кроме"], "в адрес": ["к", "для"],
      "за счет": ["из-за", "от", "из"], "за счёт": ["из-за", "от", "из"], "в ходе": ["при"],
      "в течение": ["за"], "в нарушение": ["от"], "в интересах": ["для"],
      "с учетом": ["о", "об", "с"], "с учётом": ["о", "об", "с"],
    ]
  }()

  private static func behindVerb(_ unit: RussianUnit) -> WordSet? {
    guard unit.reading.isOneOf([.predicate, .infinitive, .gerund, .participle, .reflexive]) else {
      return nil
    }
    return verbs.first { unit.word.hasPrefix($0.0) }?.1
  }

  /// Verbs that have their object without a preposition.
  private static let verbs: [(String, WordSet)] = [
    ("руководству", ["с", "со", "по", "к", "от"]),
    ("руководствова", ["с", "со", "по", "к", "от"]),
    ("контролир", ["за", "над"]), ("касающ", ["о", "об"]), ("касаетс", ["о", "об"]),
    ("касаютс", ["о", "об"]), ("касал", ["о", "об"]), ("превыша", ["над"]),
    ("препятству", ["от", "против"]), ("препятствова", ["от", "против"]), ("избега", ["от"]),
    ("избежа", ["от"]), ("возглавля", ["над"]), ("требу", ["о", "об"]),
  ]
}

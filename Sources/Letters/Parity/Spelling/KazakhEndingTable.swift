/// The endings that Kazakh words take one after another, each with what it may follow.
///
/// This is the grammar of `Language` turned round: that spells an ending on to a stem, this takes one off.
struct KazakhEndingTable {
  /// What a word is after some of its endings.
  enum State: Int, CaseIterable {
    /// A noun or adjective by itself.
    case noun
    /// A noun that Kazakh has from Russian.
    case loan
    case plural
    /// With the ending of a third owner, after which cases are spelled otherwise.
    case possessed
    /// With the ending of another owner.
    case owned
    /// What may be declined, but takes no ending that makes a new word.
    case declinable
    case local
    case verb
    case negated
    case infinitive
    case participle
    case converb
    case whole
  }

  /// The last sounds that an ending can follow.
  struct Sounds: OptionSet {
    let rawValue: UInt8

    static let vowel = Sounds(rawValue: 1)
    /// у, which is a vowel in «алу» and none in «тау».
    static let glide = Sounds(rawValue: 2)
    static let liquid = Sounds(rawValue: 4)
    static let lateral = Sounds(rawValue: 8)
    static let nasal = Sounds(rawValue: 16)
    static let sibilant = Sounds(rawValue: 32)
    /// б, в, г, д, which end loans only and are spoken in two ways.
    static let stop = Sounds(rawValue: 64)
    static let voiceless = Sounds(rawValue: 128)

    static let any = Sounds(rawValue: 255)
    static let open: Sounds = [.vowel, .glide, .liquid]
    static let consonant = any.subtracting(.vowel)
    static let hard: Sounds = [.voiceless, .stop]
    static let voiced: Sounds = [.vowel, .glide, .liquid, .lateral, .nasal, .sibilant]
    static let sonorous: Sounds = [.lateral, .nasal, .sibilant, .glide]
  }

  struct Ending {
    let letters: [Unicode.Scalar]
    let from: State
    let sounds: Sounds
    let harmony: KazakhSpelling.Harmony?
  }

  /// The endings by the state that they lead to.
  static let endings: [[Ending]] = {
    var endings = [[Ending]](repeating: [], count: State.allCases.count)
    for (from, transitions) in all {
      for (to, forms) in transitions {
        for (spellings, sounds) in forms {
          for spelling in spellings.split(separator: " ") {
            let letters = Array(spelling.unicodeScalars)
            // The ending of the instrumental knows no harmony.
            let isNeutral = ["мен", "бен", "пен"].contains(spelling)
            endings[to.rawValue].append(
              Ending(
                letters: letters, from: from, sounds: sounds,
                harmony: isNeutral ? nil : KazakhSpelling.firstHarmony(of: letters)))
          }
        }
      }
    }
    return endings
  }()

  private typealias Forms = [(String, Sounds)]

  private static let plural: Forms = [
    ("лар лер", .open), ("дар дер", .sonorous), ("тар тер", .hard),
  ]
  private static let possessed: Forms = [("сы сі", [.vowel, .glide]), ("ы і", .consonant)]
  private static let owned: Forms = [
    ("м ң мыз міз ңыз ңіз", [.vowel, .glide]),
    ("ым ім ың ің ымыз іміз ыңыз іңіз", .consonant),
  ]
  private static let instrumental: Forms = [
    ("мен", [.vowel, .glide, .liquid, .lateral, .nasal]), ("бен", [.sibilant, .stop]),
    ("пен", .hard),
  ]
  private static let copula: Forms = [
    ("мын мін сың сің мыз міз сыз сіз", .voiced), ("пын пін быз біз пыз піз", [.hard, .sibilant]),
  ]
  private static let place: Forms = [("да де", .voiced), ("та те", .hard)]
  private static let cases: Forms =
    [
      ("ның нің", [.vowel, .glide, .nasal]),
      ("дың дің", [.glide, .liquid, .lateral, .sibilant, .nasal]),
      ("тың тің", .hard), ("ға ге", .voiced), ("қа ке", .hard), ("ны ні", [.vowel, .glide]),
      ("ды ді", [.glide, .liquid, .lateral, .nasal, .sibilant]), ("ты ті", .hard),
      ("дан ден", [.vowel, .glide, .liquid, .lateral, .sibilant]), ("нан нен", .nasal),
      ("тан тен", .hard),
      ("ша ше", .any),
    ] + instrumental + copula
  private static let ofPlace: Forms = [("дағы дегі", .voiced), ("тағы тегі", .hard)]
  private static let declension: [(State, Forms)] = [
    (.whole, cases), (.local, place),
    (.declinable, ofPlace + [("дай дей", .voiced), ("тай тей", .hard)]),
    (.plural, plural), (.possessed, possessed), (.owned, owned),
  ]
  private static let abstract: Forms = [
    ("лық лік", .open), ("дық дік", .sonorous), ("тық тік", .hard),
  ]
  private static let derived: Forms =
    abstract + [
      ("рақ рек", .vowel), ("аралық", .any), ("ырақ ірек", .consonant),
      ("сыз сіз шы ші ша ше", .any), ("лы лі", .open), ("ды ді", [.lateral, .nasal, .sibilant]),
      ("ты ті", .hard),
    ]
  private static let person: Forms = [
    ("ймын ймін ймыз йміз йсыз йсіз", .vowel), ("амын емін амыз еміз асыз есіз", .consonant),
  ]
  private static let tense: Forms =
    [
      ("йды йді й", .vowel), ("ады еді а е", .consonant),
      ("ды ді дым дім дық дік дыңыз діңіз", .voiced),
      ("ты ті тым тім тық тік тыңыз тіңіз", .hard),
      ("са се сам сем сақ сек саңыз сеңіз сын сін", .any),
      ("ңыз ңіз ңыздар ңіздер", .vowel), ("ыңыз іңіз ыңыздар іңіздер", .consonant),
    ] + person
  private static let past: Forms = [("ған ген", .voiced), ("қан кен", .hard)]
  private static let lasting: Forms = [("йтын йтін", .vowel), ("атын етін", .consonant)]
  private static let converb: Forms = [("п", .vowel), ("ып іп", .consonant)]

  private static let all: [(State, [(State, Forms)])] = [
    (
      .noun,
      declension + [(.noun, derived), (.declinable, [("ғы гі", .voiced), ("қы кі", .hard)])]
    ),
    (.plural, declension.filter { $0.0 != .plural }),
    (
      .possessed,
      [
        (
          .whole,
          [("ның нің", .vowel), ("на не н нан нен ша ше", .vowel)] + instrumental + copula
        ), (.local, [("нда нде", .vowel)]),
        (.declinable, [("ндағы ндегі", .vowel), ("ндай ндей", .vowel)]),
        (.noun, [("нсыз нсіз", .vowel)]),
      ]
    ),
    (
      .owned,
      [(.whole, cases + [("а е", .nasal)]), (.local, place), (.declinable, ofPlace)]
    ),
    (.declinable, declension + [(.declinable, abstract)]),
    (
      .loan,
      [
        (
          .verb,
          [
            ("ла ле лан лен лас лес", .open), ("да де дан ден дас дес", .sonorous),
            ("та те тан тен тас тес", .hard),
          ]
        )
      ]
    ),
    (.local, [(.whole, copula)]),
    (
      .verb,
      [
        (
          .verb,
          [
            ("л н с", .vowel), ("ыл іл ын ін ыс іс", .consonant), ("т", .open.union(.lateral)),
            ("дыр дір ғыз гіз", .voiced), ("тыр тір қыз кіз", .hard),
          ]
        ),
        (
          .negated,
          [("ма ме", .open.union(.lateral)), ("ба бе", [.nasal, .sibilant]), ("па пе", .hard)]
        ),
        (.infinitive, [("у", .any)]), (.participle, past),
        (
          .declinable,
          lasting + [
            ("р", .vowel), ("ар ер", .consonant), ("мас мес мақ мек", .open.union(.lateral)),
            ("бас бес бақ бек", [.nasal, .sibilant]), ("пас пес пақ пек", .hard),
          ]
        ), (.converb, converb),
        (
          .whole,
          tense + [
            ("ғалы гелі", .voiced), ("қалы келі", .hard), ("уда уде", .any),
            ("май мей", .open.union(.lateral)),
            ("бай бей", [.nasal, .sibilant]), ("пай пей", .hard),
          ]
        ),
        (
          .noun,
          [
            ("ғы гі", .voiced), ("қы кі", .hard), ("ғыш гіш", .voiced), ("қыш кіш", .hard),
            ("улы улі ушы уші", .any),
            ("ма ме", .open.union(.lateral)),
            ("ба бе", [.nasal, .sibilant]), ("па пе", .hard), ("ынды інді ым ім", .consonant),
            ("нды нді м", .vowel),
          ]
        ),
      ]
    ),
    (
      .negated,
      [
        (.infinitive, [("у", .vowel)]), (.participle, [("ған ген", .vowel)]),
        (.declinable, lasting),
        (.whole, tense), (.converb, converb),
      ]
    ),
    (.infinitive, declension + [(.noun, [("сыз сіз лы лі шы ші", .any)])]),
    (.participle, declension + [(.declinable, abstract)]),
    (.converb, [(.whole, copula)]),
  ]
}

extension RussianReader {
  /// Reads `word` as a verb, a short participle or an adverb by its ending.
  func readVerb(_ word: RussianSpelling, _ reading: inout RussianReading) {
    guard word.count > 3 else { return }
    if let stem = VerbEndings.participleStem(word, isNoun: !reading.nouns.isEmpty) {
      reading.kinds.insert(.shortForm)
      reading.subject = stem
      return
    }
    for (endings, kinds, subject) in VerbEndings.all where word.ends(withOneOf: endings) {
      guard reading.nouns.isEmpty || kinds.contains(.reflexive) else { continue }
      guard reading.modifier.isEmpty else { return }
      reading.kinds.formUnion(kinds)
      reading.subject.formUnion(subject)
      return
    }
  }
}

private enum VerbEndings {
  private static let one: RussianForms = RussianForms.singular.intersection(.nominative)
  private static let masculine: RussianForms = RussianForms.masculine.intersection(.nominative)
  private static let feminine: RussianForms = RussianForms.feminine.intersection(.nominative)
  private static let neuter: RussianForms = RussianForms.neuter.intersection(.nominative)
  private static let many: RussianForms = RussianForms.plural.intersection(.nominative)

  /// What ends so, in the order in which it is looked for.
  static let all: [([RussianEnding], RussianReading.Kinds, RussianForms)] = [
    (RussianEnding.list("ться тись чься"), [.infinitive, .reflexive], []),
    (RussianEnding.list("ется ится"), [.presentVerb, .reflexive], one),
    (RussianEnding.list("утся ются атся ятся"), [.presentVerb, .reflexive], many),
    (RussianEnding.list("ался ился елся ялся олся улся ылся"), [.pastVerb, .reflexive], masculine),
    (
      RussianEnding.list("алась илась елась ялась олась улась ылась шлась"),
      [.pastVerb, .reflexive], feminine
    ),
    (
      RussianEnding.list("алось илось елось ялось олось улось ылось шлось"),
      [.pastVerb, .reflexive], neuter
    ),
    (
      RussianEnding.list("ались ились елись ялись олись улись ылись шлись"),
      [.pastVerb, .reflexive], many
    ),
    (RussianEnding.list("вшись ившись ясь аясь"), [.gerund, .reflexive], []),
    (RussianEnding.list("ать ять еть ить уть оть ыть йти сти зти ечь"), .infinitive, []),
    (RussianEnding.list("ает яет ует юет еет"), .presentVerb, one),
    (RussianEnding.list("ают яют уют юют еют"), .presentVerb, many),
    (pasts("л"), .pastVerb, masculine), (pasts("ла"), .pastVerb, feminine),
    (pasts("ло"), .pastVerb, neuter), (pasts("ли"), .pastVerb, many),
    (RussianEnding.list("рев вив чив нив дав зав тив шив жив див ав ив"), .gerund, []),
    (RussianEnding.list("ая яя уя"), .gerund, []),
    (
      RussianEnding.list(
        "льно енно анно янно ично очно ивно рно тно дно жно шно йно сно зно овно чески ически нски"),
      .adverb, []
    ),
  ]

  private static func pasts(_ ending: String) -> [RussianEnding] {
    RussianEnding.list(
      ("ве нес ова ева ыва ива ава вля вы ви ти ди жи чи ни ли ри ши зи си пи би ми сла за ня ча реде доста да ну бра зва рва рос ош еш ыш "
        + "ота писа луша ря нима ща ткры акры скры стиг озник роник мог смотре име")
        .split(separator: " ").map { $0 + ending }.joined(separator: " "))
  }

  /// The nominatives that a short participle or adjective agrees with.
  ///
  /// «Смена» and «план» end like «решена» and «дан», so that nouns are known or the participle is.
  static func participleStem(_ word: RussianSpelling, isNoun: Bool) -> RussianForms? {
    if let subject = adjectives[word] { return subject }
    for (letters, subject) in [("", masculine), ("а", feminine), ("о", neuter), ("ы", many)] {
      let stem: RussianSpelling
      if letters.isEmpty {
        stem = word
      } else if let cut = word.dropping(RussianEnding(letters)) {
        stem = cut
      } else {
        continue
      }
      if listed.contains(stem) { return subject }
      if !isNoun, stem.count > 4, stem.ends(withOneOf: regular) { return subject }
    }
    return nil
  }

  private static let regular = RussianEnding.list(
    "лен щен жен шен чен ден сен зен нен рен ован еван ирован иван ыван смотрен ботан роен своен читан качан нован"
  )

  /// Participles whose stem could be another word's.
  private static let listed: Set<RussianSpelling> = Set(
    """
    дан издан создан передан выдан отдан задан придан указан показан доказан оказан сказан наказан \
    связан обязан признан назван вызван призван отозван избран собран выбран набран отобран убран \
    задержан поддержан выдержан содержан подписан написан записан описан предписан выписан списан \
    прописан согласован принят занят снят поднят изъят взят предпринят начат закрыт открыт раскрыт \
    скрыт перекрыт покрыт забыт добыт развит сжат разослан выслан направлен прислан отослан послан \
    внесен введен веден проведен приведен произведен переведен выведен отведен доведен сведен \
    наделен удален рожден убежден намерен уверен прочитан рассчитан засчитан учтен зачтен \
    прерван сорван порван охвачен занесен отнесен вынесен перенесен понесен нанесен \
    испытан воспитан оправдан осужден создан продан затронут упомянут достигнут отвергнут \
    сделан подвергнут замкнут выдвинут отказан подан преподан распродан свойствен уполномочен
    """.split(whereSeparator: \.isWhitespace).compactMap { RussianSpelling($0) })

  /// Short adjectives: the masculine, and what the other genders have before their endings.
  ///
  /// The neuter is left out: «необходимо», «возможно» have no subject.
  private static let adjectives: [RussianSpelling: RussianForms] = {
    var forms: [RussianSpelling: RussianForms] = [:]
    let pairs = """
      должен/должн нужен/нужн необходим/необходим возможен/возможн невозможен/невозможн доступен/доступн \
      недоступен/недоступн обязателен/обязательн действителен/действительн недействителен/недействительн \
      достаточен/достаточн законен/законн незаконен/незаконн известен/известн ответствен/ответственн \
      виновен/виновн готов/готов согласен/согласн целесообразен/целесообразн \
      подведомствен/подведомственн применим/применим допустим/допустим недопустим/недопустим
      """
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "/")
      for (word, subject) in [
        (String(parts[0]), masculine), (parts[1] + "а", feminine), (parts[1] + "ы", many),
      ] {
        if let spelling = RussianSpelling(word) { forms[spelling] = subject }
      }
    }
    return forms
  }()
}

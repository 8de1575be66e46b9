import Register

/// Letters: their list, their way, their originals.
extension Phrase {
  static let newLetter = Phrase(kk: "Жаңа хат", ru: "Новое письмо")
  static let beginLetter = Phrase(kk: "Бастау", ru: "Начать")
  static let allLetters = Phrase(kk: "Барлық хаттар", ru: "Все письма")
  static let noLetters = Phrase(
    kk: "Әзірге бірде-бір хат жазылған жоқ.", ru: "Писем пока нет.")
  static let brokenKind = Phrase(
    kk: "Бұл түрдің үлгілерінде қате бар, сондықтан хат жазуға болмайды. Әкімшіге хабарлаңыз.",
    ru: "В шаблонах этого вида есть ошибки, поэтому письмо создать нельзя. Сообщите администратору."
  )

  static let letterNumber = Phrase(kk: "№", ru: "№")
  static let letterTitle = Phrase(kk: "Кімге", ru: "Кому")
  static let letterKind = Phrase(kk: "Хат түрі", ru: "Вид письма")
  static let letterState = Phrase(kk: "Күйі", ru: "Состояние")
  static let letterAuthor = Phrase(kk: "Орындаушы", ru: "Исполнитель")
  static let letterChanged = Phrase(kk: "Өзгертілген уақыты", ru: "Изменено")
  static let letterWords = Phrase(kk: "Хаттағы сөздер", ru: "Слова из письма")
  static let anyKind = Phrase(kk: "Кез келген", ru: "Любой")
  static let anyState = Phrase(kk: "Жойылғандардан басқасы", ru: "Все, кроме удалённых")
  static let ownLetters = Phrase(kk: "Тек менің хаттарым", ru: "Только мои письма")
  static let waitingForApproval = Phrase(
    kk: "Сіздің бекітуіңізді күтуде", ru: "Ждут вашего утверждения")
  static let returnedToYou = Phrase(
    kk: "Пысықтауға қайтарылған хаттар", ru: "Возвращены на доработку")

  static func savedAt(_ time: String) -> Phrase {
    Phrase(kk: "Сақталды: \(time)", ru: "Сохранено в \(time)")
  }
  static let saving = Phrase(kk: "Сақталуда…", ru: "Сохраняется…")
  static let notSaved = Phrase(
    kk: "Сақталмады. Мәтін осы браузерде тұр, сақтау қайталанады.",
    ru: "Не сохранено. Текст остается в этом браузере, сохранение повторится.")
  static let restored = Phrase(
    kk: "Бұрын сақталып үлгермеген мәтін қалпына келтірілді.",
    ru: "Восстановлен текст, который не успел сохраниться.")
  static let overtaken = Phrase(
    kk:
      "Сіз жазып жатқанда хатты басқа біреу өзгертті. Сіздің мәтініңіз төменде тұр, әзірге сақталған жоқ. Мына өрістер өзгеше:",
    ru:
      "Пока вы писали, письмо изменил кто-то другой. Ваш текст ниже, он ещё не сохранен. Различаются поля:"
  )
  static let showOther = Phrase(
    kk: "Сол өзгерісті жаңа бетте ашу", ru: "Открыть то, что сохранено, в новой вкладке")
  static let saveMine = Phrase(
    kk: "Менің мәтінімді сақтау", ru: "Сохранить мой текст вместо него")

  static let findings = Phrase(kk: "Ескертпелер", ru: "Замечания")
  static let noFindings = Phrase(
    kk: "Ескертпе жоқ: екі мәтін бір-біріне сай.", ru: "Замечаний нет: тексты согласованы.")
  static let noOtherFindings = Phrase(
    kk: "Мәтіндерде басқа ескертпе жоқ; өрістердегі қателер форманың өзінде көрсетілген.",
    ru: "Других замечаний к текстам нет; ошибки в полях показаны в самой форме.")

  static let whatNext = Phrase(kk: "Әрі қарай", ru: "Что дальше")
  static let remarkForApprover = Phrase(
    kk: "Бекітушіге ескертпе (міндетті емес)", ru: "Пояснение утверждающему (необязательно)")
  static let submitLetter = Phrase(kk: "Бекітуге жіберу", ru: "Отправить на утверждение")
  static let discardLetter = Phrase(kk: "Хатты жою", ru: "Удалить письмо")
  static let discardSure = Phrase(
    kk: "Хат жойылсын ба? Оны қайта ашуға болмайды.",
    ru: "Удалить письмо? Открыть его снова будет нельзя.")
  static let decision = Phrase(kk: "Шешім", ru: "Решение")
  static let readyToApprove = Phrase(
    kk: "Хатта қате жоқ, бекітуге болады.", ru: "Ошибок нет, письмо можно утвердить.")
  static func notReady(_ errors: Int) -> Phrase {
    Phrase(
      kk: "Хатта қателер бар (\(errors)), сондықтан ол бекітілмейді.",
      ru: "В письме есть ошибки (\(errors)), поэтому утвердить его нельзя.")
  }
  static let approveLetter = Phrase(kk: "Бекіту", ru: "Утвердить")
  static let returnLetter = Phrase(kk: "Қайтару", ru: "Вернуть")
  static let returnRemark = Phrase(kk: "Қайтару себебі", ru: "Почему возвращается")
  static let correctLetter = Phrase(kk: "Түзетуді бастау", ru: "Начать исправление")
  static let approvedIsFixed = Phrase(
    kk:
      "Бекітілген хат өзгермейді. Қате табылса, түзету жазылады: бекітілгеннен кейін ол осы хаттың орнына жүреді.",
    ru:
      "Утвержденное письмо не меняется. Если нашлась ошибка, пишется исправление: после утверждения оно заменит это письмо."
  )
  static let cannotApprove = Phrase(
    kk: "Хат бекітілмеді: алдымен мыналарды түзету керек.",
    ru: "Письмо не утверждено: сначала нужно исправить следующее.")
  static let resourcesNotInRegister = Phrase(
    kk: "Хат бекітілмеді: мына ресурстар тізілімде жоқ, алдымен оларды енгізіңіз.",
    ru: "Письмо не утверждено: этих ресурсов нет в реестре, сначала внесите их.")
  static let supersedes = Phrase(kk: "Мына хатты түзетеді", ru: "Исправляет письмо")
  static let correction = Phrase(kk: "Түзетуі", ru: "Исправление")
  static let remark = Phrase(kk: "Ескертпе", ru: "Пояснение")

  static let openApart = Phrase(kk: "Бөлек ашу", ru: "Открыть отдельно")
  static let history = Phrase(kk: "Хат тарихы", ru: "История письма")
  static let moment = Phrase(kk: "Уақыты", ru: "Время")
  static let person = Phrase(kk: "Кім", ru: "Кто")
  static let action = Phrase(kk: "Не істелді", ru: "Что сделано")

  static let figures = Phrase(kk: "Тізілімдегі көрсеткіштер", ru: "Показатели реестра")
  static let figure = Phrase(kk: "Көрсеткіш", ru: "Показатель")
  static let period = Phrase(kk: "Кезең", ru: "Период")
  static let number = Phrase(kk: "Саны", ru: "Число")
  static func figuresAsOf(_ day: String, revision: Int) -> Phrase {
    Phrase(
      kk: "\(day) жағдай бойынша, тізілімнің \(revision)-жазбасы",
      ru: "По состоянию на \(day), запись реестра № \(revision)")
  }
  static let figuresNeedDates = Phrase(
    kk: "Көрсеткіштер күндер дұрыс толтырылғанда есептеледі.",
    ru: "Показатели считаются, когда верно указаны даты.")
  static let asOfDay = Phrase(kk: "Қай күнгі жағдай бойынша", ru: "По состоянию на")
  static let documentKinds = Phrase(kk: "Құжат түрлері", ru: "Виды документов")
  static let countedState = Phrase(kk: "Қай күні саналады", ru: "По какому дню считается")
  static func documentState(_ state: DocumentSelection.State) -> Phrase {
    switch state {
    case .prepared: Phrase(kk: "дайындалған күні", ru: "по дню подготовки")
    case .sent: Phrase(kk: "жіберілген күні", ru: "по дню отправки")
    }
  }
  static let casesBehind = Phrase(kk: "Осы санның артындағы жазбалар", ru: "Что стоит за числом")
  static let documentOfRegister = Phrase(kk: "Құжат", ru: "Документ")
  static let resourceOfRegister = Phrase(kk: "Ресурс", ru: "Ресурс")
  static let stateBody = Phrase(kk: "Мемлекеттік орган", ru: "Государственный орган")
  static let query = Phrase(kk: "Тізілімге сұрау", ru: "Запрос к реестру")
  static let toLetter = Phrase(kk: "Хатқа оралу", ru: "Вернуться к письму")

  static let files = Phrase(kk: "Файлдар", ru: "Файлы")
  static let plainText = Phrase(kk: "Мәтін (TXT)", ru: "Текст (TXT)")
  static let chooseFiles = Phrase(
    kk: "Тілі мен түрін белгілеңіз.", ru: "Отметьте язык и вид файла.")
  static let noFiles = Phrase(kk: "Хатты жүктеп алуға болмайды", ru: "Письмо нельзя скачать")
  static let noFilesWithErrors = Phrase(
    kk: "Хатта қателер бар. Олар түзетілгенше файл берілмейді.",
    ru: "В письме есть ошибки. Пока они не исправлены, файлы не выдаются.")
  static let uploadPair = Phrase(
    kk: "Word бағдарламасында өңделген жұпты жүктеу", ru: "Загрузить пару, исправленную в Word")
  static let uploadPairHelp = Phrase(
    kk:
      "Екі түпнұсқа да керек. Олар хаттың деректерімен және бір-бірімен салыстырылады; қате болмаса, бекітілгенде осы файлдар түпнұсқа болады.",
    ru:
      "Нужны оба подлинника. Они сверяются с данными письма и друг с другом; если ошибок нет, при утверждении подлинниками станут эти файлы."
  )
  static let uploadedPair = Phrase(kk: "Жүктелген жұп", ru: "Загруженная пара")
  static let removePair = Phrase(
    kk: "Жүктелген файлдарды алып тастау", ru: "Убрать загруженные файлы")
  static let bothFilesNeeded = Phrase(
    kk: "Екі тілдегі екі Word файлын да таңдаңыз.", ru: "Выберите оба файла Word, на двух языках.")
}

/// Accounts, signing in, and what people did.
extension Phrase {
  static let onlyUser = Phrase(kk: "Жалғыз пайдаланушы", ru: "Единственный пользователь")

  static let signIn = Phrase(kk: "Кіру", ru: "Войти")
  static let signOut = Phrase(kk: "Шығу", ru: "Выйти")
  static let login = Phrase(kk: "Логин", ru: "Логин")
  static let password = Phrase(kk: "Құпиясөз", ru: "Пароль")
  static let wrongPassword = Phrase(
    kk: "Логин немесе құпиясөз қате.", ru: "Неверный логин или пароль.")
  static let forgotPassword = Phrase(
    kk: "Құпиясөзді ұмытсаңыз, әкімшіден жаңа сілтеме сұраңыз.",
    ru: "Если вы забыли пароль, попросите у администратора новую ссылку.")

  static let invitation = Phrase(kk: "Құпиясөз таңдау", ru: "Выбор пароля")
  static let invitationLead = Phrase(
    kk: "Сізге есептік жазба ашылды. Онымен кіретін құпиясөзді таңдаңыз.",
    ru: "Для вас создана учётная запись. Выберите пароль, с которым будете входить.")
  static let resetLead = Phrase(
    kk: "Жаңа құпиясөзді таңдаңыз. Бұрынғысы жарамайтын болады.",
    ru: "Выберите новый пароль. Прежний перестанет действовать.")
  static let invitationOver = Phrase(
    kk: "Сілтеме пайдаланылған не мерзімі өткен. Әкімшіден жаңасын сұраңыз.",
    ru: "Ссылка использована или устарела. Попросите у администратора новую.")
  static let newPassword = Phrase(kk: "Жаңа құпиясөз", ru: "Новый пароль")
  static let passwordAgain = Phrase(kk: "Құпиясөзді қайталаңыз", ru: "Повторите пароль")
  static let passwordHelp = Phrase(
    kk: "Кемінде 12 таңба, мысалы бірнеше сөз.", ru: "Не менее 12 знаков, например несколько слов.")
  static let passwordsDiffer = Phrase(
    kk: "Құпиясөздер бірдей емес.", ru: "Пароли не совпадают.")
  static let setPassword = Phrase(kk: "Құпиясөзді орнату", ru: "Установить пароль")

  static let ownAccount = Phrase(kk: "Менің есептік жазбам", ru: "Моя учётная запись")
  static let personName = Phrase(kk: "Аты-жөні", ru: "Имя")
  static let pageLanguage = Phrase(kk: "Беттердің тілі", ru: "Язык страниц")
  static let changePassword = Phrase(kk: "Құпиясөзді өзгерту", ru: "Смена пароля")
  static let oldPassword = Phrase(kk: "Қазіргі құпиясөз", ru: "Текущий пароль")
  static let wrongOldPassword = Phrase(
    kk: "Қазіргі құпиясөз қате.", ru: "Текущий пароль неверен.")
  static let passwordChanged = Phrase(
    kk: "Құпиясөз өзгертілді. Басқа браузерлердегі сеанстар аяқталды.",
    ru: "Пароль изменён. Сеансы в других браузерах завершены.")
  static let signedInPlaces = Phrase(kk: "Сеанстар", ru: "Сеансы")
  static func sessionCount(_ count: Int) -> Phrase {
    Phrase(kk: "Ашық сеанс саны: \(count).", ru: "Открытых сеансов: \(count).")
  }
  static let signOutElsewhere = Phrase(
    kk: "Басқа браузерлерден шығу", ru: "Выйти в других браузерах")

  static let noAccounts = Phrase(
    kk:
      "Есептік жазбалар жоқ: жүйемен осы компьютерде бір адам жұмыс істейді. Бірінші әкімшіні мына пәрмен қосады:",
    ru:
      "Учётных записей нет: с системой на этом компьютере работает один человек. Первого администратора добавляет команда:"
  )
  static let role = Phrase(kk: "Рөлі", ru: "Роль")
  static let accountState = Phrase(kk: "Күйі", ru: "Состояние")
  static let accountActive = Phrase(kk: "белсенді", ru: "действует")
  static let accountInvited = Phrase(kk: "шақырылған", ru: "приглашён")
  static let accountDisabled = Phrase(kk: "бұғатталған", ru: "отключена")
  static let newAccount = Phrase(kk: "Жаңа есептік жазба", ru: "Новая учётная запись")
  static let loginHelp = Phrase(
    kk: "2–64 таңба: латын әріптері, цифрлар және . _ @ -",
    ru: "2–64 знака: латинские буквы, цифры и . _ @ -")
  static let invite = Phrase(kk: "Шақыру", ru: "Пригласить")
  static let inviteAgain = Phrase(kk: "Жаңа сілтеме жасау", ru: "Создать новую ссылку")
  static let resetPassword = Phrase(
    kk: "Құпиясөзді ауыстыратын сілтеме жасау", ru: "Создать ссылку для смены пароля")
  static let linkHelp = Phrase(
    kk: "Сілтеме бір рет көрсетіледі, жеті күн жарамды. Бұрынғы сілтеме жарамайтын болады.",
    ru: "Ссылка показывается один раз и действует семь дней. Прежняя ссылка перестаёт действовать.")
  static let access = Phrase(kk: "Кіру құқығы", ru: "Доступ")
  static let disable = Phrase(kk: "Бұғаттау", ru: "Отключить")
  static let enable = Phrase(kk: "Қайта ашу", ru: "Включить")
  static let link = Phrase(kk: "Сілтеме", ru: "Ссылка")
  static func linkMade(for name: String) -> Phrase {
    Phrase(
      kk: "Сілтеме дайын. Оны осы адамға жіберіңіз: \(name).",
      ru: "Ссылка готова. Отправьте её этому человеку: \(name).")
  }
  static func linkEnds(_ moment: String) -> Phrase {
    Phrase(
      kk: "Бір рет пайдаланылады, мерзімі: \(moment).",
      ru: "Используется один раз, действует до: \(moment).")
  }

  static let auditLog = Phrase(kk: "Әрекеттер журналы", ru: "Журнал действий")
  static let auditMoment = Phrase(kk: "Уақыты", ru: "Время")
  static let auditAction = Phrase(kk: "Әрекет", ru: "Действие")
  static let auditSubject = Phrase(kk: "Нысаны", ru: "Объект")
  static let auditDetail = Phrase(kk: "Толығырақ", ru: "Подробности")
  static let auditAddress = Phrase(kk: "Желі мекенжайы", ru: "Сетевой адрес")
  static let anyAction = Phrase(kk: "Кез келген әрекет", ru: "Любое действие")
  static let anybody = Phrase(kk: "Барлығы", ru: "Все")
}

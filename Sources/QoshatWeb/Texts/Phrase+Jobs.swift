/// Long work: imports and exports.
extension Phrase {
  static let jobWaits = Phrase(kk: "Кезекте тұр", ru: "Ожидает очереди")
  static let jobRuns = Phrase(kk: "Орындалуда", ru: "Выполняется")
  static let jobIsDone = Phrase(kk: "Аяқталды", ru: "Завершено")
  static let jobHasFailed = Phrase(kk: "Орындалмады", ru: "Не выполнено")
  static let jobWasStopped = Phrase(kk: "Тоқтатылды", ru: "Остановлено")
  static let stopJob = Phrase(kk: "Тоқтату", ru: "Остановить")
  static let refresh = Phrase(kk: "Жаңарту", ru: "Обновить")
  static let progress = Phrase(kk: "Барысы", ru: "Ход выполнения")
  static let recentJobs = Phrase(kk: "Соңғы әрекеттер", ru: "Последние операции")
  static let jobName = Phrase(kk: "Әрекет", ru: "Операция")
  static let jobBegan = Phrase(kk: "Басталды (UTC)", ru: "Начато (UTC)")
  static let jobState = Phrase(kk: "Жай-күйі", ru: "Состояние")
  static let nothingWasKept = Phrase(
    kk: "Тізілім бұрынғы қалпында, файлдар сақталған жоқ.",
    ru: "Реестр прежний, файлы не сохранены.")
  static func done(_ done: String, of total: String) -> Phrase {
    Phrase(kk: "\(total) ішінен \(done)", ru: "\(done) из \(total)")
  }
  static func rate(_ rate: String) -> Phrase {
    Phrase(kk: "секундына \(rate)", ru: "\(rate) в секунду")
  }
  static func failedSoFar(_ count: String) -> Phrase {
    Phrase(kk: "жасалмады: \(count)", ru: "не сделано: \(count)")
  }

  static let importCSV = Phrase(kk: "CSV импорты", ru: "Импорт CSV")
  static let importLead = Phrase(
    kk:
      "Бір немесе бірнеше файлды таңдаңыз: ресурстар, құжаттар, байланыстар (CSV), сондай-ақ құжаттар кестесінде аталған іс деректері (JSON). Файлдың түрі оның бағандарынан танылады. Алдымен файлдар тексеріледі, тізілім өзгермейді.",
    ru:
      "Выберите один или несколько файлов: ресурсы, документы, связи (CSV), а также данные дел (JSON), названные в таблице документов. Вид файла узнаётся по столбцам. Сначала файлы проверяются, реестр не меняется."
  )
  static let filesToImport = Phrase(kk: "Файлдар", ru: "Файлы")
  static let importOptions = Phrase(
    kk: "13 бағандық карточка файлы үшін", ru: "Для файла карточек из 13 столбцов")
  static let importBody = Phrase(kk: "Енгізген орган", ru: "Орган, внёсший ресурсы")
  static let importEnteredAt = Phrase(kk: "Енгізілген күні", ru: "Дата внесения")
  static let importChannel = Phrase(kk: "Түсу жолы", ru: "Канал поступления")
  static let asInFile = Phrase(kk: "файлда көрсетілген", ru: "указан в файле")
  static let replaceDiffering = Phrase(
    kk: "Тізілімдегіден өзгеше жолдарды файлдағыдай ету",
    ru: "Строки, которые отличаются от реестра, взять из файла")
  static let strictImport = Phrase(
    kk: "Бір жолы қате болса, ештеңе импорттамау",
    ru: "Если ошибочна хотя бы одна строка, не импортировать ничего")
  static let checkFiles = Phrase(kk: "Файлдарды тексеру", ru: "Проверить файлы")
  static let noFilesChosen = Phrase(kk: "Файл таңдалмаған.", ru: "Файлы не выбраны.")
  static let trialTitle = Phrase(kk: "Файлдарды тексеру", ru: "Проверка файлов")
  static let importTitle = Phrase(kk: "Импорт", ru: "Импорт")
  static let checkingRows = Phrase(kk: "Жолдарды тексеру", ru: "Проверка строк")
  static let writingRows = Phrase(kk: "Жолдарды жазу", ru: "Запись строк")
  static let comparingRows = Phrase(kk: "Тізіліммен салыстыру", ru: "Сравнение с реестром")
  static let table = Phrase(kk: "Кесте", ru: "Таблица")
  static let links = Phrase(kk: "Байланыстар", ru: "Связи")
  static let rowsAdded = Phrase(kk: "Жаңа", ru: "Новых")
  static let rowsReplaced = Phrase(kk: "Жаңартылған", ru: "Обновлённых")
  static let rowsUnchanged = Phrase(kk: "Өзгермеген", ru: "Без изменений")
  static let rowsRefused = Phrase(kk: "Қабылданбаған", ru: "Отклонённых")
  static let trialLead = Phrase(
    kk: "Тексеру аяқталды, тізілім өзгерген жоқ. Импорттағанда осылай болады:",
    ru: "Проверка закончена, реестр не изменён. При импорте произойдёт следующее:")
  static let importDone = Phrase(kk: "Импорт аяқталды.", ru: "Импорт завершён.")
  static let importRejected = Phrase(
    kk: "Қате жолдар бар, сондықтан ештеңе импортталмайды.",
    ru: "Есть строки с ошибками, поэтому ничего не импортируется.")
  static let nothingNew = Phrase(
    kk: "Файлдардағының бәрі тізілімде бар: импорттайтын ештеңе жоқ.",
    ru: "Всё из файлов в реестре уже есть: импортировать нечего.")
  static let startImport = Phrase(kk: "Импорттау", ru: "Импортировать")
  static let startImportOfGood = Phrase(
    kk: "Дұрыс жолдарды импорттау", ru: "Импортировать верные строки")
  static let badRows = Phrase(kk: "Қабылданбаған жолдар", ru: "Отклонённые строки")
  static let place = Phrase(kk: "Файл және жол", ru: "Файл и строка")
  static let reason = Phrase(kk: "Себебі", ru: "Причина")
  static let rowText = Phrase(kk: "Жол мәтіні", ru: "Текст строки")
  static let badRowsHelp = Phrase(
    kk: "Жолдарды жүктеп алып түзетіңіз де, сол файлды қайта импорттаңыз.",
    ru: "Скачайте строки, исправьте и импортируйте тот же файл снова.")
  static func downloadBadRows(_ table: Phrase) -> Phrase {
    Phrase(
      kk: "Қабылданбаған жолдар: \(table.kk.lowercased()) (CSV)",
      ru: "Отклонённые строки: \(table.ru.lowercased()) (CSV)")
  }
  static func pendingLinks(_ count: String) -> Phrase {
    Phrase(
      kk: "Құжаты не ресурсы әлі жоқ байланыстар: \(count). Олар пайда болғанда байланысады.",
      ru:
        "Связей, у которых пока нет документа или ресурса: \(count). Они установятся, когда те появятся."
    )
  }
  static let uploadedFilesAreGone = Phrase(
    kk: "Файлдар бұдан былай сақталмайды: оларды қайта жүктеңіз.",
    ru: "Файлы больше не хранятся: загрузите их снова.")
}

import Diagnostics

extension ImportFinding {
  var message: Message {
    switch self {
    case .encoding(let fault): fault.message
    case .header(let missing, let unknown): Self.header(missing: missing, unknown: unknown)
    case .brokenRow(let kind): kind.message
    case .cellCount(let found, let expected):
      Message(
        kk: "жолда \(expected) ұяшық болуы керек, бірақ \(found) ұяшық бар",
        ru: "ячеек в строке: \(found), а должно быть: \(expected)",
        en: "the row has \(found) cells instead of \(expected)")
    case .empty(let column):
      Message(
        kk: "`\(column)` бағаны толтырылмаған", ru: "столбец `\(column)` не заполнен",
        en: "the column `\(column)` is empty")
    case .url(let problem): problem.message
    case .date(let column):
      Message(
        kk: "`\(column)` бағанында `2021-12-15` түріндегі күн болуы керек",
        ru: "в столбце `\(column)` должна быть дата вида `2021-12-15`",
        en: "the column `\(column)` takes a date such as `2021-12-15`")
    case .word(let column, let allowed):
      Message(
        kk: "`\(column)` бағанының рұқсат етілген мәндері: \(Self.list(allowed))",
        ru: "допустимые значения столбца `\(column)`: \(Self.list(allowed))",
        en: "the column `\(column)` takes one of \(Self.list(allowed))")
    case .contradiction(let contradiction): contradiction.message
    case .caseData(let fault): fault.message
    case .differingResource(let columns, let date):
      Message(
        kk:
          "бұл URL тізілімде бар (енгізілген күні – \(date)), бірақ деректері басқа: \(Self.list(columns))",
        ru: "этот URL уже есть в реестре (внесён \(date)) с другими данными: \(Self.list(columns))",
        en: "this URL is in the register (entered \(date)) with other data: \(Self.list(columns))")
    case .differingDocument(let columns, let date):
      Message(
        kk:
          "бұл құжат тізілімде бар (дайындалған күні – \(date)), бірақ деректері басқа: \(Self.list(columns))",
        ru:
          "этот документ уже есть в реестре (подготовлен \(date)) с другими данными: \(Self.list(columns))",
        en:
          "this document is in the register (prepared \(date)) with other data: \(Self.list(columns))"
      )
    case .hash:
      Message(
        kk: "SHA-256 мәні он алтылық 64 цифрдан тұруы керек",
        ru: "SHA-256 – это 64 шестнадцатеричные цифры", en: "a SHA-256 is 64 hexadecimal digits")
    case .legalBases:
      Message(
        kk: "`legal_bases` бағаны `[{\"act\": \"…\", \"article\": \"…\"}]` түрінде болуы керек",
        ru: "столбец `legal_bases` имеет вид `[{\"act\": \"…\", \"article\": \"…\"}]`",
        en: "the column `legal_bases` looks like `[{\"act\": \"…\", \"article\": \"…\"}]`")
    case .readAsWindows1251:
      Message(
        kk:
          "файл Windows-1251 кодтауында оқылды; бұл кодтауда ә, ғ, қ, ң, ө, ұ, ү, һ әріптері жоқ, мәтінді тексеріңіз",
        ru:
          "файл прочитан в кодировке Windows-1251; в ней нет букв ә, ғ, қ, ң, ө, ұ, ү, һ – проверьте текст",
        en:
          "the file was read as Windows-1251, which has no letters ә, ғ, қ, ң, ө, ұ, ү, һ: check the text"
      )
    case .pendingLinks(let count):
      Message(
        kk: "құжаты немесе ресурсы тізілімде әлі жоқ байланыстар саны: \(count)",
        ru: "связей, документа или ресурса которых ещё нет в реестре: \(count)",
        en: "links whose document or resource is not in the register yet: \(count)")
    case .missingOption(let column):
      Message(
        kk: "файлда `\(column)` бағаны жоқ, ал мәні бөлек берілмеген",
        ru: "в файле нет столбца `\(column)`, и его значение не задано отдельно",
        en: "the file has no column `\(column)` and its value was not given separately")
    case .documentID:
      Message(
        kk: "құжат идентификаторында басқару таңбасы бар",
        ru: "в идентификаторе документа есть управляющий символ",
        en: "the document's id has a control character")
    }
  }

  var hint: Message? {
    switch self {
    case .encoding:
      Message(
        kk: "файлды «CSV UTF-8» пішімінде сақтаңыз", ru: "сохраните файл в формате «CSV UTF-8»",
        en: "save the file as “CSV UTF-8”")
    case .url(.scheme):
      Message(
        kk: "алдына `https://` қосыңыз", ru: "добавьте в начало `https://`",
        en: "put `https://` before it")
    case .brokenRow(.zeroByte):
      Message(
        kk: "файлды кестеде ашып, ұяшықты қайта теріңіз",
        ru: "откройте файл в таблице и наберите ячейку заново",
        en: "open the file in a spreadsheet and type the cell again")
    case .brokenRow:
      Message(
        kk: "ішінде `\"` бар ұяшықты тырнақшаға алып, ішкі тырнақшаны екі рет жазыңыз",
        ru: "заключите ячейку в кавычки, а кавычку внутри неё удвойте: `\"\"`",
        en: "put the cell in quotes and double the quote inside: `\"\"`")
    case .header:
      Message(
        kk: "бірінші жол – бағандардың `;` арқылы бөлінген атаулары",
        ru: "первая строка – имена столбцов через `;`",
        en: "the first line is the names of the columns, separated by `;`")
    case .pendingLinks:
      Message(
        kk: "жетіспейтін файлды импорттаңыз, байланыстар өзі толығады",
        ru: "импортируйте недостающий файл, связи дополнятся сами",
        en: "import the missing file, the links complete themselves")
    default: nil
    }
  }

  private static func header(missing: [String], unknown: [String]) -> Message {
    var kk: [String] = []
    var ru: [String] = []
    var en: [String] = []
    if !missing.isEmpty {
      kk.append("жетіспейтіні: \(list(missing))")
      ru.append("не хватает: \(list(missing))")
      en.append("missing: \(list(missing))")
    }
    if !unknown.isEmpty {
      kk.append("артығы: \(list(unknown))")
      ru.append("лишние: \(list(unknown))")
      en.append("not known: \(list(unknown))")
    }
    return Message(
      kk: (["файлдың бағандары танылмады"] + kk).joined(separator: "; "),
      ru: (["столбцы файла не распознаны"] + ru).joined(separator: "; "),
      en: (["the columns of the file are not those of a table we know"] + en)
        .joined(separator: "; "))
  }

  private static func list(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
}

extension TextEncodingFault {
  var message: Message {
    switch self {
    case .utf16:
      Message(
        kk: "файл UTF-16 кодтауында, бірақ басындағы белгісі жоқ немесе мәтін бүлінген",
        ru: "файл в кодировке UTF-16, но без метки в начале или повреждён",
        en: "the file is UTF-16 but lacks its mark at the beginning or is damaged")
    case .windows1251:
      Message(
        kk: "файлдың кодтауы Windows-1251 сияқты, UTF-8 керек",
        ru: "файл, по-видимому, в кодировке Windows-1251, нужна UTF-8",
        en: "the file seems to be Windows-1251, UTF-8 is needed")
    case .invalid:
      Message(
        kk: "файл UTF-8 мәтіні емес", ru: "файл не является текстом UTF-8",
        en: "the file is not UTF-8 text")
    case .lostLetters:
      Message(
        kk: "файл Windows-1251 кодтауында сақталған, қазақ әріптері `?` таңбасына айналып кеткен",
        ru: "файл сохранён в Windows-1251, и казахские буквы в нём превратились в `?`",
        en: "the file was saved as Windows-1251, and its Kazakh letters have become `?`")
    }
  }

  /// Where the first wrong byte stands.
  var offset: Int {
    switch self {
    case .utf16: 0
    case .windows1251(let offset), .lostLetters(let offset), .invalid(let offset): offset
    }
  }
}

extension CSVFault.Kind {
  var message: Message {
    switch self {
    case .unclosedQuote:
      Message(
        kk: "ұяшықтың тырнақшасы жабылмаған", ru: "кавычка ячейки не закрыта",
        en: "the quote of the cell is not closed")
    case .textAfterQuote:
      Message(
        kk: "жабылған тырнақшадан кейін артық мәтін тұр",
        ru: "после закрывающей кавычки стоит лишний текст",
        en: "there is text after the closing quote")
    case .tooLong:
      Message(
        kk: "ұяшық тым ұзын немесе тырнақшасы жабылмаған",
        ru: "ячейка слишком длинная, или её кавычка не закрыта",
        en: "the cell is too long, or its quote is not closed")
    case .zeroByte:
      Message(
        kk: "жолда нөлдік байт бар", ru: "в строке есть нулевой байт", en: "the row has a zero byte"
      )
    case .bareCarriageReturn:
      Message(
        kk: "ұяшық ішінде жолды аяқтамайтын CR таңбасы бар",
        ru: "внутри ячейки есть символ CR, который не завершает строку",
        en: "a cell has a carriage return that ends no line")
    }
  }
}

extension ImportFinding.Contradiction {
  var message: Message {
    switch self {
    case .sentBeforePrepared:
      Message(
        kk: "құжат дайындалған күнінен бұрын жіберілген",
        ru: "документ отправлен раньше, чем подготовлен",
        en: "the document was sent before it was prepared")
    case .sentWithoutDate:
      Message(
        kk: "құжат жіберілген, бірақ `sent_at` бағаны бос",
        ru: "документ отправлен, но столбец `sent_at` пуст",
        en: "the document was sent but `sent_at` is empty")
    case .dateWithoutSending:
      Message(
        kk: "жіберілген күні бар, бірақ күйі бойынша құжат әлі жіберілмеген",
        ru: "дата отправки указана, но по статусу документ ещё не отправлен",
        en: "there is a date of sending but by its status the document was not sent yet")
    case .statusDates:
      Message(
        kk: "құжат күйлерінің күндері, нөмірі және мерзімі бір-біріне қайшы келеді",
        ru: "дни статусов документа, его номер и срок противоречат друг другу",
        en: "the days of the document's statuses, its number and its deadline contradict each other"
      )
    }
  }
}

extension ImportFinding.CaseDataFault {
  var message: Message {
    switch self {
    case .outsideFolder:
      Message(
        kk: "іс деректерінің файлы кестенің қалтасынан тыс болмауы керек, мысалы: `cases/1.json`",
        ru:
          "файл данных дела должен лежать в папке таблицы или внутри нее, например: `cases/1.json`",
        en: "the case data must lie in the table's folder or below it, such as `cases/1.json`")
    case .wrongName:
      Message(
        kk: "іс деректері файлының атауы `.json` деп аяқталуы керек",
        ru: "имя файла данных дела должно оканчиваться на `.json`",
        en: "the name of a file of case data must end in `.json`")
    case .missing:
      Message(
        kk: "іс деректерінің файлы табылмады", ru: "файл данных дела не найден",
        en: "the file of case data was not found")
    case .notText:
      Message(
        kk: "іс деректерінің файлы UTF-8 мәтіні емес",
        ru: "файл данных дела не является текстом UTF-8",
        en: "the file of case data is not UTF-8 text")
    case .notJSON(let line):
      Message(
        kk: "іс деректерінің файлы JSON емес, қате \(line)-жолда",
        ru: "файл данных дела не является JSON, ошибка в строке \(line)",
        en: "the file of case data is not JSON, the fault is in its line \(line)")
    }
  }
}

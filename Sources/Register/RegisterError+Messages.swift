import Diagnostics

extension RegisterError {
  static func missingFile(_ path: String) -> RegisterError {
    RegisterError(
      .missingFile, .input,
      Message(
        kk: "`\(path)` файлы табылмады", ru: "файл `\(path)` не найден",
        en: "there is no file `\(path)`"),
      path: path)
  }

  static func notADatabase(_ path: String, detail: String? = nil) -> RegisterError {
    RegisterError(
      .notADatabase, .input,
      Message(
        kk: "`\(path)` тізілім емес: бұл SQLite дерекқоры емес",
        ru: "`\(path)` не реестр: это не база данных SQLite",
        en: "`\(path)` is no register: it is not an SQLite database"),
      path: path, detail: detail)
  }

  static func notARegister(_ path: String) -> RegisterError {
    RegisterError(
      .notARegister, .input,
      Message(
        kk: "`\(path)` – дерекқор, бірақ Qoshat тізілімі емес",
        ru: "`\(path)` – база данных, но не реестр Qoshat",
        en: "`\(path)` is a database but not a register of Qoshat"),
      path: path)
  }

  static func newerSchema(_ path: String) -> RegisterError {
    RegisterError(
      .newerSchema, .input,
      Message(
        kk: "`\(path)` тізілімін бағдарламаның жаңарақ нұсқасы өзгерткен",
        ru: "реестр `\(path)` изменён более новой версией программы",
        en: "the register `\(path)` was changed by a newer version of this program"),
      path: path)
  }

  static func damaged(_ path: String, detail: String?) -> RegisterError {
    RegisterError(
      .damaged, .input,
      Message(
        kk: "`\(path)` тізілімі бүлінген", ru: "реестр `\(path)` повреждён",
        en: "the register `\(path)` is damaged"),
      path: path, detail: detail)
  }

  static func alreadyExists(_ path: String) -> RegisterError {
    RegisterError(
      .alreadyExists, .environment,
      Message(
        kk: "`\(path)` файлы бұрыннан бар", ru: "файл `\(path)` уже существует",
        en: "the file `\(path)` exists already"),
      path: path)
  }

  static func locked(_ path: String, detail: String?) -> RegisterError {
    RegisterError(
      .locked, .environment,
      Message(
        kk: "`\(path)` тізілімін басқа бағдарлама пайдаланып жатыр, кейінірек қайталаңыз",
        ru: "реестр `\(path)` занят другой программой, повторите позже",
        en: "the register `\(path)` is in use by another program, try again later"),
      path: path, detail: detail)
  }

  static func diskFull(_ path: String, detail: String?) -> RegisterError {
    RegisterError(
      .diskFull, .environment,
      Message(
        kk: "дискіде `\(path)` үшін орын жетпейді", ru: "на диске не хватает места для `\(path)`",
        en: "no space is left on the disk for `\(path)`"),
      path: path, detail: detail)
  }

  static func permission(_ path: String, detail: String?) -> RegisterError {
    RegisterError(
      .permission, .environment,
      Message(
        kk: "`\(path)` файлына қол жеткізу құқығы жоқ", ru: "нет прав доступа к файлу `\(path)`",
        en: "no permission for the file `\(path)`"),
      path: path, detail: detail)
  }

  static func inputOutput(_ path: String, detail: String?) -> RegisterError {
    RegisterError(
      .inputOutput, .environment,
      Message(
        kk: "`\(path)` файлын оқу не жазу мүмкін болмады",
        ru: "не удалось прочитать или записать файл `\(path)`",
        en: "the file `\(path)` could not be read or written"),
      path: path, detail: detail)
  }

  static func failed(_ path: String, detail: String?) -> RegisterError {
    RegisterError(
      .failed, .environment,
      Message(
        kk: "`\(path)` тізілімімен жұмыс сәтсіз аяқталды",
        ru: "операция с реестром `\(path)` не удалась",
        en: "the operation on the register `\(path)` failed"),
      path: path, detail: detail)
  }

  static func unreadableInput(_ diagnostics: [Diagnostic]) -> RegisterError {
    RegisterError(
      .unreadableInput, .input,
      Message(
        kk: "импорттауға келмейтін файлдар бар, тізілім өзгермеді",
        ru: "есть файлы, которые нельзя импортировать; реестр не изменён",
        en: "some files cannot be imported; the register is unchanged"),
      diagnostics: diagnostics)
  }

  static func missingOptions(_ diagnostics: [Diagnostic]) -> RegisterError {
    RegisterError(
      .missingOptions, .usage,
      Message(
        kk: "файлда орган немесе енгізілген күн бағаны жоқ, оларды бөлек көрсетіңіз",
        ru: "в файле нет столбца органа или даты внесения, укажите их отдельно",
        en: "the file has no column for the body or the date of entry, give them separately"),
      diagnostics: diagnostics)
  }

  /// A folder or a list of files without any table.
  static func nothingToImport(_ path: String) -> RegisterError {
    RegisterError(
      .unreadableInput, .input,
      Message(
        kk: "`\(path)` қалтасында CSV файлы жоқ", ru: "в папке `\(path)` нет файлов CSV",
        en: "the folder `\(path)` has no CSV files"),
      path: path)
  }

  /// A file that is longer than we are willing to hold in memory.
  static func tooLarge(_ path: String) -> RegisterError {
    RegisterError(
      .unreadableInput, .input,
      Message(
        kk: "`\(path)` файлы тым үлкен", ru: "файл `\(path)` слишком велик",
        en: "the file `\(path)` is too large"),
      path: path)
  }

  /// A path that names neither a file nor a folder.
  static func notAFile(_ path: String) -> RegisterError {
    RegisterError(
      .unreadableInput, .input,
      Message(
        kk: "`\(path)` – файл да, қалта да емес", ru: "`\(path)` – не файл и не папка",
        en: "`\(path)` is neither a file nor a folder"),
      path: path)
  }
}

public import Diagnostics
import XML

extension OfficePackageError {
  /// The error as it is told to the person who gave us `file`.
  public func diagnostic(file: String) -> Diagnostic {
    let place = Place(file: file, part: part.isEmpty ? nil : part, line: line > 0 ? line : nil)
    let named = part.isEmpty ? "" : " (\(part))"
    let (rule, message) =
      switch code {
      case .notAnArchive:
        (
          "D101",
          Message(
            kk: "бұл Word құжаты емес: файл zip мұрағаты емес",
            ru: "это не документ Word: файл не является архивом zip",
            en: "not a Word document: the file is not a zip archive")
        )
      case .otherFormat(let format):
        (
          "D101",
          Message(
            kk: "бұл Word құжаты емес: файл – \(format.name.kk)",
            ru: "это не документ Word: файл – \(format.name.ru)",
            en: "not a Word document: the file is \(format.name.en)")
        )
      case .damaged:
        (
          "D102",
          Message(
            kk: "файл бүлінген немесе толық емес\(named)",
            ru: "файл повреждён или неполон\(named)",
            en: "the file is damaged or incomplete\(named)")
        )
      case .tooLarge:
        (
          "D103",
          Message(
            kk: "файл рұқсат етілген көлемнен асады\(named)",
            ru: "файл превышает допустимый размер\(named)",
            en: "the file exceeds the limits on size\(named)")
        )
      case .tooComplex:
        (
          "D111",
          Message(
            kk: "бөліктегі белгілеу рұқсат етілгеннен терең немесе көп\(named)",
            ru: "разметка части глубже или больше допустимого\(named)",
            en: "the markup of a part is nested deeper, or is more, than the limits allow\(named)")
        )
      case .encrypted:
        (
          "D104",
          Message(
            kk: "құжат құпиясөзбен қорғалған\(named)",
            ru: "документ защищён паролем\(named)",
            en: "the document is protected by a password\(named)")
        )
      case .duplicateName:
        (
          "D105",
          Message(
            kk: "мұрағатта бір атау екі рет кездеседі\(named)",
            ru: "в архиве дважды встречается одно имя\(named)",
            en: "the archive has two entries of one name\(named)")
        )
      case .unsafeName:
        (
          "D106",
          Message(
            kk: "мұрағаттағы атау құжаттың сыртына шығарады\(named)",
            ru: "имя в архиве ведёт за пределы документа\(named)",
            en: "a name in the archive leads out of the document\(named)")
        )
      case .unsupportedCompression:
        (
          "D107",
          Message(
            kk: "бөлік белгісіз тәсілмен сығылған\(named)",
            ru: "часть сжата неизвестным способом\(named)",
            en: "a part is compressed by an unknown method\(named)")
        )
      case .missingPart:
        (
          "D108",
          Message(
            kk: "құжатта қажетті бөлік жоқ\(named)",
            ru: "в документе нет необходимой части\(named)",
            en: "the document lacks a part that it needs\(named)")
        )
      case .invalidXML:
        (
          "D109",
          Message(
            kk: "құжаттың бөлігі дұрыс XML емес\(named)",
            ru: "часть документа – неверный XML\(named)",
            en: "a part of the document is not valid XML\(named)")
        )
      case .notADocument:
        (
          "D110",
          Message(
            kk: "бұл Word құжаты емес: мұрағатта негізгі мәтін жоқ",
            ru: "это не документ Word: в архиве нет основного текста",
            en: "not a Word document: the archive has no main text")
        )
      }
    return Diagnostic(rule, message, at: [place])
  }
}

extension FileFormat {
  /// The kind of file as it is told, after "the file is".
  fileprivate var name: Message {
    switch self {
    case .oldWord:
      Message(
        kk: "ескі .doc; Word-та .docx түрінде сақтаңыз",
        ru: "старый .doc; сохраните его в Word как .docx",
        en: "an old .doc; save it as .docx in Word")
    case .richText: Message(kk: "RTF мәтіні", ru: "текст RTF", en: "RTF text")
    case .pdf: Message(kk: "PDF", ru: "PDF", en: "a PDF")
    case .webPage: Message(kk: "веб-бет", ru: "веб-страница", en: "a web page")
    case .xml: Message(kk: "XML мәтіні", ru: "текст XML", en: "XML text")
    case .openDocument:
      Message(
        kk: "OpenDocument құжаты (.odt)", ru: "документ OpenDocument (.odt)",
        en: "an OpenDocument text (.odt)")
    case .workbook: Message(kk: "Excel кітабы", ru: "книга Excel", en: "an Excel workbook")
    case .presentation:
      Message(
        kk: "PowerPoint көрсетілімі", ru: "презентация PowerPoint",
        en: "a PowerPoint presentation")
    }
  }
}

public import CivilDates
public import Diagnostics
public import Register

/// What statistics of a period count.
public enum StatisticsMeasure: String, Sendable, CaseIterable {
  case prepared
  case sent
  case covered
  case entered
  case actedUpon = "acted-upon"
  case notActedUpon = "not-acted-upon"

  /// What is counted; `nil` for what follows from other measures.
  public var subject: FigureQuery.Subject? {
    switch self {
    case .prepared: .documents(DocumentSelection(kinds: DocumentKind.enforcement))
    case .sent: .documents(DocumentSelection(kinds: DocumentKind.enforcement, state: .sent))
    case .covered:
      .resources(.covered(by: DocumentSelection(kinds: DocumentKind.enforcement), channel: nil))
    case .entered: .resources(.entered(channel: nil))
    case .actedUpon:
      .resources(.actedUpon(by: DocumentKind.enforcement, channel: nil))
    case .notActedUpon: nil
    }
  }

  /// The question to the register; `nil` for what follows from other measures.
  public func query(during period: Period, asOf: CivilDate) -> FigureQuery? {
    subject.map { FigureQuery($0, during: period, asOf: asOf) }
  }

  /// The measures that are asked of the register.
  public static let asked = allCases.filter { $0.subject != nil }

  /// Whether documents are counted, which are told by kind where nothing else is asked.
  public var countsDocuments: Bool { self == .prepared || self == .sent }

  /// Whether its parts can be told by a dimension: what nobody acted upon has no document.
  public func allows(_ dimension: StatisticDimension) -> Bool {
    self != .entered || dimension != .kind && dimension != .status
  }

  /// The words for it.
  public var label: Message {
    switch self {
    case .prepared:
      Message(kk: "Дайындалған құжаттар", ru: "Подготовлено документов", en: "Documents prepared")
    case .sent:
      Message(kk: "Жіберілген құжаттар", ru: "Направлено документов", en: "Documents sent")
    case .covered:
      Message(
        kk: "Құжаттар қамтыған ресурстар мен сілтемелер",
        ru: "Ресурсов и ссылок в документах", en: "Resources in documents")
    case .entered:
      Message(
        kk: "Енгізілген ресурстар мен сілтемелер", ru: "Внесено ресурсов и ссылок",
        en: "Resources entered")
    case .actedUpon:
      Message(
        kk: "Шара қолданылған ресурстар мен сілтемелер",
        ru: "Ресурсов и ссылок, по которым приняты меры", en: "Resources acted upon")
    case .notActedUpon:
      Message(
        kk: "Шара қолданылмаған ресурстар мен сілтемелер",
        ru: "Ресурсов и ссылок, по которым меры не приняты", en: "Resources not acted upon")
    }
  }
}

extension StatisticDimension {
  /// The word for it.
  public var label: Message {
    switch self {
    case .kind: Message(kk: "Құжат түрі", ru: "Вид документа", en: "Kind")
    case .status: Message(kk: "Мәртебесі", ru: "Статус", en: "Status")
    case .body: Message(kk: "Орган", ru: "Орган", en: "Body")
    case .platform: Message(kk: "Платформа", ru: "Платформа", en: "Platform")
    case .channel: Message(kk: "Көзі", ru: "Источник", en: "Source")
    case .month: Message(kk: "Ай", ru: "Месяц", en: "Month")
    }
  }
}

extension Channel {
  /// The words for it.
  public var label: Message {
    switch self {
    case .informationSystem:
      Message(kk: "ақпараттық жүйе", ru: "информационная система", en: "information system")
    case .ownMonitoring:
      Message(kk: "меншікті мониторинг", ru: "собственный мониторинг", en: "own monitoring")
    }
  }
}

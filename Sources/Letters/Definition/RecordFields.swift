/// The fields of what the case data may describe themselves instead of naming it in the reference data or the register.
public enum RecordFields {
  /// The days of a period.
  public static let period = [
    FieldDefinition(
      "from", .date, isRequired: true, label: Bilingual(kk: "Бастап", ru: "С какого дня")),
    FieldDefinition(
      "to", .date, isRequired: true,
      label: Bilingual(kk: "Дейін (қоса алғанда)", ru: "По какой день"),
      limits: FieldLimits(notBefore: .field("from"))),
  ]

  /// An incoming letter.
  public static let inquiry = [
    FieldDefinition(
      "number", .string, isRequired: true, label: Bilingual(kk: "Нөмірі", ru: "Номер")),
    FieldDefinition("date", .date, isRequired: true, label: Bilingual(kk: "Күні", ru: "Дата")),
    FieldDefinition("sender", .string, label: Bilingual(kk: "Жіберуші", ru: "Отправитель")),
    FieldDefinition("subject", .string, label: Bilingual(kk: "Тақырыбы", ru: "Тема")),
  ]

  /// An internet resource of a list.
  public static let resource = [
    FieldDefinition("url", .string, isRequired: true, label: Bilingual(kk: "URL", ru: "URL")),
    FieldDefinition("title", .string, label: Bilingual(kk: "Атауы", ru: "Название")),
    FieldDefinition("violation", .string, label: Bilingual(kk: "Бұзушылық", ru: "Нарушение")),
    FieldDefinition(
      "enteredAt", .date, label: Bilingual(kk: "Анықталған күні", ru: "Дата выявления")),
  ]

  /// A foreign organiser of gambling.
  public static let organiser = [
    FieldDefinition(
      "name", .string, isRequired: true, label: Bilingual(kk: "Атауы", ru: "Название")),
    FieldDefinition(
      "sites", .list(.string), isRequired: true, label: Bilingual(kk: "Сайттары", ru: "Сайты")),
    FieldDefinition("court", .text, label: Bilingual(kk: "Сот", ru: "Суд")),
    FieldDefinition(
      "actNumber", .string, label: Bilingual(kk: "Сот актісінің нөмірі", ru: "Номер судебного акта")
    ),
    FieldDefinition(
      "actDate", .date, label: Bilingual(kk: "Сот актісінің күні", ru: "Дата судебного акта")),
  ]

  /// An organisation that the reference data do not have.
  public static let organisation = [
    FieldDefinition(
      "kind", .choice(organisationKinds), isRequired: true, label: Bilingual(kk: "Түрі", ru: "Вид")),
    FieldDefinition("name", .text, isRequired: true, label: Bilingual(kk: "Атауы", ru: "Название")),
    FieldDefinition(
      "lines", .lines, isRequired: true, label: Bilingual(kk: "Кімге", ru: "Кому"),
      help: Bilingual(kk: "Атау септігінде, жол-жолымен", ru: "В дательном падеже, по строкам")),
    FieldDefinition(
      "latin", .string, label: Bilingual(kk: "Латынша атауы", ru: "Название латиницей")),
    FieldDefinition(
      "email", .string, label: Bilingual(kk: "Электрондық пошта", ru: "Электронная почта")),
    FieldDefinition(
      "byList", .boolean, label: Bilingual(kk: "Тізім бойынша", ru: "По списку")),
  ]

  private static let organisationKinds = Organisation.Kind.allCases.map { kind in
    let text =
      switch kind {
      case .platform: Bilingual(kk: "платформа", ru: "платформа")
      case .operator: Bilingual(kk: "байланыс операторы", ru: "оператор связи")
      case .provider: Bilingual(kk: "төлем қызметтерін көрсетуші", ru: "поставщик платежных услуг")
      case .service: Bilingual(kk: "мемлекеттік қызмет", ru: "государственная служба")
      case .administration: Bilingual(kk: "ресурстың әкімшілігі", ru: "администрация ресурса")
      case .other: Bilingual(kk: "өзге", ru: "иное")
      }
    return FieldType.Choice(name: kind.rawValue, text: text)
  }
}

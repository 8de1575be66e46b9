import JSON

/// To whom a document goes: as the register says it, and as its letter does.
enum ExampleAddressee {
  case operators, longDistanceOperators, deputies
  case technicalService(ExampleDay)
  case platform(String, ExampleDay)
  case administration(host: String)

  /// Those who can restrict access, on that day.
  static func restricting(on day: ExampleDay) -> [ExampleAddressee] {
    [.technicalService(day), .operators, .longDistanceOperators]
  }

  /// The cell of `documents.csv`.
  var text: String {
    switch self {
    case .operators: "Операторам связи (по списку)"
    case .longDistanceOperators: "Операторам междугородной и международной связи (по списку)"
    case .deputies:
      "Депутатам Мажилиса Парламента Республики Казахстан, членам фракции партии «Nur Otan» (по списку)"
    case .technicalService(let day):
      Self.isCompany(on: day)
        ? "АО «Государственная техническая служба»" : "РГП «Государственная техническая служба»"
    case .platform(let name, _): name
    case .administration(let host): "Администрация интернет-ресурса \(host)"
    }
  }

  /// The addressee of the case data: an organisation that the reference data know, or one that they need not.
  var organisation: JSON {
    switch self {
    case .operators: "telecom-operators"
    case .longDistanceOperators: "long-distance-operators"
    case .deputies: .null
    case .technicalService(let day):
      Self.isCompany(on: day) ? "state-technical-service" : "state-technical-enterprise"
    // Facebook and Instagram were of one company, which took its later name on 28 October 2021.
    case .platform(_, let day):
      day < ExampleDay(year: 2021, ordinal: 301) ? "facebook" : "meta"
    case .administration(let host):
      [
        "kind": "administration",
        "name": [
          "kk": .string("\(host) интернет-ресурсының әкімшілігі"),
          "ru": .string("Администрация интернет-ресурса \(host)"),
        ],
        "lines": [
          "kk": [.string(host), "интернет-ресурсының әкімшілігі"],
          "ru": ["Администрации интернет-ресурса", .string(host)],
        ],
      ]
    }
  }

  private static func isCompany(on day: ExampleDay) -> Bool { day.year >= 2020 }
}

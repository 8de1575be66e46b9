import JSON

/// What a letter says that no table of the register has a column for.
struct ExampleLetter {
  var detectedBy: String
  var monitoring: (from: ExampleDay, to: ExampleDay)
  /// A whole casino, or pages that advertise one.
  var isAboutSites: Bool
  /// Deadlines and people, each taken by a figure of this number.
  var choice: Int

  func caseData(of document: ExampleDocument) -> JSON {
    guard document.kind != .response else { return ExampleReply.caseData }
    var members: [JSON.Member] = [.init("prepared", .string(document.prepared.iso))]
    if let number = document.number, let sent = document.sent {
      members.append(
        .init("registration", ["number": .string(number), "date": .string(sent.iso)]))
    }
    members += [
      .init("addressees", .array([document.addressee.organisation])),
      .init("detectedBy", .string(detectedBy)),
      .init(
        "monitoring",
        ["from": .string(monitoring.from.iso), "to": .string(monitoring.to.iso)]),
      .init("violation", isAboutSites ? "casino" : "advertising"),
      .init("resources", ["document": .string(document.id)]),
    ]
    members += particulars(of: document)
    let executor = element(of: ExampleStaff.executors, 100)
    members += [
      .init("signatory", .string(signatory(on: document.prepared))),
      .init(
        "executor", ["person": .string(executor.person), "phone": .string(executor.phone)]),
    ]
    return .object(members)
  }

  /// What letters of the document's kind say.
  private func particulars(of document: ExampleDocument) -> [JSON.Member] {
    switch document.kind {
    case .prescription:
      [
        .init("deadline", .integer(element(of: [3, 1, 3, 2, 3, 24], 1))),
        .init("reportDeadline", .integer(element(of: [1, 2, 1, 3], 10))),
      ]
    case .warning: [.init("deadline", .integer(element(of: [5, 3, 10, 7], 1)))]
    case .notification:
      [.init("platform", .string(document.addressee.text)), .init("deadline", 3)]
    case .recommendation:
      [
        .init("measures", .array([0, 1, 2].map { measure($0) })),
        .init("replyBy", .string(document.prepared.later(by: 30).workingDay.iso)),
      ]
    case .response: []
    }
  }

  /// Neighbours in the list, so that no measure stands twice in one letter.
  private func measure(_ index: Int) -> JSON {
    let measures = ExampleStaff.measures
    let (kk, ru) = measures[(choice + index) % measures.count]
    return ["kk": .string(kk), "ru": .string(ru)]
  }

  private func signatory(on day: ExampleDay) -> String {
    guard ExamplePlan.ministry(on: day).id == "information-ministry" else { return "kassymov" }
    return day.year < 2020
      ? "omarbekov" : element(of: ["omarbekov", "omarbekov", "iskakova"], 1000)
  }

  private func element<Element>(of list: [Element], _ divisor: Int) -> Element {
    list[choice / divisor % list.count]
  }
}

/// Invented people of `people.yaml`, and what their letters recommend.
enum ExampleStaff {
  static let executors = [
    (person: "zhunusova", phone: "745600"), (person: "seitkali", phone: "745612"),
    (person: "bekmukhanova", phone: "745618"), (person: "tulegenov", phone: "745634"),
  ]

  static let measures = [
    (
      "интернет-казино жарнамасы бар материалдарды жою",
      "удалить материалы с рекламой интернет-казино"
    ),
    (
      "құмар ойындардың жарнамасын автоматты түрде анықтайтын құралдарды енгізу",
      "внедрить средства автоматического выявления рекламы азартных игр"
    ),
    (
      "мұндай жарнаманы бірнеше рет орналастырған пайдаланушылардың аккаунттарын бұғаттау",
      "блокировать аккаунты пользователей, неоднократно размещавших такую рекламу"
    ),
    (
      "пайдаланушыларға құмар ойындардың жарнамасына тыйым салынғаны туралы хабарлау",
      "уведомить пользователей о запрете рекламы азартных игр"
    ),
    (
      "мемлекеттік органдардың өтініштерін қарайтын жауапты адамды тағайындау",
      "назначить лицо, ответственное за рассмотрение обращений государственных органов"
    ),
  ]
}

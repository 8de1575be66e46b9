import CivilDates
import Register

/// Tables of a register of any size, the same each time: five years, each document about what was entered in the weeks
/// before it, four resources of five under a document, one of fifty under two.
struct SyntheticRegister {
  static let years = 2017...2021
  static let resourcesPerDocument = 20

  let resources: Int

  /// The tables in portions of so many resources, oldest first.
  func portions(of size: Int) -> [[RegisterFile]] {
    stride(from: 0, to: resources, by: size).map { start in
      tables(start..<min(start + size, resources))
    }
  }

  private func tables(_ range: Range<Int>) -> [RegisterFile] {
    var cards =
      "title;url;reason;object_type;resource_type;violation;language;group;screenshot;publications;subscribers;"
      + "court_decision;source;entered_at;body;channel\r\n"
    var documents = "id;kind;status;prepared_at;sent_at;number;addressee;case\r\n"
    var links = "document;url\r\n"
    for index in range {
      let day = self.day(index)
      let isSystem = index % 7 != 0
      let body = isSystem ? Self.bodies[index % Self.bodies.count] : ""
      cards +=
        "Казино \(index);\(Self.url(index));азартные игры;Интернет-ресурс;Тематические сайты;Интернет-казино;Русский;"
        + "красный;shot-\(index).png;;;;мониторинг;\(Self.iso(day));\(body);\(isSystem ? "is" : "own")\r\n"
      guard (index + 1).isMultiple(of: Self.resourcesPerDocument) else { continue }
      let number = index / Self.resourcesPerDocument
      let kind = Self.kinds[number % Self.kinds.count]
      let prepared = Self.iso(min(day + 3, Self.lastDay))
      documents +=
        "D-\(number);\(kind);sent;\(prepared);\(prepared);04-\(number);Операторам связи;\r\n"
      for covered in (index - Self.resourcesPerDocument + 1)...index where covered % 5 != 4 {
        links += "D-\(number);\(Self.url(covered))\r\n"
      }
      if number > 0, number.isMultiple(of: 3) {
        links += "D-\(number);\(Self.url(index - Self.resourcesPerDocument - 1))\r\n"
      }
    }
    return [("resources", cards), ("documents", documents), ("links", links)].map { name, text in
      RegisterFile(name: "\(name)-\(range.lowerBound).csv", bytes: Array(text.utf8))
    }
  }

  /// Days since the first of January of the first year.
  private func day(_ index: Int) -> Int { index * Self.lastDay / resources }

  /// 1 January 2017, in days since 1970.
  private static let firstDay = 17_167
  private static let lastDay = 365 * years.count

  private static func iso(_ day: Int) -> String {
    CivilDate(daysSinceEpoch: firstDay + day).iso
  }

  private static func url(_ index: Int) -> String {
    "https://play-\(index / 10).example.com/slots/\(index)"
  }

  private static let bodies = [
    "prosecutor-general", "interior-ministry", "culture-sports-ministry",
    "financial-monitoring-agency",
  ]

  private static let kinds = [
    "prescription", "prescription", "prescription", "warning", "prescription", "recommendation",
    "prescription", "notification",
  ]
}

import ArgumentParser
import CivilDates
import Diagnostics
import JSON
import Register

/// The kinds of record by the word that the command line takes for many of them.
enum ListedRecords: String, CaseIterable, ExpressibleByArgument {
  case documents, resources, inquiries, organisers
}

/// Records of one kind as a table, as JSON or as CSV.
struct RecordList {
  private struct Column {
    /// The column's name in files.
    let name: String
    let heading: Message
    /// What files have.
    let value: (JSON) -> String
    /// What people read.
    let word: (JSON, MessageLanguage) -> String

    init(
      _ name: String, _ heading: Message, word: ((String) -> Message?)? = nil
    ) {
      self.name = name
      self.heading = heading
      let value: (JSON) -> String = { record in
        switch record[name] {
        case .string(let text)?: text
        case .array(let elements)?: elements.compactMap(\.string).joined(separator: " ")
        default: ""
        }
      }
      self.value = value
      self.word = { record, language in
        let text = value(record)
        return word?(text)?[language] ?? text
      }
    }
  }

  private let records: [JSON]
  private let columns: [Column]

  init(_ records: [RegisterEntry], of kind: ListedRecords) {
    self.records = records.map(\.json)
    columns = Self.columns(of: kind)
  }

  func rendered(as form: OutputForm, in language: MessageLanguage) -> String {
    switch form {
    case .table:
      TextTable(
        headings: columns.map { $0.heading[language] },
        rows: records.map { record in columns.map { $0.word(record, language) } }
      ).aligned
    case .csv:
      TextTable(
        headings: columns.map(\.name),
        rows: records.map { record in columns.map { $0.value(record) } }
      ).csv
    case .json: JSON.array(records).serialized(indented: true) + "\n"
    }
  }

  private static func columns(of kind: ListedRecords) -> [Column] {
    let id = Column("id", Message(kk: "идентификатор", ru: "идентификатор", en: "id"))
    let number = Column("number", Message(kk: "нөмірі", ru: "номер", en: "number"))
    switch kind {
    case .documents:
      return [
        id,
        Column("kind", Message(kk: "түрі", ru: "вид", en: "kind")) {
          DocumentKind(rawValue: $0)?.label
        },
        Column("status", Message(kk: "күйі", ru: "статус", en: "status")) {
          DocumentStatus(rawValue: $0)?.label
        },
        Column("prepared_at", Message(kk: "дайындалды", ru: "подготовлен", en: "prepared")),
        Column("sent_at", Message(kk: "жіберілді", ru: "отправлен", en: "sent")),
        number,
        Column("addressee", Message(kk: "адресат", ru: "адресат", en: "addressee")),
      ]
    case .resources:
      return [
        Column("entered_at", Message(kk: "енгізілді", ru: "внесён", en: "entered")),
        Column("body", Message(kk: "орган", ru: "орган", en: "body")),
        Column("platform", Message(kk: "платформа", ru: "платформа", en: "platform")),
        Column("canonical_url", Message(kk: "мекенжайы", ru: "адрес", en: "address")),
        Column("title", Message(kk: "атауы", ru: "название", en: "title")),
      ]
    case .inquiries:
      return [
        id,
        Column("received_at", Message(kk: "келіп түсті", ru: "поступил", en: "received")),
        number,
        Column("date", Message(kk: "күні", ru: "дата", en: "date")),
        Column("sender", Message(kk: "жіберуші", ru: "отправитель", en: "sender")),
        Column("subject", Message(kk: "тақырыбы", ru: "тема", en: "subject")),
        Column("reply", Message(kk: "жауабы", ru: "ответ", en: "reply")),
      ]
    case .organisers:
      return [
        id,
        Column("name", Message(kk: "атауы", ru: "наименование", en: "name")),
        Column("court", Message(kk: "сот", ru: "суд", en: "court")),
        Column("act_number", Message(kk: "акт нөмірі", ru: "номер акта", en: "act number")),
        Column("act_date", Message(kk: "акт күні", ru: "дата акта", en: "act date")),
        Column("sites", Message(kk: "сайттары", ru: "сайты", en: "sites")),
      ]
    }
  }
}

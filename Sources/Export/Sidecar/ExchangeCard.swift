import CivilDates
public import JSON
public import Letters

/// What the inter-agency exchange of documents (ЕСЭДО) asks of an outgoing letter: one card for each original, beside its files.
///
/// The fields have the names of the exchange's `docOutgoing`; their meaning is described in docs/esedo.md. What the letter does not say is `null`: above all number and date before it is registered, which happens after it was made.
public struct ExchangeCard: Hashable, Sendable {
  /// A file that is sent with the letter, itself among them.
  public struct Attachment: Hashable, Sendable {
    public let name: String
    public let size: Int
    public let sha256: String

    public init(name: String, size: Int, sha256: String) {
      self.name = name
      self.size = size
      self.sha256 = sha256
    }

    private var mediaType: String {
      switch name.utf8.split(separator: UInt8(ascii: ".")).last.map(Substring.init) {
      case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      case "pdf": "application/pdf"
      case "txt": "text/plain; charset=utf-8"
      case "html": "text/html; charset=utf-8"
      default: "application/octet-stream"
      }
    }

    fileprivate var json: JSON {
      [
        "fileName": .string(name), "size": .integer(size), "sha256": .string(sha256),
        "mediaType": .string(mediaType),
      ]
    }
  }

  private let requisites: LetterRequisites
  private let language: LetterLanguage
  private let pages: Int?
  private let attachments: [Attachment]

  /// The card of one original of a letter.
  ///
  /// - Parameters:
  ///   - requisites: What the letter says of itself.
  ///   - language: Which original.
  ///   - pages: Its pages, where it was laid out: those of its PDF.
  ///   - attachments: Its files.
  public init(
    _ requisites: LetterRequisites, _ language: LetterLanguage, pages: Int? = nil,
    attachments: [Attachment]
  ) {
    self.requisites = requisites
    self.language = language
    self.pages = pages
    self.attachments = attachments
  }

  /// The file: indented JSON, its fields always in the same order.
  public var bytes: [UInt8] { json.bytes(indented: true) + [UInt8(ascii: "\n")] }

  /// The card's fields.
  public var json: JSON {
    let original = requisites.originals[language]
    var members: [JSON.Member] = []
    func add(_ name: String, _ value: JSON?) { members.append(JSON.Member(name, value ?? .null)) }
    func addBoth(_ name: String, _ text: Bilingual?) {
      add(name + "Kz", text.map { .string($0.kk) })
      add(name + "Ru", text.map { .string($0.ru) })
    }
    add("docNo", requisites.number.map { .string($0) })
    add("docDate", requisites.date.map { .string($0.iso) })
    add("preparedDate", .string(requisites.prepared.iso))
    // The exchange names languages after countries.
    add("docLang", .string(language == .kk ? "kz" : "ru"))
    add("docKind", .string(requisites.kind[language]))
    add("character", nil)
    add("description", original.map { .string($0.subject) })
    add("appendCount", original.map { .integer($0.annexes) })
    add("sheetCount", pages.map { .integer($0) })
    add("executor", requisites.executor.map { .string($0[language]) })
    add("employeePhone", requisites.phone.map { .string($0) })
    addBoth("authorName", requisites.issuer)
    addBoth("signerName", requisites.signatory)
    addBoth("documentReceiver", receivers)
    add("attachments", .array(attachments.map(\.json)))
    return .object(members)
  }

  private var receivers: Bilingual? {
    guard !requisites.receivers.isEmpty else { return nil }
    return Bilingual(
      kk: requisites.receivers.map(\.kk).joined(separator: "; "),
      ru: requisites.receivers.map(\.ru).joined(separator: "; "))
  }
}

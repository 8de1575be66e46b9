public import Diagnostics
import GRDB

/// What the audit log tells of.
public enum AuditAction: String, Hashable, Sendable, CaseIterable {
  case signedIn, signInFailed, signedOut, signedOutEverywhere
  case accountAdded, accountChanged, roleChanged, accountEnabled, accountDisabled
  case invited, passwordSet
  case letterSubmitted, letterReturned, letterApproved, letterCorrected, letterDiscarded
  case recordAdded, recordChanged, statusChanged, numberGiven, imported, exported
  case templateReplaced
  /// Written by another version of the program.
  case other

  /// The words for it.
  public var label: Message {
    switch self {
    case .signedIn: Message(kk: "кірді", ru: "вход", en: "signed in")
    case .signInFailed: Message(kk: "кіру сәтсіз", ru: "неудачный вход", en: "failed to sign in")
    case .signedOut: Message(kk: "шықты", ru: "выход", en: "signed out")
    case .signedOutEverywhere:
      Message(kk: "барлық сеанс аяқталды", ru: "все сеансы завершены", en: "signed out everywhere")
    case .accountAdded:
      Message(kk: "есептік жазба қосылды", ru: "учётная запись добавлена", en: "account added")
    case .accountChanged:
      Message(kk: "есептік жазба өзгерді", ru: "учётная запись изменена", en: "account changed")
    case .roleChanged: Message(kk: "рөлі өзгерді", ru: "роль изменена", en: "role changed")
    case .accountEnabled:
      Message(kk: "есептік жазба ашылды", ru: "учётная запись включена", en: "account enabled")
    case .accountDisabled:
      Message(
        kk: "есептік жазба бұғатталды", ru: "учётная запись отключена", en: "account disabled")
    case .invited:
      Message(kk: "сілтеме берілді", ru: "выдана ссылка", en: "link given")
    case .passwordSet:
      Message(kk: "құпиясөз орнатылды", ru: "пароль установлен", en: "password set")
    case .letterSubmitted:
      Message(
        kk: "хат бекітуге жіберілді", ru: "письмо отправлено на утверждение",
        en: "letter submitted")
    case .letterReturned:
      Message(kk: "хат қайтарылды", ru: "письмо возвращено", en: "letter returned")
    case .letterApproved:
      Message(kk: "хат бекітілді", ru: "письмо утверждено", en: "letter approved")
    case .letterCorrected:
      Message(kk: "хатқа түзету басталды", ru: "начато исправление письма", en: "letter corrected")
    case .letterDiscarded:
      Message(kk: "хат жобасы жойылды", ru: "проект письма удалён", en: "letter discarded")
    case .recordAdded:
      Message(kk: "тізілімге жазба қосылды", ru: "запись реестра добавлена", en: "record added")
    case .recordChanged:
      Message(kk: "тізілім жазбасы өзгерді", ru: "запись реестра изменена", en: "record changed")
    case .statusChanged:
      Message(kk: "құжат күйі өзгерді", ru: "статус документа изменён", en: "status changed")
    case .numberGiven:
      Message(kk: "нөмір берілді", ru: "присвоен номер", en: "number given")
    case .imported:
      Message(kk: "файлдар жүктелді", ru: "файлы загружены", en: "files imported")
    case .exported:
      Message(kk: "хаттар шығарылды", ru: "письма выгружены", en: "letters exported")
    case .templateReplaced:
      Message(kk: "үлгі ауыстырылды", ru: "шаблон заменён", en: "template replaced")
    case .other: Message(kk: "басқа", ru: "другое", en: "other")
    }
  }
}

/// One line of the audit log.
public struct AuditEntry: Hashable, Sendable, Identifiable {
  /// Larger for later ones.
  public let id: Int
  /// When it was done.
  public let moment: Int
  /// Whose account did it; `nil` where nobody had signed in.
  public let account: Int?
  /// The name of who did it.
  public let name: String
  public let action: AuditAction
  /// To what: a login, the number of a letter, the id of a record.
  public let subject: String
  /// What else there is to know.
  public let detail: String
  /// From where; empty on the machine itself.
  public let address: String

  /// The same in words: roles and purposes are kept by their codes.
  public var explanation: Message {
    let words = detail.split(separator: " → ").map { part in
      let code = String(part)
      let label: Message? =
        switch action {
        case .accountAdded, .roleChanged: Role(rawValue: code)?.label
        case .invited: Invitation.Purpose(rawValue: code)?.label
        default: nil
        }
      return label ?? Message(kk: code, ru: code, en: code)
    }
    func joined(_ text: (Message) -> String) -> String { words.map(text).joined(separator: " → ") }
    return Message(kk: joined(\.kk), ru: joined(\.ru), en: joined(\.en))
  }

  init(row: Row) {
    let action: String = row["action"]
    id = row["id"]
    moment = row["moment"]
    account = row["account"]
    name = row["name"]
    self.action = AuditAction(rawValue: action) ?? .other
    subject = row["subject"]
    detail = row["detail"]
    address = row["address"]
  }
}

extension Register {
  /// Notes what was done beyond what accounts and letters note themselves.
  public func record(
    _ action: AuditAction, subject: String, detail: String = "", by user: User, at now: Int
  ) throws(RegisterError) {
    try write { try Self.record(action, subject, detail, user, now, in: $0) }
  }

  /// The newest entries, or those before the last entry of the page before; of one action and one account, or of all.
  public func auditEntries(
    action: AuditAction? = nil, account: Int? = nil, before entry: Int? = nil, limit: Int = 100
  ) throws(RegisterError) -> [AuditEntry] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM audit
          WHERE (:entry IS NULL OR id < :entry) AND (:action IS NULL OR action = :action)
            AND (:account IS NULL OR account = :account)
          ORDER BY id DESC LIMIT :limit
          """,
        arguments: [
          "entry": entry, "action": action?.rawValue, "account": account, "limit": limit,
        ]
      ).map(AuditEntry.init(row:))
    }
  }

  /// In the transaction of what is noted: nothing is done without its entry.
  static func record(
    _ action: AuditAction, _ subject: String, _ detail: String, _ user: User, _ now: Int,
    in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO audit (moment, account, name, action, subject, detail, address)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        now, user.account, user.name, action.rawValue, subject, detail, user.address,
      ])
  }
}

public import Diagnostics

/// How far a letter has come on its way through the house.
public enum LetterState: String, Hashable, Sendable, CaseIterable {
  /// It is being written.
  case draft
  /// It waits to be approved.
  case submitted
  /// It came back with a remark and is written again.
  case returned
  /// It is approved, and stays as it is.
  case approved
  /// It was approved, and so was its correction.
  case superseded
  /// It was given up before it was approved.
  case discarded

  /// Whether it may be written on.
  public var isOpen: Bool { self == .draft || self == .returned }

  /// Whether it was approved, so that both originals are there and stay.
  public var isFinal: Bool { self == .approved || self == .superseded }

  /// The word for it.
  public var label: Message {
    switch self {
    case .draft: Message(kk: "жоба", ru: "черновик", en: "draft")
    case .submitted: Message(kk: "бекітуде", ru: "на утверждении", en: "submitted")
    case .returned: Message(kk: "қайтарылған", ru: "возвращено", en: "returned")
    case .approved: Message(kk: "бекітілген", ru: "утверждено", en: "approved")
    case .superseded: Message(kk: "түзетілген", ru: "заменено исправленным", en: "superseded")
    case .discarded: Message(kk: "жойылған", ru: "удалено", en: "discarded")
    }
  }
}

/// What was done to a letter.
public enum LetterAction: String, Hashable, Sendable, CaseIterable {
  case created, saved, uploaded, removed, submitted, returned, approved, superseded, discarded

  /// The words for it.
  public var label: Message {
    switch self {
    case .created: Message(kk: "басталды", ru: "создано", en: "created")
    case .saved: Message(kk: "сақталды", ru: "сохранено", en: "saved")
    case .uploaded: Message(kk: "файлдар жүктелді", ru: "загружены файлы", en: "files uploaded")
    case .removed: Message(kk: "файлдар алынды", ru: "файлы убраны", en: "files removed")
    case .submitted:
      Message(kk: "бекітуге жіберілді", ru: "отправлено на утверждение", en: "submitted")
    case .returned: Message(kk: "қайтарылды", ru: "возвращено", en: "returned")
    case .approved: Message(kk: "бекітілді", ru: "утверждено", en: "approved")
    case .superseded:
      Message(kk: "түзетуі бекітілді", ru: "утверждено исправление", en: "correction approved")
    case .discarded: Message(kk: "жойылды", ru: "удалено", en: "discarded")
    }
  }
}

import Diagnostics

extension RegisterError {
  static func unknownRevision(_ path: String, _ revision: Int, last: Int) -> RegisterError {
    RegisterError(
      .unknownRevision, .usage,
      Message(
        kk: "тізілімде \(revision) нөмірлі жазба жоқ; соңғысы – \(last)",
        ru: "в реестре нет записи № \(revision); последняя – \(last)",
        en: "the register has no revision \(revision); the last one is \(last)"),
      path: path)
  }
}

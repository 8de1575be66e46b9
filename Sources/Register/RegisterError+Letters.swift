import Diagnostics

extension RegisterError {
  static let letterCodes: Set<Code> = [
    .unknownLetter, .letterChanged, .wrongState, .ownLetter, .remarkNeeded, .originalsNeeded,
    .documentNeeded, .correctionOpen, .brokenData,
  ]

  static func unknownLetter(_ id: Int) -> RegisterError {
    RegisterError(
      .unknownLetter, .refused,
      Message(kk: "№ \(id) хат жоқ", ru: "письма № \(id) нет", en: "there is no letter \(id)"))
  }

  static func letterChanged(_ letter: LetterRecord) -> RegisterError {
    RegisterError(
      .letterChanged, .refused,
      Message(
        kk: "№ \(letter.id) хатты осы арада басқа біреу өзгертті",
        ru: "письмо № \(letter.id) тем временем изменено",
        en: "the letter \(letter.id) has been changed meanwhile"),
      letter: letter)
  }

  static func wrongState(_ letter: LetterRecord) -> RegisterError {
    let state = letter.state.label
    return RegisterError(
      .wrongState, .refused,
      Message(
        kk: "№ \(letter.id) хаттың қазіргі күйі – «\(state.kk)», бұл әрекет мүмкін емес",
        ru: "письмо № \(letter.id) сейчас в состоянии «\(state.ru)», это действие невозможно",
        en: "the letter \(letter.id) is “\(state.en)”, so this cannot be done"),
      letter: letter)
  }

  static func ownLetter(_ id: Int) -> RegisterError {
    RegisterError(
      .ownLetter, .refused,
      Message(
        kk: "№ \(id) хатты өзіңіз жазғансыз, оны басқа адам бекітеді",
        ru: "письмо № \(id) написано вами, его утверждает другой человек",
        en: "you wrote on the letter \(id), which somebody else approves"))
  }

  static var remarkNeeded: RegisterError {
    RegisterError(
      .remarkNeeded, .refused,
      Message(
        kk: "хатты қайтару себебін жазыңыз", ru: "напишите, почему письмо возвращается",
        en: "say why the letter is returned"))
  }

  static func originalsNeeded(_ id: Int) -> RegisterError {
    RegisterError(
      .originalsNeeded, .refused,
      Message(
        kk: "№ \(id) хат екі тілдегі екі түпнұсқамен бекітіледі",
        ru: "письмо № \(id) утверждается с подлинниками на обоих языках",
        en: "the letter \(id) is approved with its originals in both languages"))
  }

  static func documentNeeded(_ letter: LetterRecord) -> RegisterError {
    RegisterError(
      .documentNeeded, .refused,
      Message(
        kk:
          "`\(letter.kind)` түріндегі № \(letter.id) хаттың тізілімдегі құжаты дұрыс көрсетілмеген",
        ru: "для письма № \(letter.id) вида `\(letter.kind)` неверно указан документ реестра",
        en:
          "the document of the register is not right for the letter \(letter.id) of kind `\(letter.kind)`"
      ),
      letter: letter)
  }

  static func correctionOpen(_ id: Int) -> RegisterError {
    RegisterError(
      .correctionOpen, .refused,
      Message(
        kk: "№ \(id) хатқа түзету бұрын басталған", ru: "исправление письма № \(id) уже начато",
        en: "a correction of the letter \(id) has been begun already"))
  }

  static var brokenData: RegisterError {
    RegisterError(
      .brokenData, .refused,
      Message(
        kk: "хат деректері оқылмайды: олар {…} түріндегі JSON болуы керек",
        ru: "данные письма не читаются: это должен быть JSON вида {…}",
        en: "the data of the letter cannot be read: they must be a JSON object {…}"))
  }
}

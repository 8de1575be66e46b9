import Diagnostics

extension RegisterError {
  static let accountCodes: Set<Code> = [
    .loginTaken, .wrongLogin, .nameNeeded, .unknownAccount, .lastAdministrator, .roleNeeded,
    .weakPassword, .invitationOver,
  ]

  static func loginTaken(_ login: String) -> RegisterError {
    RegisterError(
      .loginTaken, .refused,
      Message(
        kk: "`\(login)` логині бос емес", ru: "логин `\(login)` уже занят",
        en: "the login `\(login)` is taken"))
  }

  static func wrongLogin(_ login: String) -> RegisterError {
    RegisterError(
      .wrongLogin, .refused,
      Message(
        kk: "логин 2–64 таңбадан тұрады: латын әріптері, цифрлар және `. _ @ -`",
        ru: "логин состоит из 2–64 знаков: латинские буквы, цифры и `. _ @ -`",
        en: "a login has 2 to 64 characters: Latin letters, digits and `. _ @ -`"))
  }

  static var nameNeeded: RegisterError {
    RegisterError(
      .nameNeeded, .refused,
      Message(
        kk: "есептік жазбаға адамның аты-жөні керек: бір жол, ең көбі 200 таңба",
        ru: "учётной записи нужно имя человека: одна строка, не более 200 знаков",
        en: "an account needs the name of a person: one line, at most 200 characters"))
  }

  static func unknownAccount(_ name: String) -> RegisterError {
    RegisterError(
      .unknownAccount, .refused,
      Message(
        kk: "`\(name)` есептік жазбасы жоқ не бұғатталған",
        ru: "учётной записи `\(name)` нет, или она отключена",
        en: "there is no account `\(name)`, or it is disabled"))
  }

  static var lastAdministrator: RegisterError {
    RegisterError(
      .lastAdministrator, .refused,
      Message(
        kk: "кемінде бір белсенді әкімші қалуы керек",
        ru: "должен остаться хотя бы один действующий администратор",
        en: "at least one active administrator must remain"))
  }

  static func roleNeeded(_ role: Role) -> RegisterError {
    RegisterError(
      .roleNeeded, .refused,
      Message(
        kk: "бұл әрекетке құқық жоқ: керекті рөл – «\(role.label.kk)»",
        ru: "на это действие нет прав: нужна роль «\(role.label.ru)»",
        en: "this takes the role “\(role.label.en)”"))
  }

  static func weakPassword(shortest: Int) -> RegisterError {
    RegisterError(
      .weakPassword, .refused,
      Message(
        kk:
          "құпиясөз кемінде \(shortest) таңбадан, оның ішінде 5 түрлі таңбадан тұруы және логинді қамтымауы керек",
        ru:
          "в пароле должно быть не менее \(shortest) знаков, из них 5 разных, и он не должен содержать логин",
        en:
          "a password has at least \(shortest) characters, 5 different ones among them, and not the login"
      ))
  }

  static var invitationOver: RegisterError {
    RegisterError(
      .invitationOver, .refused,
      Message(
        kk: "сілтеме пайдаланылған не мерзімі өткен, әкімшіден жаңасын сұраңыз",
        ru: "ссылка использована или устарела, попросите у администратора новую",
        en: "the link was used or is over, ask an administrator for another"))
  }
}

public import Diagnostics

/// Why a text is not the address of an internet resource.
public enum URLProblem: Error, Hashable, Sendable {
  /// The text is empty.
  case empty
  /// It does not begin with `http://` or `https://`.
  case scheme
  /// There is no host, or it is not one.
  case host
  /// A user name or password stands before the host, behind which another host hides.
  case userInformation
  /// The port is no number up to 65535.
  case port
  /// A space, line break or control character stands inside: often two addresses in one cell.
  case whitespace
  /// It is longer than any browser takes.
  case tooLong

  /// The problem in words.
  public var message: Message {
    switch self {
    case .empty:
      Message(kk: "URL көрсетілмеген", ru: "URL не указан", en: "the URL is empty")
    case .scheme:
      Message(
        kk: "URL `http://` немесе `https://` деп басталуы керек",
        ru: "URL должен начинаться с `http://` или `https://`",
        en: "the URL must begin with `http://` or `https://`")
    case .host:
      Message(
        kk: "URL-дегі хост атауы жарамсыз", ru: "в URL недопустимое имя хоста",
        en: "the host name of the URL is not valid")
    case .userInformation:
      Message(
        kk: "URL-дегі хосттың алдында `@` тұр: қай сайт екені анық емес",
        ru: "в URL перед именем хоста стоит `@`: неясно, какой сайт имеется в виду",
        en: "an `@` stands before the host of the URL: which site is meant is not clear")
    case .port:
      Message(
        kk: "URL-дегі порт нөмірі жарамсыз", ru: "в URL недопустимый номер порта",
        en: "the port of the URL is not valid")
    case .whitespace:
      Message(
        kk: "URL ішінде бос орын немесе басқару таңбасы бар",
        ru: "внутри URL есть пробел или управляющий символ",
        en: "the URL has a space or control character inside")
    case .tooLong:
      Message(
        kk: "URL тым ұзын, шегі – 8192 байт", ru: "URL слишком длинный, предел – 8192 байта",
        en: "the URL is too long, the limit is 8192 bytes")
    }
  }
}

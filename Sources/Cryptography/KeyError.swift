public import Diagnostics

/// Why a file is not a key that this program signs or verifies with.
public enum KeyError: Error, Hashable {
  /// It holds no private key, or no public one, where that was wanted.
  case notAPrivateKey, notAPublicKey
  /// The key is locked with a password.
  case encrypted
  /// The key belongs to another way of signing, such as RSA.
  case otherAlgorithm(String)

  /// The error as it is told to people, with what to do.
  public var message: Message {
    switch self {
    case .notAPrivateKey:
      Message(
        kk: "файлда Ed25519 жабық кілті жоқ (PEM, `openssl genpkey -algorithm ed25519`)",
        ru: "в файле нет закрытого ключа Ed25519 (PEM, `openssl genpkey -algorithm ed25519`)",
        en: "the file holds no private key of Ed25519 (PEM, `openssl genpkey -algorithm ed25519`)")
    case .notAPublicKey:
      Message(
        kk: "файлда Ed25519 ашық кілті жоқ (PEM, `openssl pkey -pubout`)",
        ru: "в файле нет открытого ключа Ed25519 (PEM, `openssl pkey -pubout`)",
        en: "the file holds no public key of Ed25519 (PEM, `openssl pkey -pubout`)")
    case .encrypted:
      Message(
        kk: "кілт құпиясөзбен жабылған; құпиясөзсіз кілт керек",
        ru: "ключ зашифрован паролем; нужен ключ без пароля",
        en: "the key is encrypted with a password; a key without one is needed")
    case .otherAlgorithm(let name):
      Message(
        kk: "бұл – \(name) кілті, ал Ed25519 кілті керек",
        ru: "это ключ \(name), а нужен ключ Ed25519",
        en: "this is a key of \(name), where one of Ed25519 is needed")
    }
  }
}

import Cryptography

/// A file of the pages' look and doings, a part of the program. Its address names its content, so that browsers keep it.
struct Asset: Sendable {
  let name: String
  let type: String
  let bytes: [UInt8]
  let path: String

  private init(_ stem: String, _ ending: String, _ type: String, _ bytes: [UInt8]) {
    name = "\(stem).\(SHA256.hexadecimal(of: bytes).prefix(12)).\(ending)"
    self.type = type
    self.bytes = bytes
    path = "/assets/\(name)"
  }

  static let styles = Asset("qoshat", "css", "text/css; charset=utf-8", PackageResources.qoshat_css)
  static let script = Asset(
    "qoshat", "js", "text/javascript; charset=utf-8", PackageResources.qoshat_js)
  static let letters = Asset(
    "letters", "js", "text/javascript; charset=utf-8", PackageResources.letters_js)

  static let all = [styles, script, letters]
}

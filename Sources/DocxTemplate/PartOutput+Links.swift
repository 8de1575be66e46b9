import Diagnostics
import Jinja

extension PartOutput {
  /// Writes a value into an address. At its beginning the value is an address itself; later it is a part of one, in which nothing may end it.
  func write(address value: Value, isFirst: Bool) throws(Fault) {
    let text = Self.text(of: value)
    guard hasRoom(for: text.utf8.count * 3) else { return }
    if isFirst {
      guard let address = WebAddress(Self.trimmed(text)) else { throw Self.badAddress }
      bytes += address.text.utf8
      return
    }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "@"),
        UInt8(ascii: ":"), UInt8(ascii: ","):
        bytes.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += (digits.utf8.count == 1 ? "%0" : "%").utf8
        bytes += digits.utf8
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Makes a relationship of the address written since the last mark, and writes its id; a link without an address is no link.
  func endAddress(attribute: String, kind: String) {
    heldPieces -= 1
    guard let mark = marks.popLast() else { return }
    let address = String(decoding: bytes[mark...], as: UTF8.self)
    cut(to: mark)
    guard !address.isEmpty, !isRefused(address) else { return }
    do throws(Fault) {
      let id = try session.relationship(from: layout.part, toAddress: address, kind: kind)
      bytes += " \(attribute)=\"\(id)\"".utf8
    } catch {
      report(error)
    }
  }

  /// Whether an address would run something on the reader's computer.
  private func isRefused(_ address: String) -> Bool {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard ["javascript", "vbscript", "data"].contains(scheme) else { return false }
    report(Self.badAddress)
    return true
  }

  private static var badAddress: Fault {
    Fault(
      "E118",
      Message(
        kk: "бұл мән сілтеме мекенжайы бола алмайды",
        ru: "это значение не может быть адресом ссылки",
        en: "this value cannot be the address of a link"),
      hint: Message(
        kk: "мекенжай `https://`, `http://` немесе `mailto:` деп басталуы керек",
        ru: "адрес должен начинаться с `https://`, `http://` или `mailto:`",
        en: "an address begins with `https://`, `http://` or `mailto:`"))
  }
}

import TestSupport
import JSON
import Testing

@Suite struct JSONSerializationTests {
  @Test("Machines that read our output would stumble over its form")
  func form() {
    let value: JSON = [
      "b": [1, .number(1.5), true, .null], "a": "«Әділет»\n\"\\\u{1}", "e": [], "o": [:],
    ]
    #expect(
      value.serialized()
        == #"{"b":[1,1.5,true,null],"a":"«Әділет»\n\"\\\u0001","e":[],"o":{}}"#)
    let indented = """
      {
        "b": [
          1,
          1.5,
          true,
          null
        ],
        "a": "«Әділет»\\n\\"\\\\\\u0001",
        "e": [],
        "o": {}
      }
      """
    #expect(value.serialized(indented: true) == indented)
  }

  @Test("A number that JSON cannot write would make the whole output unreadable")
  func numbersWithoutForm() throws {
    let value: JSON = [.number(.infinity), .number(-.infinity), .number(.nan)]
    #expect(try JSON(parsing: value.serialized()) == [.null, .null, .null])
  }

  @Test("What we write would come back as something else")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 8259)
    for _ in 0..<3000 {
      let value = JSON.random(depth: 4, using: &random)
      for indented in [false, true] {
        let text = value.serialized(indented: indented)
        let again = try JSON(parsing: text)
        try #require(again == value, "\(text)")
        // `==` on strings looks past their normal form, their bytes do not.
        try #require(again.serialized(indented: indented).utf8.elementsEqual(text.utf8))
      }
    }
  }

  @Test("A damaged or hostile file would end the program")
  func anyBytes() {
    var random = SeededGenerator(seed: 1)
    let alphabet = Array(#"{}[]",:\u0123456789abcdefDE+-. truefalsn"#.utf8)
    var accepted = 0
    for round in 0..<20_000 {
      var bytes: [UInt8]
      if round.isMultiple(of: 2) {
        bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
          Bool.random(using: &random)
            ? alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            : UInt8.random(in: 0...255, using: &random)
        }
      } else {
        bytes = Array(JSON.random(depth: 3, using: &random).serialized().utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: index)
          default: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: index)
          }
        }
      }
      do throws(JSONSyntaxError) {
        _ = try JSON(parsing: bytes)
        accepted += 1
      } catch {
        #expect((0...bytes.count).contains(error.offset) && error.line >= 1 && error.column >= 1)
      }
    }
    // Otherwise the loop would have tried nothing but noise.
    #expect(accepted > 1000)
  }
}

extension JSON {
  fileprivate static func random(depth: Int, using random: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2:
      return .integer(
        Int(truncatingIfNeeded: random.next() >> UInt64.random(in: 0...63, using: &random)))
    case 3:
      let number = Double(bitPattern: random.next())
      return .number(number.isFinite ? number : -0.0)
    case 4: return .string(text(using: &random))
    case 5, 6:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          JSON.random(depth: depth - 1, using: &random)
        })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &random)).map { index in
          Member("\(index)" + text(using: &random), JSON.random(depth: depth - 1, using: &random))
        })
    }
  }

  private static func text(using random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let limit: UInt32 = [0x20, 0x7F, 0x600, 0x11_0000][Int.random(in: 0..<4, using: &random)]
      let value = UInt32.random(in: 0..<limit, using: &random)
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return text
  }
}

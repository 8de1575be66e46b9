import Testing

@testable import Jinja

/// Objects that are made again and again share what is known of their members.
@Suite struct ObjectShapeTests {
  @Test("an object of a known shape has other members than it was given")
  func members() {
    var shapes = ObjectShapes()
    let names = (1...12).map { "n\($0)" }
    let given: [[(String, Value)]] = [
      [], [("a", .integer(1)), ("b", .integer(2))], [("a", .integer(3)), ("b", .integer(4))],
      [("b", .integer(5)), ("a", .integer(6))], [("a", .integer(7)), ("a", .integer(8))],
      [("a", .integer(9))], names.map { ($0, .string($0)) },
      names.reversed().map { ($0, .string($0)) },
      (0..<100).map { ("m\($0)", .integer($0)) },
    ]
    // The second time all shapes are known.
    for _ in 1...2 {
      for members in given {
        let (object, plain) = (shapes.object(members), ObjectValue(members))
        #expect(object.names == plain.names)
        #expect(object.values.map(\.text) == plain.values.map(\.text))
        for name in plain.names { #expect(object[name]?.text == plain[name]?.text) }
        #expect(object["z"] == nil)
      }
    }
  }

  @Test("an object is another one once there is no room for its shape")
  func limit() {
    var shapes = ObjectShapes()
    for number in 0..<100 {
      let object = shapes.object([("m\(number)", .integer(number))])
      #expect(object["m\(number)"]?.integer == number)
    }
  }
}

import DocxTemplate
import Glibc
import JSON
import Jinja
import OfficePackage
import WordprocessingML

/// Fills a template many times in one process, as a program that rests on the library does, and prints what it took as a line of JSON.
///
///     BenchRender memory|files|compile|text TEMPLATE CONTEXTS DOCUMENTS WARM-UP [FOLDER [THREADS]]
///
/// The contexts are an array of objects, taken in turn. `Benchmarks/Comparison/run.py` runs this program beside others.
@main
enum BenchRender {
  static func main() async throws {
    guard let order = Order(CommandLine.arguments) else {
      print("usage: BenchRender MODE TEMPLATE CONTEXTS DOCUMENTS WARM-UP [FOLDER [THREADS]]")
      exit(2)
    }
    let bytes = try File.read(order.template)
    let template = try compiled(bytes, order.template)
    let contexts = try self.contexts(order.contexts)
    let first = try document(template, contexts[0])
    let run: @Sendable (Int) throws -> Void
    switch order.mode {
    case .memory: run = { _ = try document(template, contexts[$0 % contexts.count]) }
    case .files:
      run = {
        let bytes = try document(template, contexts[$0 % contexts.count])
        try File.write(bytes, to: "\(order.folder)/\($0).docx")
      }
    case .compile: run = { _ in _ = try compiled(bytes, order.template) }
    case .text:
      run = { _ in _ = try WordDocument(OfficePackage(reading: first)).plainText() }
    }
    for index in 0..<order.warmUp { try run(index) }
    let meter = Meter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for thread in 0..<order.threads {
        group.addTask {
          for index in stride(from: thread, to: order.documents, by: order.threads) {
            try run(index)
          }
        }
      }
      try await group.waitForAll()
    }
    print(meter.line(documents: order.documents, size: first.count))
  }

  private static func compiled(_ bytes: [UInt8], _ file: String) throws -> DocxTemplate {
    var environment = Environment()
    let end = ContinuousClock.now + .seconds(600)
    environment.isOutOfTime = { ContinuousClock.now > end }
    let (template, findings) = try DocxTemplate.compile(
      bytes, file: file, environment: environment)
    guard let template else { throw Failure("\(findings)") }
    return template
  }

  private static func document(_ template: DocxTemplate, _ context: ObjectValue) throws -> [UInt8] {
    let (document, findings) = try template.render(context)
    guard let document else { throw Failure("\(findings)") }
    return document
  }

  private static func contexts(_ path: String) throws -> [ObjectValue] {
    let (value, _) = try TypedValues.value(parsing: File.read(path), file: path) {
      _ throws(TypedValues.FileRefusal) in throw .missing
    }
    guard case .array(let values) = value else { throw Failure("\(path) is no array") }
    return try values.map { value in
      guard case .object(let object) = value else { throw Failure("\(path) has no objects") }
      return object
    }
  }
}

/// Why a measurement did not take place.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

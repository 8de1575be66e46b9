public import Diagnostics
public import JSON
public import Jinja

/// Reads data for a document: plain JSON, in which an object with the member `$type` stands for a piece of a document.
///
///     {"name": "Сәкен", "photo": {"$type": "image", "path": "photo.jpg", "width": "3cm"}}
///
/// All types are described in `docs/values.md`.
public struct TypedValues: Sendable {
  /// Gives the bytes of a file that data name by its path.
  ///
  /// Which files it may read is for whoever makes it to decide; below that, nothing reads files.
  public typealias FileReader = @Sendable (String) throws(FileRefusal) -> [UInt8]

  /// Why a file that data name was not read.
  public enum FileRefusal: Error, Hashable, Sendable {
    /// The path leads out of the folder of the data.
    case outside
    case missing
    case tooLarge
    /// The system did not let it be read.
    case unreadable
  }

  /// The name that tells a typed value from a plain object.
  static let typeName = "$type"

  /// The types by the names that data give them.
  enum Kind: String, CaseIterable {
    case richtext, listing, image, link, subdocument, qr, chart, table, pagebreak
  }

  private(set) var diagnostics: [Diagnostic] = []
  private let file: String?
  private let readFile: FileReader
  private var files: [String: [UInt8]] = [:]
  private var images: [String: ImageFile] = [:]
  /// By the name of its first member, the object that was read last: those of a list are alike.
  private var objects: [String: ObjectValue] = [:]
  var subdocuments: [String: SubdocumentFile] = [:]

  private init(file: String?, readFile: @escaping FileReader) {
    self.file = file
    self.readFile = readFile
  }

  /// The data of a JSON text as a template sees them, and everything that is wrong with their typed values, each with its path.
  ///
  /// - Parameters:
  ///   - bytes: The data, whole.
  ///   - file: The name of their file, for messages.
  ///   - readFile: Reads what `path` names.
  /// - Returns: the value; where a finding is an error, it is not fit to be rendered.
  /// - Throws: `JSONSyntaxError` where the text is no JSON.
  /// - Complexity: linear in the data and the files that they name.
  public static func value(
    parsing bytes: [UInt8], file: String?, readFile: @escaping FileReader
  ) throws(JSONSyntaxError) -> (value: Value, diagnostics: [Diagnostic]) {
    var values = TypedValues(file: file, readFile: readFile)
    let value = try Value(parsing: bytes, apart: typeName) { values.value($0, at: $1) }
    return (value, values.diagnostics)
  }

  /// The same of data that were parsed already.
  ///
  /// - Parameters:
  ///   - json: The data, whole.
  ///   - file: The name of their file, for messages.
  ///   - readFile: Reads what `path` names.
  /// - Returns: the value; where a finding is an error, it is not fit to be rendered.
  /// - Complexity: linear in the data and the files that they name. Data that nobody else holds are let go of piece by piece, so that a long list is not there twice.
  public static func value(
    of json: consuming JSON, file: String?, readFile: @escaping FileReader
  ) -> (value: Value, diagnostics: [Diagnostic]) {
    var values = TypedValues(file: file, readFile: readFile)
    let value = values.value(json, at: "")
    return (value, values.diagnostics)
  }

  mutating func value(_ json: consuming JSON, at path: String) -> Value {
    if case .array(var elements) = json {
      json = .null
      var values: [Value] = []
      values.reserveCapacity(elements.count)
      for index in elements.indices {
        var element = JSON.null
        swap(&element, &elements[index])
        values.append(isPlain(element) ? Value(element) : value(element, at: "\(path)[\(index)]"))
      }
      return .array(values)
    }
    switch json {
    case .object(let members):
      if json[Self.typeName] != nil {
        return typed(json, at: path).map { .custom($0) } ?? .none
      }
      var values: [(String, Value)] = []
      values.reserveCapacity(members.count)
      for member in members {
        let isPlain = isPlain(member.value)
        values.append(
          (
            member.name,
            isPlain ? Value(member.value) : value(member.value, at: Self.join(path, member.name))
          ))
      }
      let first = members.first?.name ?? ""
      let object = ObjectValue(values, like: objects[first])
      objects[first] = object
      return .object(object)
    default: return Value(json)
    }
  }

  /// Whether a value can be no typed one, nor hold one, so that its path need not be known.
  private func isPlain(_ json: JSON) -> Bool {
    switch json {
    case .array, .object: false
    default: true
    }
  }

  /// The typed value of an object with `$type`, or `nil` after what is wrong with it was reported.
  mutating func typed(_ json: JSON, at path: String) -> (any WordValue)? {
    guard let name = json[Self.typeName]?.string else {
      report("V103", Self.join(path, Self.typeName), .wrongType(.text, json[Self.typeName]))
      return nil
    }
    guard let kind = Kind(rawValue: name) else {
      let names = Kind.allCases.map(\.rawValue)
      report(
        "V120", Self.join(path, Self.typeName),
        Message(
          kk: "арнайы мәннің мұндай түрі жоқ: `\(name)`; бар түрлері: \(names.listed)",
          ru: "нет такого вида значений: `\(name)`; есть виды: \(names.listed)",
          en: "there is no type `\(name)` of values; the types are \(names.listed)"),
        hint: Spelling.hint(for: name, among: names))
      return nil
    }
    var object = TypedObject(json, path: path)
    let known = diagnostics.count
    let value: (any WordValue)? =
      switch kind {
      case .richtext: richText(&object)
      case .listing: listing(&object)
      case .image: image(&object)
      case .link: link(&object)
      case .subdocument: subdocument(&object)
      case .qr: code(&object)
      case .chart: chart(&object)
      case .table: table(&object)
      case .pagebreak: pageBreak(&object)
      }
    close(object)
    return diagnostics[known...].contains { $0.severity == .error } ? nil : value
  }

  /// The bytes of a file that the data name, each read once.
  mutating func bytes(ofFile path: String, at place: String) -> [UInt8]? {
    if let bytes = files[path] { return bytes }
    do throws(FileRefusal) {
      let bytes = try readFile(path)
      files[path] = bytes
      return bytes
    } catch {
      report("V122", place, error.message(path))
      return nil
    }
  }

  /// The picture of some bytes, read once for each `key`.
  mutating func picture(
    _ key: String, _ bytes: [UInt8], fallback: ImageFile?, at place: String
  ) -> ImageFile? {
    if let image = images[key] { return image }
    do throws(ImageFile.Refusal) {
      let image = try ImageFile(bytes, fallback: fallback)
      images[key] = image
      return image
    } catch {
      report("V121", place, error.message)
      return nil
    }
  }

  mutating func report(
    _ rule: String, _ path: String, _ message: Message, hint: Message? = nil,
    severity: Severity = .error
  ) {
    let place = Place(file: file, block: path)
    diagnostics.append(Diagnostic(rule, message, severity: severity, at: [place], hint: hint))
  }

  static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}

extension TypedValues.FileRefusal {
  fileprivate func message(_ path: String) -> Message {
    switch self {
    case .outside:
      Message(
        kk: "`\(path)` файлы деректер қалтасынан тыс: ол оқылмайды",
        ru: "файл `\(path)` лежит вне папки данных: он не читается",
        en: "the file `\(path)` lies outside the folder of the data and is not read")
    case .missing:
      Message(
        kk: "`\(path)` файлы табылмады", ru: "файл `\(path)` не найден",
        en: "there is no file `\(path)`")
    case .tooLarge:
      Message(
        kk: "`\(path)` файлы тым үлкен", ru: "файл `\(path)` слишком велик",
        en: "the file `\(path)` is too large")
    case .unreadable:
      Message(
        kk: "`\(path)` файлын оқу мүмкін болмады", ru: "не удалось прочитать файл `\(path)`",
        en: "the file `\(path)` could not be read")
    }
  }
}

extension ImageFile.Refusal {
  fileprivate var message: Message {
    switch self {
    case .unknownFormat:
      Message(
        kk: "бұл – PNG, JPEG немесе SVG суреті емес", ru: "это не изображение PNG, JPEG или SVG",
        en: "this is no PNG, JPEG or SVG picture")
    case .damaged:
      Message(
        kk: "сурет бүлінген немесе толық емес", ru: "изображение повреждено или обрывается",
        en: "the picture is damaged or cut off")
    case .tooLarge:
      Message(
        kk: "сурет тым үлкен: 32 МБ пен 200 млн нүктеден аспауы керек",
        ru: "изображение слишком велико: не более 32 МБ и 200 млн точек",
        en: "the picture is too large: at most 32 MB and 200 million pixels")
    case .unsafe:
      Message(
        kk: "SVG суретінде скрипт, DOCTYPE немесе сыртқы файлға сілтеме бар",
        ru: "в SVG есть скрипт, DOCTYPE или ссылка на внешний файл",
        en: "the SVG holds a script, a DOCTYPE or a reference to another file")
    }
  }
}

extension [String] {
  /// The names between back quotes, with commas.
  var listed: String { map { "`\($0)`" }.joined(separator: ", ") }
}

import TestSupport
import Diagnostics
import OfficePackage
import Testing
import XML

@Suite struct PackageRefusalTests {
  private func error(
    _ bytes: [UInt8], limits: OfficePackageLimits = OfficePackageLimits()
  ) -> OfficePackageError? {
    do throws(OfficePackageError) {
      _ = try OfficePackage(reading: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func error(with entries: ZipBuilder.Entry...) -> OfficePackageError? {
    error(ZipBuilder([ZipBuilder.contentTypes] + entries).bytes())
  }

  @Test("A file that is no document would be answered with a riddle")
  func otherFiles() {
    #expect(error([])?.code == .notAnArchive)
    #expect(error([0x50])?.code == .notAnArchive)
    #expect(error(Array("Құрметті депутат!".utf8))?.code == .notAnArchive)
    #expect(error(Array("{\\rtf1".utf8))?.code == .otherFormat(.richText))
    #expect(error(Array("\u{FEFF} <HTML>".utf8))?.code == .otherFormat(.webPage))
    #expect(error(Array("%PDF-1.7".utf8))?.code == .otherFormat(.pdf))
    #expect(error(Array("PK".utf8))?.code == .damaged)
    // What Word saves as .doc, and a .docx with a password, both begin like this.
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(error(compound + [UInt8](repeating: 0, count: 1000))?.code == .otherFormat(.oldWord))
    let locked = compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(error(locked)?.code == .encrypted)
    #expect(error(ZipBuilder([]).bytes())?.code == .notADocument)
    #expect(error(ZipBuilder([ZipBuilder.Entry("a.txt", "x")]).bytes())?.code == .notADocument)
    var noTypes = ZipBuilder.document
    noTypes.entries.removeFirst()
    #expect(error(noTypes.bytes())?.code == .notADocument)
  }

  @Test("A download that broke off would be taken for the whole document")
  func truncated() {
    let whole = ZipBuilder.document.bytes()
    #expect(error(whole) == nil)
    for step in 1..<20 {
      let error = error(Array(whole.prefix(whole.count * step / 20)))
      #expect(error?.code == .damaged, "\(step)")
    }
    for missing in 1...30 {
      #expect(error(Array(whole.dropLast(missing)))?.code == .damaged, "\(missing)")
    }
  }

  @Test("A damaged document would be filled with what is left of it")
  func flippedBytes() throws {
    let builder = ZipBuilder.document
    let whole = builder.bytes()
    let intact = try OfficePackage(reading: whole)
    var refused = 0
    for index in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[index] ^= 0x10
      guard let package = try? OfficePackage(reading: bytes) else {
        refused += 1
        continue
      }
      // A time stamp or a version may be any; what the document says may not.
      for name in package.partNames {
        guard let content = intact.content(of: name) else { continue }
        #expect(package.content(of: name) == content, "\(index)")
      }
    }
    #expect(refused > whole.count / 3 * 8 / 10)
  }

  @Test("A part would be read although its checksum or length says that it is damaged")
  func falseClaims() {
    let entry = ZipBuilder.Entry("word/a.xml", "<a>мәтін</a>")
    let count = UInt32(entry.content.count)
    for method in [0, ZipBuilder.deflated] {
      let entry = entry.with { $0.method = method }
      #expect(error(with: entry) == nil)
      let lies = [
        entry.with { $0.checksum = 1 }, entry.with { $0.size = count - 1 },
        entry.with { $0.size = count + 1 }, entry.with { $0.size = 0 },
      ]
      for (index, lie) in lies.enumerated() {
        let error = error(with: lie)
        #expect(error?.code == .damaged, "\(method) \(index)")
        #expect(error?.part == "word/a.xml" || error?.part == "")
      }
    }
    let noise = entry.with {
      $0.method = ZipBuilder.deflated
      $0.stored = [0xFF, 0xFF, 0xFF]
    }
    #expect(error(with: noise)?.code == .damaged)
  }

  @Test("Word would open another text than the one that we read and checked")
  func ambiguousNames() {
    let entry = ZipBuilder.Entry("word/a.xml", "<a/>").with { $0.localName = "word/b.xml" }
    #expect(error(with: entry)?.code == .damaged)
  }

  @Test("Two parts of one name would leave it open which of them the reader sees")
  func duplicateNames() {
    let entry = ZipBuilder.Entry("word/a.xml", "<a/>")
    #expect(error(with: entry, entry)?.code == .duplicateName)
    let spelled = error(with: entry, entry.with { $0.name = "Word/A.xml" })
    #expect(spelled?.code == .duplicateName)
    #expect(spelled?.part == "Word/A.xml")
    #expect(error(with: entry, entry.with { $0.name = "word/ә.xml" }) == nil)
  }

  @Test(
    "A document would write or read outside its own folder",
    arguments: [
      "../a.xml", "word/../../a.xml", "/etc/passwd", "word\\a.xml", "..\\a", "..", "a/..", "C:/a",
      "c:a", "//a/b", "word/a\nb", "word/a\u{7F}",
    ])
  func unsafeNames(_ name: String) {
    let error = error(with: ZipBuilder.Entry("word/a.xml", "<a/>"), ZipBuilder.Entry(name, "<a/>"))
    #expect(error?.code == .unsafeName)
    #expect(error?.part == name)
  }

  @Test("A document whose program writes all names in its own way would be refused")
  func otherSeparators() throws {
    let entries = ZipBuilder.document.entries
    let names = entries.map(\.name)
    let spellings: [(String) -> String] = [
      { "/" + $0 }, { $0.replacing("/", with: "\\") }, { $0.uppercased() },
    ]
    for spell in spellings {
      let package = try OfficePackage(
        reading: ZipBuilder(entries.map { entry in entry.with { $0.name = spell(entry.name) } })
          .bytes())
      #expect(package.partNames.map { $0.lowercased() } == names.map { $0.lowercased() })
      #expect(try package.mainDocument().lowercased() == "word/document.xml")
    }
    let escaping = entries + [ZipBuilder.Entry("..\\a", "")]
    let spelled = escaping.map { entry in
      entry.with { $0.name = entry.name.replacing("/", with: "\\") }
    }
    #expect(error(ZipBuilder(spelled).bytes())?.code == .unsafeName)
  }

  @Test("Names with dots would be taken for a way out")
  func harmlessNames() {
    #expect(error(with: .init("word/a..xml", "x"), .init("...", "x"), .init("a/.b", "x")) == nil)
  }

  @Test("A locked document would be said to be damaged")
  func encrypted() {
    let entry = ZipBuilder.Entry("word/document.xml", String(repeating: "x", count: 40))
    let error = error(with: entry.with { $0.flags |= 1 })
    #expect(error?.code == .encrypted)
    #expect(error?.part == "word/document.xml")
  }

  @Test("A part in an unknown compression would be said to be damaged")
  func unsupportedCompression() {
    for method: UInt16 in [1, 9, 12, 14, 93, 97] {
      let error = error(with: ZipBuilder.Entry("word/a.xml", "<a/>").with { $0.method = method })
      #expect(error?.code == .unsupportedCompression, "\(method)")
      #expect(error?.part == "word/a.xml")
    }
  }

  @Test("A small file would unpack into more than the machine can hold")
  func bombs() throws {
    let package = try OfficePackage(reading: ZipBuilder.document.bytes())
    let bomb = try package.archived(replacing: [
      "word/document.xml": [UInt8](repeating: 0x20, count: 10 << 20)
    ])
    // A picture of one colour is as small, and nobody reads it as a whole.
    let picture = try package.archived(replacing: [
      "word/media/empty.bin": [UInt8](repeating: 0x20, count: 10 << 20)
    ])
    #expect(error(picture) == nil)
    #expect(bomb.count < 30_000)
    let ratio = error(bomb)
    #expect(ratio?.code == .tooLarge)
    #expect(ratio?.part == "word/document.xml")

    var limits = OfficePackageLimits()
    limits.ratioApplies = 11 << 20
    #expect(error(bomb, limits: limits) == nil)
    limits.partBytes = 10 << 20
    #expect(error(bomb, limits: limits) == nil)
    limits.partBytes -= 1
    #expect(error(bomb, limits: limits)?.code == .tooLarge)

    let whole = ZipBuilder.document
    limits = OfficePackageLimits()
    limits.totalBytes = whole.entries.map(\.content.count).reduce(0, +)
    #expect(error(whole.bytes(), limits: limits) == nil)
    limits.totalBytes -= 1
    #expect(error(whole.bytes(), limits: limits)?.code == .tooLarge)
  }

  @Test("A claim of gigabytes would be believed before anything is read")
  func giganticClaims() {
    let claims: [UInt32] = [300 << 20, 2 << 30, 0xFFFF_FFFE]
    for size in claims {
      let entry = ZipBuilder.Entry("word/a.xml", "<a/>").with {
        $0.method = ZipBuilder.deflated
        $0.size = size
      }
      #expect(error(with: entry)?.code == .tooLarge, "\(size)")
    }
  }

  @Test("An archive of countless entries would keep the program busy")
  func manyEntries() {
    var limits = OfficePackageLimits()
    limits.entries = ZipBuilder.document.entries.count
    #expect(error(ZipBuilder.document.bytes(), limits: limits) == nil)
    limits.entries -= 1
    #expect(error(ZipBuilder.document.bytes(), limits: limits)?.code == .tooLarge)
    let many = (0...OfficePackageLimits().entries).map { ZipBuilder.Entry("\($0)", "") }
    #expect(error(ZipBuilder(many).bytes())?.code == .tooLarge)
  }

  @Test("A part that is no XML, or hides a document type, would be filled all the same")
  func parts() throws {
    let types = ZipBuilder.contentTypes
    func error(_ text: String) throws -> OfficePackageError? {
      let package = try OfficePackage(
        reading: ZipBuilder([types, .init("word/a.xml", text)]).bytes())
      return #expect(throws: OfficePackageError.self) { try package.tree(of: "word/a.xml") }
    }
    let malformed = try error("<a>\n<b></a>")
    #expect(malformed?.diagnostic(file: "a.docx").places.first?.line == 2)
    #expect(malformed?.diagnostic(file: "a.docx").rule == "D109")
    #expect(try error("<!DOCTYPE a><a/>")?.diagnostic(file: "a.docx").rule == "D109")
    let deep = try error("<a>\n" + String(repeating: "<a>", count: 5000))
    #expect(deep?.code == .tooComplex)
    #expect(deep?.diagnostic(file: "a.docx").places.first?.line == 2)
    let package = try OfficePackage(reading: ZipBuilder([types]).bytes())
    let missing = #expect(throws: OfficePackageError.self) { try package.tree(of: "word/a.xml") }
    #expect(missing?.code == .missingPart)
  }

  @Test("A refusal would be told in one language only, or without the part's name")
  func messages() {
    let codes: [(OfficePackageError.Code, String)] = [
      (.notAnArchive, "D101"), (.damaged, "D102"), (.tooLarge, "D103"), (.encrypted, "D104"),
      (.duplicateName, "D105"), (.unsafeName, "D106"), (.unsupportedCompression, "D107"),
      (.missingPart, "D108"), (.notADocument, "D110"), (.tooComplex, "D111"),
    ]
    for (code, rule) in codes {
      let diagnostic = OfficePackageError(code, part: "word/a.xml").diagnostic(file: "хат.docx")
      #expect(diagnostic.rule == rule)
      #expect(diagnostic.places.map(\.file) == ["хат.docx"])
      #expect(diagnostic.places.map(\.part) == ["word/a.xml"])
      let texts = MessageLanguage.allCases.map { diagnostic.message[$0] }
      #expect(Set(texts).count == 3)
      let names = texts.filter { $0.contains("word/a.xml") }
      #expect(names.isEmpty == (code == .notAnArchive || code == .notADocument))
      let whole = OfficePackageError(code).diagnostic(file: "хат.docx")
      for language in MessageLanguage.allCases {
        let text = whole.message[language]
        #expect(!text.hasSuffix(" ") && !text.contains("()"), "\(text)")
      }
    }
  }

  @Test(
    "Someone who gave the wrong file would not be told which it is", arguments: FileFormat.allCases)
  func formats(_ format: FileFormat) {
    let diagnostic = OfficePackageError(.otherFormat(format)).diagnostic(file: "хат.docx")
    #expect(diagnostic.rule == "D101")
    let known = OfficePackageError(.notAnArchive).diagnostic(file: "хат.docx").message
    #expect(MessageLanguage.allCases.allSatisfy { diagnostic.message[$0] != known[$0] })
  }

  @Test("Entries that lie in one another would make gigabytes of kilobytes")
  func overlappingEntries() {
    let whole = ZipBuilder.Entry("a.bin", [UInt8](repeating: 1, count: 2000))
    let again = (1...9).map { number in
      whole.with {
        $0.name = "\(number).bin"
        $0.stored = []
        $0.storedSize = 2000
        $0.offset = 0
      }
    }
    #expect(
      error(ZipBuilder([whole] + again + [ZipBuilder.contentTypes]).bytes())?.code == .damaged)
  }

  @Test("A small file of countless elements would fill the memory, or a large one be refused")
  func nodes() throws {
    var limits = OfficePackageLimits()
    limits.nodes = 10
    limits.nodesPerByte = 1
    func tree(_ text: String, method: UInt16) throws -> XMLTree {
      let entry = ZipBuilder.Entry("word/a.xml", text).with { $0.method = method }
      let archive = ZipBuilder([ZipBuilder.contentTypes, entry]).bytes()
      return try OfficePackage(reading: archive, limits: limits).tree(of: "word/a.xml")
    }
    let text = "<a>" + String(repeating: "<b/>", count: 30) + "</a>"
    #expect(try tree(text, method: 0).count == 31)
    limits.nodesPerByte = 0
    let error = #expect(throws: OfficePackageError.self) { try tree(text, method: 0) }
    #expect(error?.code == .tooComplex)
  }

  @Test("A damaged or hostile document would end the program")
  func anyBytes() {
    var random = SeededGenerator(seed: 7)
    let whole = ZipBuilder.document.bytes()
    var refused = 0
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1:
          bytes.replaceSubrange(index..<min(index + 4, bytes.count), with: [0xFF, 0xFF, 0xFF])
        default: bytes.removeSubrange(index..<min(index + 20, bytes.count))
        }
        if bytes.count < 100 { break }
      }
      if error(bytes) != nil { refused += 1 }
    }
    #expect(refused > 1000)
  }
}

import Foundation
import OfficePackage
import TestSupport
import Testing

@testable import XML

@Suite struct PlainReaderTests {
  /// What libxml2 makes of a document, or `nil` where it refuses it.
  private func libraryTree(_ bytes: [UInt8], _ limits: XMLLimits) -> XMLTree? {
    do {
      var parser = try LibraryParser(limits: limits, expecting: bytes.count)
      try bytes.withUnsafeBufferPointer { try parser.read($0) }
      return try parser.finish()
    } catch {
      return nil
    }
  }

  private func plainTree(_ bytes: [UInt8], _ limits: XMLLimits = XMLLimits()) -> XMLTree? {
    PlainReader.tree(of: bytes, limits: limits)
  }

  /// Whether a document is read here; then libxml2 must read it, and alike.
  @discardableResult
  private func isReadAlike(_ bytes: [UInt8], _ limits: XMLLimits = XMLLimits()) -> Bool {
    guard let plain = plainTree(bytes, limits) else { return false }
    let text = String(decoding: bytes.prefix(300), as: UTF8.self)
    guard let library = libraryTree(bytes, limits) else {
      Issue.record("libxml2 refuses \(text)")
      return true
    }
    #expect(plain.names == library.names, "\(text)")
    #expect(plain.root == library.root, "\(text)")
    #expect(plain.outline == library.outline, "\(text)")
    return true
  }

  @Test("A document would be another one for who reads it")
  func documents() throws {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    var read = 0
    var parts = 0
    for name in ["templates", "fixtures"] {
      let files = FileManager.default.enumerator(
        at: folder.appending(path: name), includingPropertiesForKeys: nil)
      for case let file as URL in try #require(files) where file.pathExtension == "docx" {
        let package = try OfficePackage(reading: Array(Data(contentsOf: file)))
        for part in package.partNames where part.hasSuffix(".xml") || part.hasSuffix(".rels") {
          parts += 1
          if isReadAlike(try #require(package.content(of: part))) { read += 1 }
        }
      }
    }
    #expect(parts > 100)
    #expect(read * 10 >= parts * 9, "\(read) of \(parts) are read without libxml2")
  }

  private static let read = [
    "<a/>", "<a></a>", "\n<a />\r\n", "<?xml version='1.0'?><a/>",
    "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='no'?>\r\n<a.b-c_1/>",
    "<a>&amp;&lt;&gt;&quot;&apos; ]] > ]]&gt;\t\n</a>", "<a b='\"&amp;x>' c=\"'\"\n d=''/>",
    "<n:a xmlns:n='urn:n' n:b='1' b='2'><b xmlns='urn:x' b='3'/><b/></n:a>",
    "<a xmlns='urn:x' xmlns:n='urn:x' n:b='' b=''><n:a/><a xmlns='urn:y'/></a>",
    "<a n:b='' xmlns:n='urn:n'><c xmlns:n='urn:m' n:b=''/><n:b/></a>",
    "<a xml:space='preserve'> <b> </b> </a>", "<a>Қазақша – «хат» \u{1F600}\u{FFFD}</a>",
  ]

  @Test("Usual documents would take the slow way", arguments: read)
  func usual(_ text: String) {
    #expect(isReadAlike(Array(text.utf8)))
  }

  @Test(
    "A document would be read that is none, or otherwise than it says",
    arguments: [
      "", " ", "a", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a b/>", "<a b=1/>",
      "<a b='<'/>",
      "<a b='1'c='2'/>", "<a b='1' b='2'/>", "<a>]]></a>", "<a>&x;</a>", "<a>&amp</a>", "<a>&</a>",
      "<a>&#65;</a>", "<a b='&#65;'/>", "<a b='\t'/>", "<a b='\n'/>", "<a>\r\n</a>", "<a>\u{1}</a>",
      "<a>\u{FFFF}</a>", "<1/>", "<-a/>", "<a:b/>", "<a b:c=''/>", "<a:b:c xmlns:a='x'/>", "<:a/>",
      "<a:/>", "<xmlns:a/>", "<xml:a/>", "<a xmlns:n=''/>", "<a xmlns=''/>", "<a xmlns:xml='x'/>",
      "<a xmlns:xmlns='x'/>", "<a xmlns:n='http://www.w3.org/2000/xmlns/'/>",
      "<a xmlns:n='http://www.w3.org/XML/1998/namespace'/>", "<a xmlns:n='x' xmlns:n='y'/>",
      "<a xmlns:n='x' xmlns:m='x' n:b='' m:b=''/>", "<a xml:id='1'/>", "<a xml:lang='kk'/>",
      "<!DOCTYPE a><a/>", "<a><!-- --></a>", "<a><?p?></a>", "<a><![CDATA[]]></a>", "<?p?><a/>",
      "<?xml version=\"1.1\"?><a/>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
      "\u{FEFF}<a/>", "<қатар/>", "<a", "<a b", "<a b=", "<a b='", "<a b=''", "<a /", "<a></a",
    ])
  func unusual(_ text: String) {
    #expect(plainTree(Array(text.utf8)) == nil)
  }

  /// Documents that begin alike, with tags, names and values that differ.
  private static let alike: [String] = {
    let root = "<w:d xmlns:w='urn:w' xmlns:n='urn:n'>"
    return [
      "<w:p w:a='1'><w:t n:b='x&amp;y'>а&lt;б</w:t></w:p><w:p w:a='2' n:a='3'/>",
      "<w:p w:a='1'><w:t n:b='x&amp;y'>қ</w:t></w:p><w:p w:a='&quot;' n:a='3'/>",
      "<w:p w:a='12' ><w:t n:b='z'/></w:p><n:p w:a='1'/><w:q/>",
      "<w:p xmlns:w='urn:x' w:a='1'><w:t n:b='z'/></w:p><w:p w:a='1'/>",
      "<w:p xmlns:w='urn:y' w:a='1'><w:t n:b='z'/></w:p><p xmlns='urn:w' w:a='1'/><w:p w:a='1'/>",
      "<w:p w:a='1'><w:t n:b='z'>", "<w:p w:a='1' w:a='2'/>", "<w:p m:a='1'/>", "",
    ].map { root + $0 + "</w:d>" } + [
      root, "<w:d xmlns:w='urn:n' xmlns:n='urn:w'><w:p w:a='1'/></w:d>",
    ]
  }()

  @Test("A letter would be read as if it said what the one before it said", arguments: alike + read)
  func vocabulary(_ first: String) throws {
    for second in Self.alike + Self.read {
      let vocabulary = XMLVocabulary()
      for text in [first, second, first, second] {
        let bytes = Array(text.utf8)
        let tree = PlainReader.tree(of: bytes, limits: XMLLimits(), knowing: vocabulary)
        let plain = plainTree(bytes)
        #expect(tree?.outline == plain?.outline, "\(text) after \(first)")
        #expect(tree?.serialized() == plain?.serialized())
        let names = tree?.names ?? []
        #expect(Set(names).count == names.count)
      }
    }
  }

  @Test("Bytes that are no text would be read as text")
  func encodings() {
    let wrong: [[UInt8]] = [
      [0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ]
    for bytes in wrong {
      #expect(plainTree(Array("<a>".utf8) + bytes + Array("</a>".utf8)) == nil)
      #expect(plainTree(Array("<abcdefgh>".utf8) + bytes + Array("</abcdefgh>".utf8)) == nil)
      // Wherever it stands among letters that are looked at eight bytes at a time.
      for padding in 0..<9 {
        let before = "<a>\(String(repeating: "a", count: padding))Әділет министрлігі"
        let after = "хат және жауап</a>"
        #expect(plainTree(Array(before.utf8) + bytes + Array(after.utf8)) == nil)
        #expect(isReadAlike(Array((before + "«x» № – \u{1F600}" + after).utf8)))
      }
    }
  }

  @Test("What is too much for libxml2 would be read all the same")
  func limits() {
    let text = "<a xmlns:n='urn:n' b='1' c='2'><d><e/>x</d></a>"
    for change: (inout XMLLimits) -> Void in [
      { $0.depth = 2 }, { $0.nodes = 6 }, { $0.attributes = 2 }, { $0.namespaces = 0 },
      { $0.nameBytes = 10 }, { $0.bytes = 20 },
    ] {
      var limits = XMLLimits()
      change(&limits)
      #expect(plainTree(Array(text.utf8), limits) == nil)
    }
    #expect(isReadAlike(Array(text.utf8)))
  }

  @Test("A damaged document would be read as another one")
  func damaged() {
    var random = SeededGenerator(seed: 7)
    let seeds = Self.read.map { Array($0.utf8) }
    let pieces = Array("<>/='\"&;: \n!?[]-abn1x\u{E9}".utf8)
    var read = 0
    for _ in 0..<5000 {
      var bytes = seeds[Int.random(in: seeds.indices, using: &random)]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        let byte = pieces[Int.random(in: pieces.indices, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      if isReadAlike(bytes) { read += 1 }
    }
    #expect(read > 250)
  }
}

import Testing

/// The compiler sees a forbidden import only on a clean build, and not always then.
@Suite struct LayeringTests {
  /// Which target may know of which: the arrows of the architecture, all pointing down.
  private static let arrows: [String: Set<String>] = [
    "JSON": [],
    "CivilDates": [],
    "Diagnostics": ["JSON"],
    "CLinux": [],
    "Files": ["CLinux", "Diagnostics"],

    "CLibCrypto": [],
    "Cryptography": ["CLibCrypto", "Files", "Diagnostics"],

    "CLibXML2": [],
    "CLibZip": [],
    "XML": ["CLibXML2"],
    "CZLib": [],
    "CLibDeflate": [],
    "Deflate": ["CLibDeflate"],
    "OfficePackage": ["XML", "Deflate", "CLibZip", "CZLib", "Diagnostics"],
    "WordprocessingML": ["OfficePackage", "XML", "Diagnostics"],

    "CQREncode": [],
    "QRCode": ["CQREncode"],

    "CHunspell": [],
    "Spelling": ["CHunspell"],

    "Jinja": ["Diagnostics", "JSON", "BigInt"],
    "DocxTemplate": [
      "Jinja", "WordprocessingML", "OfficePackage", "Deflate", "XML", "QRCode", "JSON",
      "Diagnostics",
    ],

    "Language": ["CivilDates"],
    "Register": [
      "CivilDates", "Cryptography", "Diagnostics", "Files", "JSON", "GRDB", "GRDBSQLite",
    ],

    "Letters": [
      "DocxTemplate", "Jinja", "WordprocessingML", "OfficePackage", "Language", "Register",
      "Spelling", "CivilDates", "JSON", "Diagnostics", "Files", "Yams",
    ],
    "Export": [
      "Letters", "WordprocessingML", "OfficePackage", "XML", "Language", "Register", "CivilDates",
      "JSON", "Cryptography", "Diagnostics", "Files",
    ],
    "QoshatWeb": [
      "Export", "Letters", "DocxTemplate", "WordprocessingML", "OfficePackage", "Register",
      "Language", "Spelling", "CivilDates", "JSON", "XML", "Cryptography", "Diagnostics", "Files",
      "Hummingbird",
    ],
    "qoshat": [
      "QoshatWeb", "Export", "Letters", "DocxTemplate", "Jinja", "WordprocessingML",
      "OfficePackage", "Register",
      "Language", "Spelling", "CivilDates", "JSON", "Cryptography", "Diagnostics", "Files",
      "ArgumentParser",
    ],
    "ExampleRegister": ["JSON"],
    "TestSupport": ["OfficePackage", "XML", "Files"],
    "HostileDocuments": ["OfficePackage", "TestSupport"],
    "CountedWork": [
      "DocxTemplate", "Jinja", "JSON", "Letters", "WordprocessingML", "OfficePackage",
      "Diagnostics", "TestSupport",
    ],
  ]

  /// What may call the system's C library: the rim of the program, and what hands memory to C.
  private static let system: [String: Set<String>] = [
    "Files": ["Glibc"], "Spelling": ["Glibc"], "OfficePackage": ["Glibc"], "qoshat": ["Glibc"],
    "Export": ["Glibc"], "QoshatWeb": ["Glibc"],
    // Powers of numbers with a point, whose last digit must be Python's.
    "Jinja": ["Glibc"],
    // Memory that grows where it is.
    "Deflate": ["Glibc"],
    "ExampleRegister": ["Glibc", "Musl", "Darwin"],
  ]

  /// What a dependency is made of and shows in its interface.
  private static let shown: [String: Set<String>] = [
    "Hummingbird": [
      "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "NIOPosix", "ServiceLifecycle",
      "UnixSignals", "Dispatch",
    ]
  ]

  @Test("A dependency could be added to the manifest without anyone looking at the architecture")
  func manifest() throws {
    let declared = Manifest(try SourceTree().text(of: "Package.swift")).dependencies
    let targets = declared.filter { !$0.key.hasSuffix("Tests") }
    #expect(Set(targets.keys) == Set(Self.arrows.keys))
    for (target, dependencies) in targets {
      #expect(dependencies == Self.arrows[target], "\(target)")
    }
  }

  @Test("Grammar would come to know of files, or templates of letters")
  func imports() throws {
    let files = try SourceTree().files(in: "Sources")
    #expect(Set(files.map(\.target)).isSubset(of: Self.arrows.keys))
    for file in files {
      let allowed = Self.arrows[file.target, default: []]
        .union(Self.system[file.target, default: []])
        .union(Self.arrows[file.target, default: []].flatMap { Self.shown[$0, default: []] })
        // A part of the standard library that is a module of its own.
        .union(["Synchronization"])
      let others = file.imports.subtracting(allowed).sorted()
      // Foundation is among these: it would add fifty megabytes and its own dates to the program.
      #expect(others == [], "\(file.path)")
    }
  }

  @Test("Permission to call the system would remain where nothing needs it any more")
  func systemImports() throws {
    var used: [String: Set<String>] = [:]
    for file in try SourceTree().files(in: "Sources") {
      let names = file.imports.intersection(["Glibc", "Musl", "Darwin"])
      if !names.isEmpty { used[file.target, default: []].formUnion(names) }
    }
    #expect(used == Self.system)
  }

  @Test("A test would build only as long as what it forgot to declare was built before")
  func testImports() throws {
    let declared = Manifest(try SourceTree().text(of: "Package.swift")).dependencies
    let system: Set<String> = ["Testing", "Foundation", "Glibc", "Synchronization", "Dispatch"]
    for file in try SourceTree().files(in: "Tests") {
      let dependencies = try #require(declared[file.target], "\(file.target)")
      let others = file.imports.subtracting(dependencies).subtracting(system)
      #expect(others.sorted() == [], "\(file.path)")
    }
  }

  @Test("These tests would overlook an import or a dependency for the way it is written")
  func scanning() {
    // Not written out, or this file would itself seem to import them.
    let word = "import"
    let file = SourceTree.File(
      path: "", target: "",
      text: """
        \(word) A
        public \(word) B
          internal \(word) struct C.D
        @testable \(word) E
        @preconcurrency public \(word) F
        @_spi(Private) \(word) G
        // \(word) H
        let text = "\(word) I"
        """)
    #expect(file.imports == ["A", "B", "C", "E", "F", "G"])
    let manifest = Manifest(
      """
      func target(_ name: String) -> Target { .target(name: name) }
      .package(url: "https://example.invalid/x", from: "1.0.0"),
      target("A"), // target("B", ["A"])
      target(
        "C",
        [
          "A", .product(name: "P", package: "p.swift"),
        ]),
      .systemLibrary(name: "S", pkgConfig: "s", providers: [.apt(["s-dev"])]),
      .executableTarget(name: "D", dependencies: ["C"], swiftSettings: settings),
      tests("ATests", ["A"]),
      """)
    #expect(
      manifest.dependencies == ["A": [], "C": ["A", "P"], "S": [], "D": ["C"], "ATests": ["A"]])
  }
}

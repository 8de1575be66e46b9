// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of this package, with the settings that all of them share.
func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "qoshat",
  products: [
    .executable(name: "qoshat", targets: ["qoshat"]),
    .library(name: "JSON", targets: ["JSON"]),
    .library(name: "Jinja", targets: ["Jinja"]),
    .library(name: "DocxTemplate", targets: ["DocxTemplate"]),
    .library(name: "OfficePackage", targets: ["OfficePackage"]),
    .library(name: "Deflate", targets: ["Deflate"]),
    .library(name: "WordprocessingML", targets: ["WordprocessingML"]),
    .library(name: "Language", targets: ["Language"]),
    .library(name: "Register", targets: ["Register"]),
    .library(name: "Letters", targets: ["Letters"]),
    .library(name: "Export", targets: ["Export"]),
    .library(name: "Files", targets: ["Files"]),
    .library(name: "Spelling", targets: ["Spelling"]),
  ],
  traits: [
    .default(enabledTraits: ["Web"]),
    .trait(name: "Web", description: "The web application, `qoshat serve`."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    // Values that every other target shares.
    target("JSON"),
    target("CivilDates"),
    target("Diagnostics", ["JSON"]),
    .systemLibrary(name: "CLinux"),
    target("Files", ["CLinux", "Diagnostics"]),

    // Sums and signatures of files.
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    target("Cryptography", ["CLibCrypto", "Files", "Diagnostics"]),

    // Files of Word: the archive, its XML, its text.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    target("Deflate", ["CLibDeflate"]),
    target("XML", ["CLibXML2"]),
    target("OfficePackage", ["XML", "Deflate", "CLibZip", "CZLib", "Diagnostics"]),
    target("WordprocessingML", ["OfficePackage", "XML", "Diagnostics"]),

    // Codes that a telephone reads.
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    target("QRCode", ["CQREncode"]),

    // Spelling, with the dictionaries that are installed.
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
    target("Spelling", ["CHunspell"]),

    // Templates.
    target("Jinja", ["Diagnostics", "JSON", .product(name: "BigInt", package: "BigInt")]),
    target(
      "DocxTemplate",
      [
        "Jinja", "WordprocessingML", "OfficePackage", "Deflate", "XML", "QRCode", "JSON",
        "Diagnostics",
      ]),

    // Grammar, and the case register.
    target("Language", ["CivilDates"]),
    target(
      "Register",
      [
        "CivilDates", "Cryptography", "Diagnostics", "Files", "JSON",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),

    // The letters themselves, all letters of a period, and the command line.
    target(
      "Letters",
      [
        "DocxTemplate", "Jinja", "WordprocessingML", "OfficePackage", "Language", "Register",
        "Spelling", "CivilDates", "JSON", "Diagnostics", "Files",
        .product(name: "Yams", package: "Yams"),
      ]),
    target(
      "Export",
      [
        "Letters", "WordprocessingML", "OfficePackage", "XML", "Language", "Register",
        "CivilDates", "JSON", "Cryptography", "Diagnostics", "Files",
      ]),
    .target(
      name: "QoshatWeb",
      dependencies: [
        "Export", "Letters", "DocxTemplate", "WordprocessingML", "OfficePackage", "Register",
        "Language", "Spelling", "CivilDates", "JSON", "XML", "Cryptography", "Diagnostics",
        "Files",
        .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Web"])),
      ],
      resources: [
        .embedInCode("Assets/qoshat.css"), .embedInCode("Assets/qoshat.js"),
        .embedInCode("Assets/letters.js"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "qoshat",
      dependencies: [
        .target(name: "QoshatWeb", condition: .when(traits: ["Web"])),
        "Export", "Letters", "DocxTemplate", "Jinja", "WordprocessingML", "OfficePackage",
        "Register",
        "Language", "Spelling", "CivilDates", "JSON", "Cryptography", "Diagnostics", "Files",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "ExampleRegister", dependencies: ["JSON"], swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["OfficePackage", "XML", "Files"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .executableTarget(
      name: "HostileDocuments", dependencies: ["OfficePackage", "TestSupport"],
      path: "Tests/HostileDocuments", swiftSettings: settings),
    .executableTarget(
      name: "CountedWork",
      dependencies: [
        "DocxTemplate", "Jinja", "JSON", "Letters", "WordprocessingML", "OfficePackage",
        "Diagnostics", "TestSupport",
      ],
      path: "Tests/CountedWork", swiftSettings: settings),
    tests("JSONTests", ["JSON", "TestSupport"]),
    tests("FilesTests", ["Files", "Diagnostics"]),
    tests("CryptographyTests", ["Cryptography", "Files"]),
    tests("DiagnosticsTests", ["Diagnostics", "JSON"]),
    tests("CivilDatesTests", ["CivilDates"]),
    tests("XMLTests", ["XML", "OfficePackage", "TestSupport"]),
    tests("QRCodeTests", ["QRCode"]),
    tests("OfficePackageTests", ["OfficePackage", "XML", "Diagnostics", "TestSupport"]),
    tests("DeflateTests", ["Deflate", "CLibDeflate", "OfficePackage", "TestSupport"]),
    tests("WordprocessingMLTests", ["WordprocessingML", "OfficePackage", "XML", "TestSupport"]),
    tests("JinjaTests", ["Jinja", "Diagnostics", "JSON", "TestSupport"]),
    tests(
      "DocxTemplateTests",
      [
        "DocxTemplate", "Jinja", "WordprocessingML", "OfficePackage", "XML", "JSON", "Diagnostics",
        "TestSupport",
      ]),
    tests("SpellingTests", ["Spelling"]),
    tests("LanguageTests", ["Language", "CivilDates"]),
    tests(
      "RegisterTests",
      [
        "Register", "ExampleRegister", "CivilDates", "Cryptography", "Diagnostics", "JSON",
        "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Registers"]),
    tests(
      "LettersTests",
      [
        "Letters", "Register", "Jinja", "WordprocessingML", "OfficePackage", "XML", "Files", "JSON",
        "Language", "Spelling", "CivilDates", "Diagnostics", "TestSupport",
      ]),
    tests(
      "ExportTests",
      [
        "Export", "Letters", "Register", "OfficePackage", "WordprocessingML", "XML", "Files",
        "JSON", "CivilDates", "Diagnostics", "TestSupport",
      ]),
    tests(
      "CommandLineTests", ["qoshat", "HostileDocuments", "OfficePackage", "TestSupport"]),
    tests(
      "WebTests",
      [
        "QoshatWeb", "qoshat", "Export", "Register", "Letters", "OfficePackage", "WordprocessingML",
        "Files",
        "JSON",
        "CivilDates", "Diagnostics", "TestSupport",
      ]),
    tests("CostTests", ["CountedWork", "TestSupport"]),
    tests("ArchitectureTests", []),
  ],
  swiftLanguageModes: [.v6]
)

// `QOSHAT_TESTS=WebTests,RegisterTests swift test` compiles these tests only: all of them take some minutes.
if let names = Context.environment["QOSHAT_TESTS"]?.split(separator: ",").map(String.init) {
  package.targets.removeAll { $0.type == .test && !names.contains($0.name) }
}

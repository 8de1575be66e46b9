// swift-tools-version: 6.1
import PackageDescription

// A package of its own, because its programs have no `main` and link only with the fuzzer.
let package = Package(
  name: "fuzz",
  products: [
    .executable(name: "fuzz-language", targets: ["FuzzLanguage"]),
    .executable(name: "fuzz-template", targets: ["FuzzTemplate"]),
    .executable(name: "fuzz-letters", targets: ["FuzzLetters"]),
    .executable(name: "fuzz-document", targets: ["FuzzDocument"]),
    .executable(name: "fuzz-deflate", targets: ["FuzzDeflate"]),
  ],
  dependencies: [.package(name: "qoshat", path: "..")],
  targets: [
    .executableTarget(
      name: "FuzzLanguage", dependencies: [.product(name: "Jinja", package: "qoshat")]),
    .executableTarget(
      name: "FuzzTemplate",
      dependencies: [
        .product(name: "Jinja", package: "qoshat"),
        .product(name: "DocxTemplate", package: "qoshat"),
        .product(name: "OfficePackage", package: "qoshat"),
        .product(name: "WordprocessingML", package: "qoshat"),
      ]),
    .executableTarget(
      name: "FuzzDocument",
      dependencies: [
        .product(name: "OfficePackage", package: "qoshat"),
        .product(name: "WordprocessingML", package: "qoshat"),
      ]),
    .executableTarget(
      name: "FuzzDeflate",
      dependencies: [
        .product(name: "Deflate", package: "qoshat"),
        .product(name: "OfficePackage", package: "qoshat"),
      ]),
    .executableTarget(
      name: "FuzzLetters", dependencies: [.product(name: "Letters", package: "qoshat")]),
  ],
  swiftLanguageModes: [.v6]
)

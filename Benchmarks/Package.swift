// swift-tools-version: 6.1
import PackageDescription

// A package of its own, built for release: nobody who uses or tests the product pays for it.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "qoshat", path: "..")],
  targets: [
    .executableTarget(
      name: "BenchGrammar", dependencies: [.product(name: "Language", package: "qoshat")]),
    .executableTarget(
      name: "BenchRegister",
      dependencies: [
        .product(name: "Letters", package: "qoshat"),
        .product(name: "Register", package: "qoshat"),
      ]),
    .executableTarget(name: "BenchExport"),
    .executableTarget(
      name: "BenchRender",
      dependencies: [
        .product(name: "DocxTemplate", package: "qoshat"),
        .product(name: "Jinja", package: "qoshat"),
        .product(name: "JSON", package: "qoshat"),
        .product(name: "OfficePackage", package: "qoshat"),
        .product(name: "WordprocessingML", package: "qoshat"),
      ]),
    .executableTarget(
      name: "BenchParity",
      dependencies: [
        .product(name: "Files", package: "qoshat"),
        .product(name: "Letters", package: "qoshat"),
        .product(name: "Spelling", package: "qoshat"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

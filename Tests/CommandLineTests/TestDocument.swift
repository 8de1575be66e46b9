import Foundation

/// The smallest Word document around a body, as an archive without compression.
enum TestDocument {
  static func archive(body: String) -> Data {
    let main =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)<w:sectPr/></w:body></w:document>"
    let types =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
    let relationships =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    return zip([
      ("[Content_Types].xml", types), ("_rels/.rels", relationships), ("word/document.xml", main),
    ])
  }

  private static func zip(_ entries: [(name: String, text: String)]) -> Data {
    var data = Data()
    var directory = Data()
    for (name, text) in entries {
      let bytes = Data(text.utf8)
      let common =
        le16(20) + le16(0x0800) + le16(0) + le16(0) + le16(0x21) + le32(checksum(bytes))
        + le32(UInt32(bytes.count)) + le32(UInt32(bytes.count)) + le16(UInt16(name.utf8.count))
        + le16(0)
      directory += le32(0x0201_4B50) + le16(20) + common + le16(0) + le16(0) + le16(0) + le32(0)
      directory += le32(UInt32(data.count)) + Data(name.utf8)
      data += le32(0x0403_4B50) + common + Data(name.utf8) + bytes
    }
    let start = UInt32(data.count)
    let count = UInt16(entries.count)
    return data + directory + le32(0x0605_4B50) + le16(0) + le16(0) + le16(count) + le16(count)
      + le32(UInt32(directory.count)) + le32(start) + le16(0)
  }

  private static func le16(_ value: UInt16) -> Data {
    withUnsafeBytes(of: value.littleEndian) { Data($0) }
  }

  private static func le32(_ value: UInt32) -> Data {
    withUnsafeBytes(of: value.littleEndian) { Data($0) }
  }

  private static func checksum(_ bytes: Data) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

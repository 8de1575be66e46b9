import Files
import Hummingbird
import NIOCore

extension WebResponse {
  /// Never more of a file than this is in memory.
  private static let piece = 256 << 10

  /// As it goes over the network.
  var sent: Response {
    var headers = headers
    SecurityHeaders.add(to: &headers)
    switch body {
    case .bytes(let bytes):
      return Response(
        status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    case .file(let path, let isTemporary):
      let length = FileSystem.size(of: path) ?? 0
      let body = ResponseBody(contentLength: length) { writer in
        defer { if isTemporary { FileSystem.remove(path) } }
        let file = try FilePieces(of: path)
        var offset = 0
        while offset < length {
          let count = min(Self.piece, length - offset)
          try await writer.write(ByteBuffer(bytes: file.bytes(at: offset, count: count)))
          offset += count
        }
        try await writer.finish(nil)
      }
      return Response(status: status, headers: headers, body: body)
    }
  }
}

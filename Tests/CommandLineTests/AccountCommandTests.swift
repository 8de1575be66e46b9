import Foundation
import Testing

/// `qoshat account` as the one who sets the program up meets it.
@Suite struct AccountCommandTests {
  private let folder = Program.folder()
  private var register: String { folder + "/register.sqlite" }

  init() throws {
    #expect(try Program.run(["register", "init", "--register", register]).status == 0)
  }

  private func run(
    _ arguments: [String], password: String? = nil, messages: String = "en"
  ) throws -> Program.Run {
    let arguments = ["account"] + arguments + ["--register", register]
    guard let password else { return try Program.run(arguments, messages: messages) }
    let script = "password=$1; shift; exec 0<<END\n$password\nEND\nexec \"$0\" \"$@\""
    return try Program.run(
      ["-c", script, Program.executable.path, password] + arguments, messages: messages,
      program: URL(fileURLWithPath: "/bin/sh"))
  }

  @Test("the first administrator cannot be made, or his link leads nowhere")
  func firstAdministrator() throws {
    let added = try run([
      "add", "admin", "--name", "А. Әкімші", "--role", "administrator", "--base-url",
      "https://letters.example/",
    ])
    #expect(added.status == 0, "\(added.errors)")
    let link = /https:\/\/letters\.example\/invitation\/[0-9a-f]{64}\n/
    #expect(added.output.wholeMatch(of: link) != nil, "\(added.output)")
    let plain = try run(["add", "author", "--name", "С. Ахметова", "--language", "ru"])
    #expect(plain.output.wholeMatch(of: /\/invitation\/[0-9a-f]{64}\n/) != nil)
    let list = try run(["list"], messages: "kk").output.split(separator: "\n").map(String.init)
    #expect(list.count == 4)
    #expect(list[2].contains("А. Әкімші") && list[2].contains("әкімші"))
    #expect(list[2].hasSuffix("шақырылған") && list[3].contains("орындаушы"))
    let csv = try run(["list", "--output", "csv"]).output
    #expect(csv.contains("author;С. Ахметова;author;ru;invited"))
    #expect(try run(["list", "--output", "json"]).output.contains("\"role\": \"administrator\""))
  }

  #if Web
    @Test(
      "letters can be read over the network by anybody, for the server was started so by mistake")
    func serving() throws {
      for arguments in [
        ["--host", "0.0.0.0"], ["--behind-proxy"], ["--host", "::", "--behind-proxy"],
      ] {
        let run = try Program.run(["serve", "--port", "0", "--register", register] + arguments)
        #expect(run.status == 2 && run.output.isEmpty, "\(arguments)")
        #expect(
          run.errors.contains(arguments == ["--host", "0.0.0.0"] ? "--behind-proxy" : "account"))
      }
    }
  #endif

  @Test("a password can be read from the list of processes, or a weak one be set")
  func passwords() throws {
    let weak = try run(["add", "admin", "--name", "А", "--password-stdin"], password: "admin")
    #expect(weak.status == 1)
    #expect(weak.errors.contains("R138") && weak.errors.contains("12"))
    #expect(try run(["list", "--output", "json"]).output == "[]\n")
    let none = try run(["add", "admin", "--name", "А", "--password-stdin"])
    #expect(none.status == 2)
    let added = try run(
      ["add", "admin", "--name", "А", "--role", "administrator", "--password-stdin"],
      password: "дала қайың тоғыз")
    #expect(added.status == 0 && added.output == "admin\n", "\(added.errors)")
    #expect(try run(["list"]).output.contains("active"))
    let again = try run(["reset", "ADMIN", "--password-stdin"], password: "дала қайың сегіз")
    #expect(again.output == "admin\n")
    let link = try run(["reset", "admin"])
    #expect(link.output.hasPrefix("/invitation/"))
    let invited = try run(["invite", "admin"])
    #expect(invited.status == 2 && invited.errors.contains("reset"))
  }

  @Test("somebody who has left can still sign in, or nobody is left who keeps accounts")
  func changes() throws {
    let password = "дала қайың тоғыз"
    #expect(
      try run(
        ["add", "admin", "--name", "А", "--role", "administrator", "--password-stdin"],
        password: password
      ).status == 0)
    #expect(try run(["add", "author", "--name", "Б"]).status == 0)
    #expect(try run(["add", "Author", "--name", "Б"]).status == 1)
    #expect(try run(["add", "қайың", "--name", "Б"]).status == 1)
    #expect(
      try run(["role", "author", "approver"], messages: "ru").output == "author: утверждающий\n")
    #expect(try run(["role", "author", "chief"]).status == 2)
    #expect(try run(["disable", "author"]).output == "author\n")
    #expect(try run(["list", "--output", "csv"]).output.contains("author;Б;approver;kk;disabled"))
    #expect(try run(["invite", "author"]).status == 1)
    #expect(try run(["enable", "author"]).status == 0)
    #expect(try run(["invite", "author"]).status == 0)
    for arguments in [["disable", "admin"], ["role", "admin", "author"]] {
      let refused = try run(arguments, messages: "kk")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("әкімші"), "\(refused.errors)")
    }
    let unknown = try run(["disable", "nobody"])
    #expect(unknown.status == 1 && unknown.errors.contains("nobody"))
  }
}

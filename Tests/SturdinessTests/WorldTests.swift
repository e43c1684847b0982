import Foundation
import TestKit
import Testing

@Suite("When the world does not go along")
struct WorldTests {
  static let households = (Township.householdsHeader + "H1,out-of-poverty,3,5000,1,0,0\n").utf8
  static let claims =
    (Township.claimsHeader + "c1,H1,illness,2018-03-05,18000,,\nc2,H1,illness,2018-03-06,x,,\n").utf8

  @Test(
    "an input that cannot be read is told in a sentence, and nothing is written",
    arguments: ["/nothing/there", "/", "/dev/null", "/proc/self/mem"],
    ["--claims", "--households", "--earlier"])
  func input(path: String, option: String) throws {
    try withTownship(claims: Self.claims, households: Self.households) { town in
      var words = ["adjudicate", "--quiet", "--out", town.path(of: "out"), "--lang", "en"]
      for (name, file) in [("--claims", "claims"), ("--households", "households")] {
        words += [name, name == option ? path : town.path(of: file)]
      }
      if option == "--earlier" { words += [option, path] }
      let outcome = try town.program.run(words)
      #expect(outcome.exitCode == 1 && !outcome.talk.isEmpty && outcome.output.isEmpty)
      #expect(try town.names == ["claims", "households"])
    }
  }

  @Test(
    "an output that cannot be written is told in a sentence, and no other file changes",
    arguments: ["/dev/full", "/", "/nothing/there"], ["--out", "--payouts", "--rejects"])
  func output(path: String, option: String) throws {
    try withTownship(claims: Self.claims, households: Self.households) { town in
      let own = ["--out": "out", "--payouts": "payouts", "--rejects": "rejects"]
      for name in own.values { try town.write("as it was".utf8, name) }
      let words = own.sorted { $0.key < $1.key }.flatMap {
        [$0.key, $0.key == option ? path : town.path(of: $0.value)]
      }
      let outcome = try town.adjudicate(words + ["--lang", "en"])
      #expect(outcome.exitCode == 1 && outcome.talk.contains(path), "\(outcome.talk)")
      #expect(try town.names == ["claims", "households", "out", "payouts", "rejects"])
      for name in own.values { #expect(try town.text(name) == "as it was") }
    }
  }

  @Test("standard output that is full or closed is told; a reader that has gone is not")
  func standardOutput() throws {
    try withTownship(claims: Self.claims, households: Self.households) { town in
      let run = "timeout 60 \"$FANGPIN\" adjudicate --claims claims --households households --quiet --lang en"
      let full = try town.shell("\(run) >/dev/full")
      #expect(full.exitCode == 1 && !full.talk.isEmpty)
      let closed = try town.shell("\(run) >&-")
      #expect(closed.exitCode == 1 && !closed.talk.isEmpty)
      let gone = try town.shell("\(run) 2>errors | true; test \"${PIPESTATUS[0]}\" -le 3")
      #expect(gone.exitCode == 0)
    }
  }

  @Test("a reader that takes one line ends a long run soon, without a word")
  func head() throws {
    let rows = (0..<60_000).map { "c\(100_000 + $0),H1,illness,2018-03-05,18000,,\n" }.joined()
    try withTownship(claims: (Township.claimsHeader + rows).utf8, households: Self.households) { town in
      let outcome = try town.shell(
        "timeout 60 \"$FANGPIN\" adjudicate --claims claims --households households --quiet 2>errors | head -n 1;"
          + " echo ${PIPESTATUS[0]} >code")
      #expect(outcome.text == "claim_id,outcome,reason,payout\n")
      #expect(try ["0\n", "1\n"].contains(town.text("code")))
      #expect(try town.text("errors") == "")
    }
  }

  @Test("standard input is read once: two inputs from it are refused")
  func standardInput() throws {
    try withTownship(claims: Self.claims, households: Self.households) { town in
      let twice = try town.program.run(["adjudicate", "--claims", "-", "--households", "-", "--lang", "en"])
      #expect(twice.exitCode == 2 && twice.talk.contains("standard input"))
      let once = try town.program.run(
        ["adjudicate", "--claims", "-", "--households", town.path(of: "households"), "--quiet"],
        input: Data(Self.claims))
      #expect(once.exitCode == 3)
      #expect(once.text.contains("c1,approved,covered,7800.00\n"))
      let piped = try town.shell(
        "cat households | timeout 60 \"$FANGPIN\" adjudicate --claims claims --households - --quiet 2>/dev/null"
      )
      #expect(piped.exitCode == 3 && piped.output == once.output)
    }
  }

  @Test("an output that would replace an input is refused, however it is spelt")
  func clash() throws {
    try withTownship(claims: Self.claims, households: Self.households) { town in
      for line in [
        "--out claims", "--out ./claims", "--out $FOLDER/claims", "--payouts ./households", "--rejects link",
        "--out out --payouts ./out", "--out link2 --payouts claims", "--out x --claims x.rejects.csv",
      ] {
        let outcome = try town.shell(
          "ln -sf claims link; ln -sf claims link2;"
            + " \"$FANGPIN\" adjudicate --claims claims --households households --quiet --lang en \(line)")
        #expect(outcome.exitCode == 2, "\(line): \(outcome.exitCode) \(outcome.talk)")
        #expect(try town.text("claims").utf8.elementsEqual(Self.claims), "\(line)")
        #expect(try town.names == ["claims", "households", "link", "link2"], "\(line)")
      }
    }
  }

  @Test(
    "an interrupt in the middle leaves no output and no draft, and ends soon",
    arguments: ["INT", "TERM", "HUP"])
  func interrupt(signal: String) throws {
    try withTownship(claims: Self.claims, households: Self.households) { town in
      let outcome = try town.shell(
        """
        mkfifo pipe
        (cat claims; while sleep 0.01; do seq -f 'd%.0f,H1,illness,2018-03-05,1,,' 1000000 1002000; done) >pipe 2>/dev/null &
        feeder=$!
        timeout -k 5 60 "$FANGPIN" adjudicate --claims pipe --households households --out out --payouts payouts \
          --quiet --lang en 2>errors &
        run=$!
        sleep 0.8
        ls -A | grep -q partial && echo began
        kill -\(signal) $(pgrep -P $run)
        wait $run
        echo $?
        kill $feeder
        wait 2>/dev/null
        ls -A
        """)
      let lines = outcome.text.split(separator: "\n")
      #expect(lines == ["began", "1", "claims", "errors", "households", "pipe"], "\(lines) \(outcome.talk)")
      #expect(try town.text("errors").contains("stopped as asked"))
    }
  }
}

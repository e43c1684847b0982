/// Rows that cannot be read, for whoever wants to see rejects: beside the rows asked for, never among them.
enum MalformedRows {
  /// What stands after the household's id.
  static let households: [StaticString] = [
    ",out-of-povety,3,9000.00,1,0,0,,", ",low-income,0,9000.00,1,0,0,,", ",low-income,3,9O00.00,1,0,0,,",
    ",low-income,3,9000.00,one,0,0,,", ",low-income,3,9000.00,1,0,0,,,x",
  ]

  /// What stands after the claim's id, which is used for nothing else.
  static let claims: [StaticString] = [
    ",H00000001,illness,2018-02-30,9000.00,,,", ",H00000001,illness,2018-01-09,0.00,,,",
    ",H00000001,illness,2018-01-09,-250.00,,,", ",H00000001,illness,2018-01-09,1.2e4,,,",
    ",H00000001,illness,2018-01-09,100000000.01,,,", ",H00000001,illness,2018-01-09,,,,",
    ",,illness,2018-01-09,9000.00,,,", ",H00000001,ilness,2018-01-09,9000.00,,,",
    ",H00000001,illness,2018-01-09,9000.00,,inpatient,maybe", ",H00000001,illness,2018-01-09,12,50,,,,x",
    ",H00000001,illness,2018-01-09,9000.00,\"ward\" 3,,", ",H00000001,illness",
  ]

  /// The malformed row that stands after a row of a file: each kind once, evenly spread; `nil` after most rows.
  ///
  /// A file of fewer rows than there are kinds has only some.
  static func fault(after row: Int, of rows: Int, among kinds: [StaticString]) -> StaticString? {
    let stride = max(1, rows / kinds.count)
    return row % stride == 0 && row / stride < kinds.count ? kinds[row / stride] : nil
  }
}

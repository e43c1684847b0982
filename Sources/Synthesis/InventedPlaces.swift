/// Townships and villages of a county that does not exist.
///
/// The names are made of toys, instruments and weather, and are nobody's: a place of the same name is chance.
struct InventedPlaces {
  private static let townships = [
    "纸鸢镇", "星槎镇", "萤囊镇", "霜笛镇", "月梭镇", "虹榫镇", "砚冰乡", "鹤签乡", "琴砂乡", "棋雨乡", "苔钟乡", "露篆乡",
  ]
  private static let villageBeginnings = [
    "纸船", "木马", "铜铃", "陶哨", "竹蜓", "草龙", "糖人", "泥猴", "皮影", "风车", "花灯", "灯谜", "窗花", "陀螺", "空竹",
  ]
  private static let villageEndings = ["湾", "坡", "畈", "墩", "圩", "屯"]

  /// How many townships there are, whatever the county's size.
  static let townshipCount = townships.count

  private let households: Int
  private let villagesEach: Int
  /// `township,village` of every village, in the register's order.
  private let cells: [[UInt8]]

  /// The places of a county of `households`: some 250 in a village, 2 to 30 villages in a township.
  init(households: Int) {
    self.households = households
    let villagesEach = min(30, max(2, households / InventedPlaces.townshipCount / 250))
    self.villagesEach = villagesEach
    cells = InventedPlaces.townships.enumerated().flatMap { number, township in
      (0..<villagesEach).map { village in
        let name = number * villagesEach + village
        let beginnings = InventedPlaces.villageBeginnings
        let endings = InventedPlaces.villageEndings
        let beginning = beginnings[name % beginnings.count]
        let ending = endings[(name / beginnings.count + number) % endings.count]
        return Array("\(township),\(beginning)\(ending)村".utf8)
      }
    }
  }

  /// The cells `township,village` of a household: the register is in the order of the places.
  func cells(ofHousehold number: Int) -> [UInt8] { cells[number * cells.count / households] }

  /// The households of a township; may be empty in a county of a few households.
  func households(ofTownship township: Int) -> Range<Int> {
    let first = InventedPlaces.townshipCount
    let start = (township * households + first - 1) / first
    return start..<((township + 1) * households + first - 1) / first
  }
}

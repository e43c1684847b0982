/// The words of a slip, which belong to its form: who changes them gives the form another number.
enum Golden {
  static let chinese = """
    防贫案件存证单

    案件 1，户 H2：因病，2018-03-05 发生，家庭自付 22,000.00 元
    截至 2018-12-28（台账第 58 条）：已到账

    经过
      2018-03-05  申报：因病，2018-03-05 发生，总费用 22,000.00 元，自付 22,000.00 元（第 48 条，村两委 clerk）
      2018-03-06  住房：0（第 49 条，职能部门 department）
      2018-03-06  经营主体：0（第 50 条，职能部门 department）
      2018-03-06  车辆：0（第 51 条，职能部门 department）
      2018-03-07  保险公司已入户（第 52 条，保险公司 insurer）
      2018-03-08  村级评议：支持（第 53 条，村两委 village）
      2018-03-09  张榜公示，到 2018-03-16 满期（第 54 条，村两委 village）
      2018-03-16  乡镇确认（第 55 条，乡镇 township）
      2018-03-19  赔付：予以赔付，赔付 10,200.00 元，累计额 22,000.00 元（第 56 条，县防贫办 county）
      2018-03-20  付款 1，批次 1：10,200.00 元（第 57 条，保险公司 cashier）
      2018-03-22  付款 1 已到账：10,200.00 元（第 58 条，保险公司 cashier）

    决定
      2018-03-19  赔付：予以赔付（第 56 条）
      本年度累计额 22,000.00 元，累计应赔 10,200.00 元，此前已赔 0.00 元，本案赔付 10,200.00 元
      当时所知：非高标准脱贫户，人口 4，年收入 12,000.00 元，住房 0，经营主体 0，车辆 0（第 19、49、50、51 条）

    赔款
      应付 10,200.00 元，已到账 10,200.00 元

    存证码
      CODE
      由 cashier 于 2018-12-28T12:26:40Z 签名，密钥指纹 KEY
      请与村公示栏的存证码核对：同是 58 条，每个字都应相同
      第 58 条以后的事不在此单上

    请人核对
      fangpin audit check-slip 本文件 --head "CODE"
      不用案卷簿，不用联网。最后一行是凭证，须与以上文字一起保存，一字不改

    此单没有的
      别家的任何信息；异议及其处理（保护提出的人）；姓名、身份证号、账号（只有加盐的摘要）
      是否另有未列出的步骤：此单只证明所列各条确在台账中，其余请问县防贫办

    """

  static let english = """
    Poverty-prevention insurance: proof of a case

    Case 1, household H2: illness of 2018-03-05, 22,000.00 yuan left to the household
    As of 2018-12-28 (entry 58 of the journal): paid

    What happened
      2018-03-05  declared: illness of 2018-03-05, total cost 22,000.00, 22,000.00 left to the household (entry 48, clerk for the village)
      2018-03-06  dwellings: 0 (entry 49, department for the department)
      2018-03-06  business entities: 0 (entry 50, department for the department)
      2018-03-06  vehicles: 0 (entry 51, department for the department)
      2018-03-07  the insurer has visited the home (entry 52, insurer for the insurer)
      2018-03-08  the village supports the case (entry 53, village for the village)
      2018-03-09  the public notice hangs until 2018-03-16 (entry 54, village for the village)
      2018-03-16  the township confirms the case (entry 55, township for the township)
      2018-03-19  approved: covered, 10,200.00 to be paid, accumulator 22,000.00 (entry 56, county for the county office)
      2018-03-20  payment 1 in settlement 1: 10,200.00 (entry 57, cashier for the insurer)
      2018-03-22  payment 1 is in the account: 10,200.00 (entry 58, cashier for the insurer)

    The decision
      2018-03-19  approved: covered (entry 56)
      accumulator of the year 22,000.00, benefit on it 10,200.00, paid before 0.00, paid for this case 10,200.00
      known then: out of poverty, not to a high standard, 4 members, annual income 12,000.00, dwellings 0, business entities 0, vehicles 0 (entries 19, 49, 50, 51)

    The money
      to be paid 10,200.00 yuan, in the account 10,200.00 yuan

    The head
      CODE
      signed by cashier at 2018-12-28T12:26:40Z, fingerprint of the key KEY
      compare it with the head on the village notice: of 58 entries, every character should be the same
      what came after entry 58 is not in this slip

    How to have it checked
      fangpin audit check-slip THIS-FILE --head "CODE"
      without the casebook and without a network. The last line is the proof: keep it with these words, unchanged

    What is not in it
      anything of other families; objections and what became of them (to protect who objected); names, resident IDs and accounts (only salted digests)
      whether there are further steps: it shows that those listed stand in the journal; for others ask the county's office

    """
}

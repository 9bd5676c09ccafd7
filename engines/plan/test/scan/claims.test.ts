import { describe, expect, test } from 'vitest'
import {
  findBarePercentages,
  findPersonalData,
  findPlaceholders,
  findSuperlatives,
  findUnquantifiedClaims,
} from '../../src/scan/index.ts'

describe('[P14.18] claims without numbers', () => {
  test.each([
    ['会员复购显著提升', ['figure', 'period', 'comparison']],
    ['销售额稳步增长', ['figure', 'period', 'comparison']],
    ['转化率高于行业', ['figure', 'period']],
    ['直播效果明显', ['figure', 'period', 'comparison']],
    ['2026 年客单价大幅提升', ['figure', 'comparison']],
    ['客单价較去年大幅提升', ['figure']],
    ['退款率明显下降 2 个百分点', ['period', 'comparison']],
    ['流量持续增长，粉丝不断增加', ['figure', 'period', 'comparison']],
    ['Sales showed significant growth', ['figure', 'period', 'comparison']],
    ['Conversion is above the industry', ['figure', 'period']],
  ])('%s lacks %j', (text, lacks) => {
    expect(findUnquantifiedClaims(text).map((c) => c.lacks)).toEqual([lacks])
  })
  test.each([
    '2026 年会员复购率同比提升 5.2 个百分点，显著提升',
    '支付转化率较去年从 4% 提升到 5%，明显改善',
    '2026 年转化率 4.8%，高于行业平均 4.1%',
    'Paid sales rose steadily: +12 % than last year, 3,400 orders',
    '在首页显著位置展示活动规则',
    '包装上印有明显标识',
    '大幅海报两张',
    '持续运营私域社群',
    '稳定供货',
    '优化详情页首屏',
  ])('quantified or no claim: %s', (text) => {
    expect(findUnquantifiedClaims(text)).toEqual([])
  })
  test('each sentence is judged by itself and quoted as written', () => {
    const text = '全年成交额同比增长30%，较去年显著提升。粉丝稳步增长！'
    expect(findUnquantifiedClaims(text).map((c) => [c.quote, text.slice(c.start, c.start + c.quote.length)])).toEqual([
      ['粉丝稳步增长', '粉丝稳步增长'],
    ])
  })
})

describe('[P2.23] placeholders', () => {
  test.each([
    ['新增注册 X 人', ['X']],
    ['月活达到XX万', ['XX']],
    ['曝光提升x%', ['x']],
    ['目标：X', ['X']],
    ['X', ['X']],
    ['ＸＸ', ['ＸＸ']],
    ['负责人待定', ['待定']],
    ['预算 TBD', ['TBD']],
    ['数量 ___ 件', ['___']],
    ['？？', ['？？']],
    ['？', ['？']],
    ['主题【 】', ['【 】']],
    ['待补充', ['待补充']],
    ['XXX品牌联名', ['XXX']],
  ])('%s has %j', (text, quotes) => {
    expect(findPlaceholders(text).map((p) => p.quote)).toEqual(quotes)
  })
  test.each([
    'iPhone X 手机壳',
    'XXL 尺码补货',
    '2XL 与 XS 尺码',
    'UV×CVR×AOV',
    '规格 10x20cm',
    'X光机类目',
    'XX染色体科普',
    '期待定制礼盒',
    '等待定金支付',
    '待定位的人群？',
    'Model X-1 上新',
    'SpaceX 联名',
    '函数 f(x) 打折',
    '是否报名？',
    '',
  ])('none in: %s', (text) => {
    expect(findPlaceholders(text)).toEqual([])
  })
})

describe('[X05] percentages without a base', () => {
  test.each(['推广成本10-15%', '完成80%', '短视频40%，达人占销售额 15%'])('%s', (text) => {
    expect(findBarePercentages(text)).toHaveLength(1)
  })
  test.each([
    '推广费占销售额10-15%',
    '转化率5%',
    '同比增长30%',
    '满300打9折',
    '完成全年目标的80%较去年',
    '',
    '全场50% off',
  ])('a base is given: %s', (text) => {
    expect(findBarePercentages(text)).toEqual([])
  })
})

test('[P13.08] superlatives are found, comparisons of own goods are not', () => {
  expect(findSuperlatives('全网最低價，頂級面料').map((s) => s.quote)).toEqual(['全网最低價', '頂級'])
  expect(findSuperlatives('最近三个月的最大库存')).toEqual([])
})

test('[P13.09] personal data is found and shown masked', () => {
  expect(findPersonalData('联系人 138 1234 5678，li.lei@example.com')).toMatchObject([
    { kind: 'phone', masked: '138***78' },
    { kind: 'email', masked: 'li.***om' },
  ])
  expect(findPersonalData('订单号 1381234567812345678')).toEqual([])
})

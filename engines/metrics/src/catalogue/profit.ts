import { measure, ratioOf, total } from '../expression.ts'
import { metricsOf } from '../metric.ts'

const VARIABLE_COSTS = ['refunded', 'cost', 'commission', 'freight', 'transactionFees']
const beforeAds = total(['paid'], VARIABLE_COSTS)
const afterAds = total(['paid'], [...VARIABLE_COSTS, 'spend'])

const cost = { unit: 'money', kind: 'additive', higherIsBetter: false } as const

export const PROFIT_METRICS = metricsOf('profit', { end: 'conversion', owner: 'finance', permission: 'profit:read' }, [
  {
    id: 'cost',
    nameZh: '商品成本',
    nameEn: 'Cost of goods',
    ...cost,
    expression: measure('cost'),
    definitionZh: '统计期内支付商品的成本：订单行自带成本，否则商品资料中的单位成本 × 件数；任一行未知则为空。',
    definitionEn:
      "Cost of the goods paid for in the period: the line's own, else the product's unit cost × quantity; unknown as soon as one line's is.",
  },
  {
    id: 'commission',
    nameZh: '佣金',
    nameEn: 'Commission',
    ...cost,
    expression: measure('commission'),
    definitionZh: '平台与达人佣金；任一行未知则为空。',
    definitionEn: "Platform and creator commission; unknown as soon as one line's is.",
  },
  {
    id: 'freight',
    nameZh: '运费支出',
    nameEn: 'Freight',
    ...cost,
    expression: measure('freight'),
    definitionZh: '店铺承担的运费；任一行未知则为空。',
    definitionEn: "Freight the shop paid; unknown as soon as one line's is.",
  },
  {
    id: 'transactionFees',
    nameZh: '交易手续费',
    nameEn: 'Transaction fees',
    ...cost,
    expression: measure('transactionFees'),
    definitionZh: '支付等手续费；任一行未知则为空。',
    definitionEn: "Payment and other fees; unknown as soon as one line's are.",
  },
  {
    id: 'grossProfit',
    nameZh: '毛利',
    nameEn: 'Gross profit',
    unit: 'money',
    kind: 'additive',
    higherIsBetter: true,
    expression: total(['paid'], ['refunded', 'cost']),
    definitionZh: '支付金额 − 退款金额 − 商品成本。退回商品的成本不冲回。',
    definitionEn: 'Paid − refunded − cost of goods. The cost of returned goods is not put back.',
  },
  {
    id: 'grossMargin',
    nameZh: '毛利率',
    nameEn: 'Gross margin',
    unit: 'ratio',
    kind: 'ratio',
    higherIsBetter: true,
    expression: ratioOf(total(['paid'], ['refunded', 'cost']), total(['paid'], ['refunded'])),
    definitionZh: '毛利 ÷ 净支付金额。',
    definitionEn: 'Gross profit ÷ net paid.',
  },
  {
    id: 'profit',
    nameZh: '贡献利润',
    nameEn: 'Contribution profit',
    unit: 'money',
    kind: 'additive',
    higherIsBetter: true,
    expression: afterAds,
    definitionZh:
      '支付金额（优惠已扣）− 退款 − 商品成本 − 佣金 − 运费 − 手续费 − 推广花费。任一项未知则为空，不作推测。',
    definitionEn:
      'Paid (after discounts) − refunds − cost of goods − commission − freight − fees − ad spend. Unknown as soon as one part is; nothing is guessed.',
  },
  {
    id: 'profitMargin',
    nameZh: '贡献利润率',
    nameEn: 'Contribution margin',
    unit: 'ratio',
    kind: 'ratio',
    higherIsBetter: true,
    expression: ratioOf(afterAds, total(['paid'], ['refunded'])),
    definitionZh: '贡献利润 ÷ 净支付金额。',
    definitionEn: 'Contribution profit ÷ net paid.',
  },
  {
    id: 'breakEvenRoi',
    nameZh: '保本投产比',
    nameEn: 'Break-even ROI',
    unit: 'multiple',
    kind: 'ratio',
    higherIsBetter: false,
    expression: ratioOf('paid', beforeAds),
    definitionZh: '支付金额 ÷ 扣推广花费之前的贡献利润：推广投产比高于它才不亏。',
    definitionEn: 'Paid ÷ contribution before ad spend: ads earn money above this ROI.',
  },
  {
    id: 'costCoverage',
    nameZh: '成本覆盖率',
    nameEn: 'Cost coverage',
    unit: 'ratio',
    kind: 'ratio',
    higherIsBetter: true,
    expression: ratioOf('costKnownPaid', 'paid'),
    definitionZh: '成本已知的支付金额 ÷ 支付金额；不足 100% 时利润为空。',
    definitionEn: 'Paid on lines whose cost is known ÷ paid; below 100 % profit is unknown.',
  },
])

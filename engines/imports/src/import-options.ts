import type { ImportFormat } from './import-format.ts'
import type { ImportTarget } from './import-target.ts'

/** A thing about a file that only a person can settle. */
export type ImportOptionDeclaration = {
  id: string
  nameZh: string
  nameEn: string
  kind: 'choice' | 'year' | 'day' | 'text'
  choices: { value: string; nameZh: string; nameEn: string }[]
  helpZh: string
  helpEn: string
}

const DATE_ORDER: ImportOptionDeclaration = {
  id: 'dateOrder',
  nameZh: '日期顺序',
  nameEn: 'Order of day and month',
  kind: 'choice',
  choices: [
    { value: 'dmy', nameZh: '日/月/年', nameEn: 'day/month/year' },
    { value: 'mdy', nameZh: '月/日/年', nameEn: 'month/day/year' },
  ],
  helpZh: '用于 05.08.2019 这样的日期；不填则按样例判断，判断不了就拒收该行。',
  helpEn: 'For dates like 05.08.2019. Left empty: told from the samples, and rows are refused where they do not tell.',
}

const YEAR: ImportOptionDeclaration = {
  id: 'year',
  nameZh: '年份',
  nameEn: 'Year',
  kind: 'year',
  choices: [],
  helpZh: '用于没有年份的日期，例如 6-18。',
  helpEn: 'For dates without a year, such as 6-18.',
}

const DAY: ImportOptionDeclaration = {
  id: 'day',
  nameZh: '统计日期',
  nameEn: 'Day of the report',
  kind: 'day',
  choices: [],
  helpZh: '用于没有日期列的单日报表；不填则取文件名里的日期。',
  helpEn: 'For a one-day report without a day column. Left empty: the day in the file name.',
}

const PAID_BASIS: ImportOptionDeclaration = {
  id: 'paidBasis',
  nameZh: '支付金额口径',
  nameEn: 'Paid amount is',
  kind: 'choice',
  choices: [
    { value: 'gross', nameZh: '买家支付，未扣退款', nameEn: 'what the buyer paid' },
    { value: 'net', nameZh: '已扣退款', nameEn: 'net of refunds' },
  ],
  helpZh: '不填则由数据判断：退款订单上 总金额 = 支付 + 退款 即为已扣退款。',
  helpEn: 'Left empty: told by the data. Where total = paid + refund on refunded orders it is net.',
}

const KIND: ImportOptionDeclaration = {
  id: 'kind',
  nameZh: '反馈类型',
  nameEn: 'Kind of feedback',
  kind: 'choice',
  choices: [
    { value: 'review', nameZh: '评价', nameEn: 'review' },
    { value: 'nps', nameZh: 'NPS 问卷', nameEn: 'NPS survey' },
    { value: 'service', nameZh: '客服会话', nameEn: 'service session' },
    { value: 'dsr', nameZh: '店铺评分', nameEn: 'shop rating' },
  ],
  helpZh: '默认为评价。',
  helpEn: 'A review unless said otherwise.',
}

const TOOL: ImportOptionDeclaration = {
  id: 'tool',
  nameZh: '推广工具',
  nameEn: 'Advertising tool',
  kind: 'text',
  choices: [],
  helpZh: '整份报表属于同一工具时填写，例如 直通车。',
  helpEn: 'When the whole report belongs to one tool, e.g. 直通车.',
}

/** The options that a format or a free mapping understands, in the order in which a form asks for them. */
export function importOptionsOf(target: ImportTarget, format: ImportFormat | null): ImportOptionDeclaration[] {
  const has = (kind: string): boolean => target.fields.some((f) => f.kind === kind)
  const options: ImportOptionDeclaration[] = []
  if (target.id === 'orders') options.push(PAID_BASIS)
  if (target.id === 'ads' && !format) options.push(TOOL)
  if (target.id === 'feedback') options.push(KIND)
  if (target.fields.some((f) => f.id === 'day')) options.push(DAY)
  if (has('day') || has('instant')) options.push(DATE_ORDER, YEAR)
  return options
}

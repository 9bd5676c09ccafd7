import type { PlaybookChange, RunPreview, RunState } from '@zhanggui/contract'
import { exactMoney } from '../../../format/money.ts'
import { instant } from '../../../format/period.ts'
import { percent } from '../../../format/ratio.ts'
import { type Language, type Text, useLanguage } from '../../../locale/strings.ts'
import { kindOf } from './field-kind.ts'

export const RUN_STATES: Record<RunState, Text> = {
  shadow: { zh: '试运行', en: 'Shadow' },
  held: { zh: '未执行', en: 'Held' },
  waiting: { zh: '待确认', en: 'Waiting' },
  applied: { zh: '已执行', en: 'Done' },
  refused: { zh: '已拒绝', en: 'Refused' },
  expired: { zh: '超时未确认', en: 'Not answered' },
  failed: { zh: '失败', en: 'Failed' },
  undone: { zh: '已撤销', en: 'Undone' },
}

export const DECISIONS: Record<RunPreview['decision'], Text> = {
  run: { zh: '会立即执行', en: 'It would act at once' },
  ask: { zh: '会先请人确认', en: 'It would ask first' },
  shadow: { zh: '会记录下来（试运行）', en: 'It would write it down (shadow)' },
  hold: { zh: '现在不会执行', en: 'It would not act now' },
}

const SUBJECTS: Record<string, Text> = {
  slot: { zh: '展示位', en: 'Slot' },
  exposure: { zh: '会场曝光', en: 'Exposure' },
  channel: { zh: '推广渠道', en: 'Channel' },
  fission: { zh: '裂变红包', en: 'Fission packet' },
  carrier: { zh: '物流商', en: 'Carrier' },
  payment: { zh: '支付渠道', en: 'Payment partner' },
  site: { zh: '机房', en: 'Site' },
  price: { zh: '价格', en: 'Price' },
  reserve: { zh: '机动预算', en: 'Reserve' },
  promotion: { zh: '优惠', en: 'Promotion' },
}

const FIELDS: Record<string, Text> = {
  item: { zh: '商品', en: 'item' },
  stock: { zh: '库存', en: 'stock' },
  substitutes: { zh: '可替换', en: 'substitutes' },
  weight: { zh: '曝光权重', en: 'weight' },
  base: { zh: '原权重', en: 'base' },
  pace: { zh: '进度', en: 'pace' },
  cents: { zh: '价格', en: 'price' },
  listCents: { zh: '原价', en: 'list price' },
  floorCents: { zh: '底价', en: 'floor' },
  rivalCents: { zh: '竞品价', en: 'rival' },
  step: { zh: '已降步数', en: 'steps taken' },
  steppedAt: { zh: '上次降价', en: 'last step' },
  slow: { zh: '滞销', en: 'slow' },
  rigid: { zh: '不降价', en: 'rigid' },
  state: { zh: '状态', en: 'state' },
  bidCents: { zh: '出价', en: 'bid' },
  leastBidCents: { zh: '出价下限', en: 'least bid' },
  mostBidCents: { zh: '出价上限', en: 'most bid' },
  marginalRoi: { zh: '边际回报', en: 'marginal return' },
  roi: { zh: '回报', en: 'return' },
  reserveCents: { zh: '总额', en: 'reserve' },
  releasedCents: { zh: '已释放', en: 'released' },
  coefficient: { zh: '系数', en: 'coefficient' },
  costCents: { zh: '每次成本', en: 'cost each' },
  budgetLeftCents: { zh: '剩余预算', en: 'budget left' },
  active: { zh: '生效', en: 'active' },
  health: { zh: '健康度', en: 'health' },
}

/** What a field is called where a type of lever has its own word for it. */
const OWN_NAMES: Record<string, Text> = {
  'fission/costCents': { zh: '新客成本', en: 'cost of a new buyer' },
}

const STATES: Record<string, Text> = {
  on: { zh: '使用中', en: 'on' },
  paused: { zh: '已暂停', en: 'paused' },
  backup: { zh: '备用', en: 'backup' },
  failed: { zh: '已停用', en: 'failed' },
}
const YES: Text = { zh: '是', en: 'yes' }
const NO: Text = { zh: '否', en: 'no' }
const MINUTE_MS = 60_000

export const stateNames = (language: Language): { value: string; label: string }[] =>
  Object.entries(STATES).map(([value, name]) => ({ value, label: name[language] }))

/** What a field of a subject is, as people read it: yuan, percent, yes and no. */
export function valueText(field: string, value: PlaybookChange['after'], language: Language): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return (value ? YES : NO)[language]
  if (typeof value === 'string') return STATES[value]?.[language] ?? value
  switch (kindOf(field, value)) {
    case 'money':
      return exactMoney(value, { currency: 'CNY', language })
    case 'percent':
      return percent(value / 10_000)
    case 'share':
      return percent(value)
    case 'moment':
      return instant(new Date(value * MINUTE_MS).toISOString(), language)
    default:
      return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
  }
}

export const subjectName = (type: string, language: Language): string => SUBJECTS[type]?.[language] ?? type
export const fieldName = (field: string, language: Language, type = ''): string =>
  (OWN_NAMES[`${type}/${field}`] ?? FIELDS[field])?.[language] ?? field

/** Words that come in both languages, in the reader's. */
export function useWords(): (text: Text) => string {
  const language = useLanguage()
  return (text) => text[language]
}

import { importFormat } from '../import-format.ts'
import { EVENTS_TARGET } from '../targets/events.ts'
import { purchasesAsOrders } from './purchases-as-orders.ts'

/** Codes of the action column differ between the published sets. */
export const TMALL_BRAND_BEHAVIOUR = importFormat({
  id: 'tmall_brand_behavior_2014',
  nameZh: '天猫品牌行为（2014）',
  nameEn: 'Tmall brand behaviour (2014)',
  system: 'public data',
  target: EVENTS_TARGET,
  signature: ['user_id', 'brand_id', 'type', 'visit_datetime'],
  fields: { visitor: ['user_id'], brand: ['brand_id'], type: ['type'], at: ['visit_datetime'] },
  kinds: { type: 'brandAction', brand: 'identifier' },
  options: { year: '2014' },
  also: [purchasesAsOrders],
  noteZh: '日期没有年份，默认 2014，可在选项 year 里改。0 点击 1 购买 2 收藏 3 加购。',
  noteEn: 'Dates have no year: 2014 unless option year says otherwise. 0 click, 1 buy, 2 favourite, 3 cart.',
})

export const IJCAI15_LOG = importFormat({
  id: 'ijcai15_double11_log',
  nameZh: 'IJCAI-15 双11 用户日志',
  nameEn: 'IJCAI-15 Double-11 user log',
  system: 'public data',
  target: EVENTS_TARGET,
  signature: [
    'user_id',
    'item_id',
    'cat_id',
    'merchant_id',
    'brand_id',
    'month',
    'day',
    'action',
    'age_range',
    'gender',
    'province',
  ],
  headless: {
    columns: [
      'user_id',
      'item_id',
      'cat_id',
      'merchant_id',
      'brand_id',
      'month',
      'day',
      'action',
      'age_range',
      'gender',
      'province',
    ],
    cells: [
      /^\d+$/,
      /^\d+$/,
      /^\d+$/,
      /^\d+$/,
      /^\d*$/,
      /^\d{1,2}$/,
      /^\d{1,2}$/,
      /^[0-3]$/,
      /^[0-8]?$/,
      /^[0-2]?$/,
      /\p{Script=Han}/u,
    ],
  },
  fields: {
    visitor: ['user_id'],
    itemId: ['item_id'],
    category: ['cat_id'],
    brand: ['brand_id'],
    month: ['month'],
    dayOfMonth: ['day'],
    type: ['action'],
    province: ['province'],
  },
  extraFields: [
    { id: 'month', nameZh: '月', nameEn: 'Month', kind: 'count', required: true, synonyms: ['month'] },
    { id: 'dayOfMonth', nameZh: '日', nameEn: 'Day of month', kind: 'count', required: true, synonyms: ['day'] },
  ],
  kinds: { type: 'ijcaiAction', category: 'identifier', brand: 'identifier' },
  optional: ['at'],
  columns: {
    at: 'toDateTime64(makeDate(toUInt16({=year}), toUInt8({month}), toUInt8({dayOfMonth})), 3, {timeZone:String})',
    day: 'makeDate(toUInt16({=year}), toUInt8({month}), toUInt8({dayOfMonth}))',
  },
  checks: [
    {
      when: 'toMonth(makeDate(toUInt16({=year}), toUInt8({month}), toUInt8({dayOfMonth}))) != {month}',
      code: 'not_a_day',
      field: 'dayOfMonth',
    },
  ],
  options: { year: '2014' },
  also: [purchasesAsOrders],
  noteZh: '没有表头，按列的样子识别；年份默认 2014。0 点击 1 加购 2 购买 3 收藏。',
  noteEn:
    'No header row: recognised by the looks of its columns; the year is 2014. 0 click, 1 cart, 2 buy, 3 favourite.',
})

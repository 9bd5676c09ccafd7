import { importFormat } from '../import-format.ts'
import { EVENTS_TARGET } from '../targets/events.ts'
import { purchasesAsOrders } from './purchases-as-orders.ts'

export const TAOBAO_USERBEHAVIOR = importFormat({
  id: 'taobao_userbehavior',
  nameZh: '淘宝用户行为 UserBehavior',
  nameEn: 'Taobao UserBehavior log',
  system: 'public data',
  target: EVENTS_TARGET,
  signature: ['user_id', 'item_id', 'category_id', 'behavior_type', 'timestamp'],
  headless: {
    columns: ['user_id', 'item_id', 'category_id', 'behavior_type', 'timestamp'],
    cells: [/^\d+$/, /^\d+$/, /^\d+$/, /^(pv|buy|cart|fav)$/, /^\d{9,10}$/],
  },
  fields: {
    visitor: ['user_id'],
    itemId: ['item_id'],
    category: ['category_id'],
    type: ['behavior_type'],
    at: ['timestamp'],
  },
  kinds: { at: 'unixSeconds', category: 'identifier' },
  also: [purchasesAsOrders],
  noteZh: '行为写入事件表；每次 buy 另记一笔金额未知的订单，供买家数与复购计算。',
  noteEn:
    'Actions become events; each buy is also an order of unknown amount, so that buyers and repurchase can be counted.',
})

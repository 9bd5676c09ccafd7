import { addDays } from '@zhanggui/kernel'
import { type Reason, reason } from '../reason.ts'
import type { Conflict } from './conflict.ts'

const yuan = (cents: number): string => (cents / 100).toFixed(2)
const few = (ids: readonly string[]): string => (ids.length > 3 ? `${ids.slice(0, 3).join('、')}…` : ids.join('、'))

function wordsOf(conflict: Conflict, nameOf: (campaign: string) => string): [zh: string, en: string] {
  switch (conflict.code) {
    case 'same_sku': {
      const { second, itemIds, from, to } = conflict
      const last = addDays(to, -1)
      return [
        `与“${nameOf(second)}”在 ${from} 至 ${last} 卖同样的 ${itemIds.length} 个商品（${few(itemIds)}）：错开日期或分开选品`,
        `Sells ${itemIds.length} of the same goods as "${nameOf(second)}" from ${from} to ${last} (${few(itemIds)}): move the days, or choose other goods`,
      ]
    }
    case 'incompatible_prices': {
      const { second, skuId, firstCents, secondCents } = conflict
      return [
        `“${skuId}”这里卖 ${yuan(firstCents)} 元，“${nameOf(second)}”同时卖 ${yuan(secondCents)} 元：改成一个价或错开时间`,
        `"${skuId}" costs ${yuan(firstCents)} here and ${yuan(secondCents)} in "${nameOf(second)}" at the same time: make it one price, or move one of them`,
      ]
    }
    case 'slot_taken': {
      const { second, position, from, until } = conflict
      return [
        `“${position}”在 ${from} 到 ${until} 已归“${nameOf(second)}”：换时间或资源位`,
        `"${position}" belongs to "${nameOf(second)}" from ${from} to ${until}: choose another time or place`,
      ]
    }
    case 'contact_overload': {
      const { audience, contacts, days, limit, from, campaigns } = conflict
      const names = campaigns.map(nameOf).join('、')
      return [
        `“${audience}”从 ${from} 起 ${days} 天收到 ${contacts} 条消息（${names}），上限 ${limit} 条：合并或错开`,
        `"${audience}" gets ${contacts} messages in ${days} days from ${from} (${names}), ${limit} at most: join or move them`,
      ]
    }
    case 'team_overload': {
      const { person, tasks, limit, from, campaigns } = conflict
      const names = campaigns.map(nameOf).join('、')
      return [
        `${person} 在 ${from} 同时有 ${tasks} 项工作（${names}），上限 ${limit} 项：换人或错开`,
        `${person} has ${tasks} pieces of work at once on ${from} (${names}), ${limit} at most: give some to others, or move them`,
      ]
    }
  }
}

/** A conflict in both languages, and what to do about it. */
export function sayConflict(conflict: Conflict, nameOf: (campaign: string) => string): Reason {
  const [zh, en] = wordsOf(conflict, nameOf)
  return reason(conflict.code, zh, en)
}

import { foldWidth, toSimplified } from '@zhanggui/text'

/** A word for buyers who stay away, with the days after which a text calls them so; `null` when it does not say. */
export type SleepingBuyers = { quote: string; days: number | null }

const NAMES = '沉睡|沉默|休眠'
const DAYS_THEN_NAME = new RegExp(`(\\d{1,4})\\s*天[^，,。；;\\n]{0,8}(?:未|没有|无)[^，,。；;\\n]{0,14}(?:${NAMES})`)
const NAME_THEN_DAYS = new RegExp(`(?:${NAMES})[^。；;\\n]{0,10}?(\\d{1,4})\\s*天`)

/** What a text calls sleeping, silent or dormant buyers. */
export function findSleepingBuyers(text: string): SleepingBuyers[] {
  const plain = toSimplified(foldWidth(text))
  return plain.split(/[。；;\n]/).flatMap((sentence) => {
    const quote = new RegExp(`(?:${NAMES})(?:客户|用户|会员|买家|老客|人群)?`).exec(sentence)?.[0]
    if (!quote) return []
    const days = (DAYS_THEN_NAME.exec(sentence) ?? NAME_THEN_DAYS.exec(sentence))?.[1]
    return [{ quote, days: days === undefined ? null : Number(days) }]
  })
}

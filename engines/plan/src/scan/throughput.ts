import { foldWidth } from '@zhanggui/text'

/** Orders a second that a text asks for. */
export type Throughput = { quote: string; perSecond: number }

const RATE =
  /(\d{1,9}(?:\.\d{1,3})?)\s*(万|千|k)?\s*(?:个|笔)?(?:订单|单|笔|tps|qps)?\s*(?:\/\s*秒|每秒|\/s\b)|每秒[^，,。；;\d]{0,8}(\d{1,9}(?:\.\d{1,3})?)\s*(万|千|k)?\s*(?:笔|单|个)/gi
const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, k: 1000 }

/** @example findThroughput('系统支持50万单/秒')[0]?.perSecond // 500000 */
export const findThroughput = (text: string): Throughput[] =>
  Array.from(foldWidth(text).matchAll(RATE), (m) => ({
    quote: m[0],
    perSecond: Number(m[1] ?? m[3]) * (TIMES[(m[2] ?? m[4] ?? '').toLowerCase()] ?? 1),
  }))

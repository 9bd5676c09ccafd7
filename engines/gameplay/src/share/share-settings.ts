import type { SettingProblem } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'

/**
 * 分享得红包, 膨胀: who shares with a friend gets a packet between `leastCents` and `mostCents`, and `expandBp` of it once a friend
 * opens the link. Everything together stays within the budget: a packet that would pass it is not given.
 */
export type SharePacketSettings = {
  leastCents: number
  mostCents: number
  /** 20,000: doubled when a friend opens it. */
  expandBp: number
  perBuyerMax: number
  budgetCents: number
  /** Shares that are reckoned with; with it the size of a packet is held against the budget beforehand. */
  sharesExpected?: number | undefined
  /** Share of links that a friend opens, basis points, from the shop's past rounds; every link while there are none. */
  opensBp?: number | undefined
  /** With these three the largest packet follows the money, the time and the shares that are left (`packetNow`). Instants. */
  from?: string | undefined
  until?: string | undefined
  /** A link that was not opened within so many hours does not expand any more; until then its growth is set aside. */
  openHours?: number | undefined
}

/** When packets are paced, in milliseconds; null for a game without times, whose packets stay as they are. */
export type PaceWindow = { fromMs: number; untilMs: number; openHours: number; sharesExpected: number }

export function paceWindow({ from, until, openHours, sharesExpected }: SharePacketSettings): PaceWindow | null {
  if (from === undefined || until === undefined || openHours === undefined || sharesExpected === undefined) return null
  return { fromMs: Date.parse(from), untilMs: Date.parse(until), openHours, sharesExpected }
}

/** What a packet of so many fen grows by when a friend opens its link. Rounded down, so that it is never more than was said. */
export const growthOf = ({ expandBp }: Pick<SharePacketSettings, 'expandBp'>, packetCents: number): number =>
  Math.floor((packetCents * (expandBp - 10_000)) / 10_000)

/** What a packet of one fen costs on average once its link was opened or not. Unit: fen, not rounded. */
const growthFactor = ({ expandBp, opensBp = 10_000 }: SharePacketSettings): number =>
  1 + ((expandBp - 10_000) / 10_000) * (opensBp / 10_000)

/**
 * The largest packet with which the shares that are reckoned with stay within the budget, fen; null where even the least does not.
 * @example largestPacket({ leastCents: 100, mostCents: 100, expandBp: 10_000, perBuyerMax: 1, budgetCents: 30_000, sharesExpected: 200 }) // 200
 */
export function largestPacket(settings: SharePacketSettings): number | null {
  const { leastCents, budgetCents, sharesExpected = 0 } = settings
  const most =
    sharesExpected === 0
      ? budgetCents
      : Math.floor((2 * budgetCents) / (sharesExpected * growthFactor(settings)) - leastCents)
  return most >= leastCents ? most : null
}

/** A paced packet shrinks by itself, so only its least size is held against the budget. */
function checkBudget(settings: SharePacketSettings): SettingProblem[] {
  const { mostCents, sharesExpected } = settings
  const affordable = largestPacket(settings)
  const isPaced = paceWindow(settings) !== null
  if (sharesExpected === undefined || (affordable !== null && (isPaced || mostCents <= affordable))) return []
  const zh =
    affordable === null ? '预计分享数太多，减少分享数或加预算' : `按预计分享数，最大红包不能超过 ${affordable} 分`
  const en =
    affordable === null
      ? 'too many shares are reckoned with; reckon with fewer or raise the budget'
      : `with so many shares the largest packet is at most ${affordable} fen`
  return [problem('mostCents', 'budget_too_small', zh, en)]
}

/** Times come together or not at all, and nothing can be paced without the shares that are reckoned with. */
function checkPace({ from, until, openHours, sharesExpected }: SharePacketSettings): SettingProblem[] {
  const given = [from, until, openHours].filter((value) => value !== undefined).length
  if (given === 0) return []
  const zh = '按节奏发要同时填开始、结束、链接有效小时数和预计分享数'
  const en = 'pacing needs from, until, openHours and sharesExpected together'
  if (given < 3 || sharesExpected === undefined) return [problem('from', 'pace_incomplete', zh, en)]
  const isInOrder = Date.parse(from ?? '') < Date.parse(until ?? '')
  return [
    ...(isInOrder ? [] : [problem('until', 'bad_window', '结束时间要晚于开始时间', 'it has to end after it begins')]),
    ...wholeBetween(openHours, 'openHours', { min: 1, max: 720, zh: '链接有效小时数' }),
  ]
}

const BELOW_PACKET = problem(
  'budgetCents',
  'budget_below_packet',
  '预算不够发一个最大的红包',
  'the budget does not pay one largest packet',
)

export const checkSharePacket = (s: SharePacketSettings): SettingProblem[] => [
  ...wholeBetween(s.leastCents, 'leastCents', { min: 1, max: 1e8, zh: '最小红包（分）' }),
  ...wholeBetween(s.mostCents, 'mostCents', { min: s.leastCents, max: 1e8, zh: '最大红包（分）' }),
  ...wholeBetween(s.expandBp, 'expandBp', { min: 10_000, max: 100_000, zh: '膨胀系数（万分比）' }),
  ...wholeBetween(s.perBuyerMax, 'perBuyerMax', { min: 1, max: 1000, zh: '每人次数' }),
  ...wholeBetween(s.budgetCents, 'budgetCents', { min: 1, max: 1e12, zh: '预算（分）' }),
  ...(s.sharesExpected === undefined
    ? []
    : wholeBetween(s.sharesExpected, 'sharesExpected', { min: 1, max: 1e9, zh: '预计分享数' })),
  ...checkPace(s),
  ...checkBudget(s),
  ...(s.mostCents > s.budgetCents ? [BELOW_PACKET] : []),
]

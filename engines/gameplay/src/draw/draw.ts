import { type Seed, scoreOf } from '../chance/seed.ts'
import type { SettingProblem } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'

/** A draw with a winner list: all tickets in, then the prizes go to the smallest scores. */
export type DrawSettings = {
  prizes: readonly { prizeId: string; valueCents: number; count: number }[]
  entry: 'purchase' | 'points' | 'topic' | 'pickup'
  /** Taking part without buying is possible as well; a draw that can only be entered by buying is refused. */
  hasFreeEntry: boolean
  ticketsPerBuyerMax: number
  /** Years; nobody below takes part. */
  minAge: number
}
export type Ticket = { ticketId: string; buyerId: string }
export type Winner = Ticket & { prizeId: string; score: string }

/** Legal parameters of prize draws; the shop's own settings may be stricter. Default of 50,000 yuan: ledger row P6.36. */
export type DrawLimits = { prizeValueCentsMax: number; minAge: number }
export const DRAW_LIMITS: DrawLimits = { prizeValueCentsMax: 5_000_000, minAge: 18 }

function checkPrizes({ prizes }: DrawSettings, { prizeValueCentsMax }: DrawLimits): SettingProblem[] {
  if (prizes.length === 0) return [problem('prizes', 'no_prizes', '至少要有一个奖品', 'at least one prize is needed')]
  return prizes.flatMap(({ valueCents, count }, i) => [
    ...wholeBetween(count, `prizes[${i}].count`, { min: 1, max: 1_000_000, zh: '奖品数量' }),
    ...wholeBetween(valueCents, `prizes[${i}].valueCents`, { min: 0, max: prizeValueCentsMax, zh: '奖品价值（分）' }),
  ])
}

/** Everything that keeps a draw from being published (P6.36). */
export function checkDraw(settings: DrawSettings, limits: DrawLimits = DRAW_LIMITS): SettingProblem[] {
  const { entry, hasFreeEntry, minAge, ticketsPerBuyerMax } = settings
  return [
    ...checkPrizes(settings, limits),
    ...wholeBetween(ticketsPerBuyerMax, 'ticketsPerBuyerMax', { min: 1, max: 10_000, zh: '每人抽奖次数' }),
    ...(entry === 'purchase' && !hasFreeEntry
      ? [
          problem(
            'hasFreeEntry',
            'forced_purchase',
            '不能只靠购买参加抽奖，要留一个免费参加的办法',
            'a draw that can only be entered by buying needs a free way in',
          ),
        ]
      : []),
    ...(minAge >= limits.minAge
      ? []
      : [
          problem(
            'minAge',
            'too_young',
            `参加年龄不能低于 ${limits.minAge} 岁`,
            `nobody below ${limits.minAge} may take part`,
          ),
        ]),
  ]
}

/** Chance of a ticket to win anything when so many take part: what is published, beside the number of each prize. */
export const winChance = (
  { prizes }: Pick<DrawSettings, 'prizes'>,
  tickets: number,
): { prizes: number; tickets: number } => ({
  prizes: Math.min(
    tickets,
    prizes.reduce((sum, { count }) => sum + count, 0),
  ),
  tickets,
})

/**
 * The winner list: tickets in the order of HMAC-SHA-256(seed, ticketId), prizes in the order in which they are declared. Whoever
 * has the seed and the tickets gets the same list again; the order in which tickets came does not matter.
 */
export function drawWinners(
  { prizes }: Pick<DrawSettings, 'prizes'>,
  tickets: readonly Ticket[],
  seed: Seed,
): Winner[] {
  const scored = tickets.map((ticket) => ({ ...ticket, score: scoreOf(seed, `ticket/${ticket.ticketId}`) }))
  scored.sort((a, b) => (a.score < b.score ? -1 : a.score > b.score ? 1 : 0))
  const slots = prizes.flatMap(({ prizeId, count }) => Array.from({ length: count }, () => prizeId))
  return scored.slice(0, slots.length).map((ticket, i) => ({ ...ticket, prizeId: slots[i] ?? '' }))
}

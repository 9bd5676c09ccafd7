import type { Result } from '@zhanggui/kernel'

/** What a game gives; money in fen. */
export type Reward =
  | { kind: 'cash'; cents: number }
  | { kind: 'coupon'; ruleId: string; count: number }
  | { kind: 'points'; points: number }
  | { kind: 'prize'; prizeId: string; valueCents: number }

/** What has to happen outside because of a step. Carried out once; `key` names it for ever. */
export type Effect = { key: string; buyerId: string } & (
  | { kind: 'refund'; orderId: string; cents: number }
  | { kind: 'confirmOrder'; orderId: string }
  | { kind: 'reward'; reward: Reward }
  | { kind: 'price'; unitCents: number }
)

/** Why a step was not taken. Closed; `refusalText` has words for each. */
export const REFUSALS = [
  'not_open_yet',
  'over',
  'full',
  'already_in',
  'not_in',
  'self_invite',
  'not_new',
  'counted_before',
  'cap_reached',
  'budget_used_up',
  'pool_empty',
  'too_young',
  'no_ticket_left',
  'wrong_state',
  'not_a_friend',
  'not_this_channel',
  'free_before',
  'not_registered',
  'registered_before',
] as const
export type Refusal = { code: (typeof REFUSALS)[number] }

/**
 * A round as all its players share it, and the one player whose record a step needs. They are apart so that a round with a
 * million players costs no more than one with ten.
 */
export type Table<S, P> = { state: S; player: P }
export type Step<S, P> = Result<Table<S, P> & { effects: readonly Effect[] }, Refusal>
/** When a step is taken, and the round's secret seed. */
export type Moment = { atMs: number; seed: string }

/**
 * What a player is shown: real numbers only. `chanceBp` is the probability of finishing, from the shop's own past. `packet`: the
 * packets that are given at this moment, and what was promised to those whose links are still good, fen.
 */
export type Progress = {
  done: number
  needed: number
  leftMs: number
  chanceBp?: number
  packet?: { leastCents: number; mostCents: number; coefficientBp: number; promisedCents: number }
}

/** For games whose rounds are small enough to hold their players themselves. */
export type NoPlayer = Record<string, never>

export type SettingProblem = { field: string; code: string; zh: string; en: string }

/**
 * One kind of game as a state machine. Pure: the instant and the seed are handed in, so the same commands give the same game
 * again. `tick` brings about what time alone decides; it may be called at any moment and as often as one likes.
 */
export type Game<G, S, P, C> = {
  game: string
  zh: string
  en: string
  check(settings: G): SettingProblem[]
  open(settings: G, round: Moment & { roundId: string; buyerId: string }): S
  /** Whose record the command needs; several commands for one player must not run at once. */
  playerOf(command: C): string
  newPlayer: P
  play(settings: G, table: Table<S, P>, command: C, moment: Moment): Step<S, P>
  tick(settings: G, state: S, atMs: number): { state: S; effects: readonly Effect[] }
  progress(settings: G, state: S, atMs: number): Progress
}

/** A game whose settings, state and commands come from outside: the caller checks their shape first. */
export type AnyGame = Game<unknown, unknown, unknown, unknown>

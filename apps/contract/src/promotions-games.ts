import { z } from 'zod'
import { PersonMarks } from './promotions-price.ts'
import { PromotionCents } from './promotions-rules.ts'

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
const Cents = PromotionCents.min(0)
const Count = z.number().int().min(0)
const Instant = z.iso.datetime({ offset: true })
const BuyerId = z.string().min(1).max(200)

const Reward = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), cents: Cents }),
  z.strictObject({ kind: z.literal('coupon'), ruleId: z.string().max(80), count: Count }),
  z.strictObject({ kind: z.literal('points'), points: Count }),
  z.strictObject({ kind: z.literal('prize'), prizeId: z.string().max(80), valueCents: Cents }),
])

/** What a game is set up with, by its kind; the figures are checked by the game itself. */
export const GameSettings = z.discriminatedUnion('game', [
  z.strictObject({
    game: z.literal('groupBuy'),
    size: Count,
    minutes: Count,
    priceCents: Cents,
    newBuyersOnly: z.boolean(),
    groupsMax: Count.optional(),
    /** Registered so many days ago at the most, by the shop's own events. */
    registeredWithinDays: Count.optional(),
    /** What one place costs the shop, and the most that all places may cost. */
    unitCostCents: Cents.optional(),
    costCentsMax: Cents.optional(),
    channels: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
  }),
  z.strictObject({
    game: z.literal('bargain'),
    listedCents: Cents,
    floorCents: Cents,
    helps: Count,
    hours: Count,
    helpsPerHour: z.number().min(0).optional(),
  }),
  z.strictObject({
    game: z.literal('inviteLadder'),
    steps: z.array(z.strictObject({ invites: Count, reward: Reward })).max(50),
    days: Count,
    levels: Count,
    paysToJoin: z.boolean(),
    asksConsent: z.boolean(),
  }),
  z.strictObject({
    game: z.literal('sharePacket'),
    leastCents: Cents,
    mostCents: Cents,
    expandBp: Count,
    perBuyerMax: Count,
    budgetCents: Cents,
    sharesExpected: Count.optional(),
    opensBp: Count.max(10_000).optional(),
    /** With these three the size of a packet follows the money, the time and the shares that are left. */
    from: Instant.optional(),
    until: Instant.optional(),
    openHours: Count.optional(),
  }),
  z.strictObject({
    game: z.literal('redPacketRain'),
    poolCents: Cents,
    packets: Count,
    leastCents: Cents,
    perBuyerMax: Count,
    chanceBp: Count,
    from: Instant,
    until: Instant,
  }),
  z.strictObject({
    game: z.literal('draw'),
    prizes: z.array(z.strictObject({ prizeId: z.string().min(1).max(80), valueCents: Cents, count: Count })).max(100),
    entry: z.enum(['purchase', 'points', 'topic', 'pickup']),
    hasFreeEntry: z.boolean(),
    ticketsPerBuyerMax: Count,
    minAge: Count,
    from: Instant,
    until: Instant,
  }),
])
export type GameSettings = z.infer<typeof GameSettings>

/** POST /v1/stores/{store}/games — refused with every fault of the settings; what the law forbids is among them. */
export const CreateGame = z.strictObject({ id: Id, name: z.string().trim().min(1).max(200), settings: GameSettings })
export type CreateGame = z.input<typeof CreateGame>

export const GameInfo = z.object({
  id: z.string(),
  name: z.string(),
  settings: GameSettings,
  state: z.enum(['open', 'closed']),
  /** SHA-256 of the seed, published before the first play; the seed itself afterwards. */
  commitment: z.string(),
  seed: z.string().nullable(),
  rounds: Count,
  players: Count,
  /** What came out of it so far. */
  rewardCents: z.number().int(),
  rewards: Count,
  refunds: Count,
  /** Members of group buys by the group or page they came from; `null` where it was not said. */
  byChannel: z.array(z.object({ channel: z.string().nullable(), players: Count })),
  createdBy: z.string(),
  createdAt: z.string(),
  closedAt: z.string().nullable(),
})
export type GameInfo = z.infer<typeof GameInfo>

/** POST …/games/rehearse — what paced packets and packets of the set size come to on the same shares; nothing is stored. */
export const RehearseGame = z.strictObject({ settings: GameSettings })
export type RehearseGame = z.input<typeof RehearseGame>

const Course = z.object({
  budgetCents: Cents,
  spentCents: Cents,
  shares: Count,
  /** People who shared and got nothing. */
  refused: Count,
  opened: Count,
  /** Links that were opened in time and did not expand. */
  brokenPromises: Count,
  firstMeanCents: Cents.nullable(),
  lastMeanCents: Cents.nullable(),
})
/** One world each: half the shares that are reckoned with, as many, twice as many, or half of them in the last tenth of the time. */
export const GameRehearsal = z.array(
  z.object({ world: z.enum(['half', 'asPlanned', 'double', 'late']), paced: Course, fixed: Course }),
)
export type GameRehearsal = z.infer<typeof GameRehearsal>

/** POST …/games/{game}/rounds — somebody opens a group, a bargain, an invitation; draws, rains and packets have the one round `main`. */
export const OpenRound = z.strictObject({ id: Id, buyerId: BuyerId })

/** What a player sees: real numbers only. */
export const GameRound = z.object({
  id: z.string(),
  done: z.number(),
  needed: z.number(),
  leftMs: z.number(),
  /** Probability of finishing from the shop's own past; absent while there is none. */
  chanceBp: z.number().int().optional(),
  /** Packets that are given at this moment; `coefficientBp`: the largest now as against the largest that was set. */
  packet: z.object({ leastCents: Cents, mostCents: Cents, coefficientBp: Count, promisedCents: Cents }).optional(),
  openedAt: z.string(),
})
export type GameRound = z.infer<typeof GameRound>

const play = { commandId: z.string().min(1).max(80), buyerId: BuyerId, marks: PersonMarks.optional() }
const OrderId = z.string().min(1).max(80)

/** POST …/games/{game}/rounds/{round}/plays — the same `commandId` again gives the same answer. */
export const PlayRound = z.discriminatedUnion('kind', [
  /** `channel`: the group or page that the member came from. */
  z.strictObject({
    ...play,
    kind: z.literal('join'),
    orderId: OrderId,
    paidCents: Cents,
    channel: z.string().trim().min(1).max(40).optional(),
  }),
  z.strictObject({ ...play, kind: z.literal('help') }),
  z.strictObject({ ...play, kind: z.literal('register') }),
  z.strictObject({ ...play, kind: z.literal('share'), friendId: BuyerId }),
  z.strictObject({ ...play, kind: z.literal('openLink'), friendId: BuyerId }),
  z.strictObject({ ...play, kind: z.literal('grab') }),
  z.strictObject({ ...play, kind: z.literal('enter'), age: z.number().int().min(0).max(150) }),
])
export type PlayRound = z.infer<typeof PlayRound>

const Effect = z.object({
  key: z.string(),
  kind: z.enum(['refund', 'confirmOrder', 'reward', 'price']),
  /** The buyer's hash; the same person is the same number everywhere in this shop. */
  buyer: z.string(),
  orderId: z.string().optional(),
  cents: z.number().int().optional(),
  unitCents: z.number().int().optional(),
  reward: Reward.optional(),
  at: z.string(),
})
export const GamePlayed = z.object({ round: GameRound, effects: z.array(Effect) })
export type GamePlayed = z.infer<typeof GamePlayed>

/** GET …/games/{game}/effects — what has to be carried out: refunds, rewards, prices; each key once. */
export const GameEffects = z.array(Effect)
export type GameEffects = z.infer<typeof GameEffects>

/** POST …/games/{game}/close — nobody plays any more, draws are drawn, and the seed is published. */
export const GameWinner = z.object({ prizeId: z.string(), ticketId: z.string(), buyer: z.string(), score: z.string() })
export const GameClosed = z.object({ game: GameInfo, winners: z.array(GameWinner) })
export type GameClosed = z.infer<typeof GameClosed>

import type { BusinessDay, Result } from '@zhanggui/kernel'
import type { SettingProblem } from '../game/game.ts'
import type { Fields, Names, ValuesOf } from './field.ts'
import type { Entry } from './ledger.ts'
import type { ProgrammeRefusal } from './refusal.ts'

/** When a step is taken, on which business day, and the programme's secret seed. */
export type ProgrammeMoment = { atMs: number; day: BusinessDay; seed: string }

/**
 * What the shop's own records know of a buyer; `cases` are those that this programme has of them already, under any account that is
 * theirs (`linkAccounts`).
 */
export type ProgrammeBuyer = { isNew: boolean; tier: number; cases: number }

/** What has to be done outside because of a step. Done once; `key` names it for ever. */
export type ProgrammeEffect = { key: string } & (
  | { kind: 'ship'; skuIds: readonly string[]; units: number; note: string }
  | { kind: 'pack'; instruction: string }
  | { kind: 'refund'; cents: number }
  | { kind: 'charge'; cents: number }
  | { kind: 'points'; points: number }
  | { kind: 'remind'; note: string }
  /** A coupon of a batch of the shop, given by the shop itself; without a batch somebody has to give it. */
  | { kind: 'coupon'; cents: number; throughDay: BusinessDay; batch?: string }
  | { kind: 'sendBack'; note: string }
)

/**
 * One fact as people read it: a name, and a value with its unit (`multiple`: so many of one thing for one of another). `goods`: SKUs whose ids stand in the words, so that titles can
 * be put in their place. `isDetail`: published, but no figure that a page begins with.
 */
export type Fact = Names & {
  unit: 'money' | 'count' | 'day' | 'odds' | 'percent' | 'multiple' | 'text' | 'name'
  value: string | number | Names | null
  goods?: readonly string[]
  /** Said beneath the value in small words: how sure it is. */
  note?: Names
  isDetail?: boolean
}

/** What a step looks at: the terms, what all cases share, the one case it is about. */
export type Table<T, D, S> = { terms: T; desk: D; state: S; caseId: string; moment: ProgrammeMoment }
export type ProgrammeStep<T, D, S, F extends Fields = Fields> = Omit<Table<T, D, S>, 'state'> & {
  state: S | null
  buyer: ProgrammeBuyer | null
  command: ValuesOf<F>
  /** Every case, for commands that say `seesAll`; none otherwise. */
  others: readonly { caseId: string; state: S }[]
}

/**
 * What a step leaves behind. `dueDay`: the next day on which something happens to the case by itself. `wakes`: every case is
 * looked at again, because what they share has changed.
 */
export type ProgrammeOutcome<D, S> = {
  desk: D
  state: S | null
  dueDay: BusinessDay | null
  effects: readonly ProgrammeEffect[]
  entries: readonly Entry[]
  wakes?: boolean
}
export type ProgrammeAnswer<D, S> = Result<ProgrammeOutcome<D, S>, ProgrammeRefusal>

/**
 * `opens`: the command makes a new case (`new`), makes or goes on with one (`any`), needs one (`no`), or has none (`none`).
 * `needsBuyer`: what the shop knows of the buyer is handed in; a new case has to name them, later the case's own buyer is meant.
 */
export type ProgrammeCommand<T, D, S> = Names & {
  needsBuyer: boolean
  opens: 'new' | 'any' | 'no' | 'none'
  /** Statuses of a case in which it makes sense to offer it; every one where it is left out. */
  when?: readonly string[]
  seesAll?: boolean
  fields: Fields
  play(step: ProgrammeStep<T, D, S>): ProgrammeAnswer<D, S>
}

/** A coupon batch that a programme gives from, as its terms describe it; the shop's batch has to be the same. */
export type NeededBatch = { batch: string; faceCents: number; perBuyer: number }

/** Days of purchases, both included. */
export type Days = { fromDay: BusinessDay; throughDay: BusinessDay }

/** Carts that come in from the shop's own records: filled within the days, worth so much, and nothing bought since. */
export type CartsSought = Days & { cartMinCents: number }

/**
 * `items`: sales and returns of the goods of its terms. `purchases`: what the buyer of each case paid in all within its days,
 * refunds taken off, by `command`; with `carts`, people whose carts wait are enrolled first, each by `carts.command`. `countsCoupons`:
 * the command is told as well what the coupons that the case was given took off orders, as `redeemedCents`.
 */
export type Collected<T, S> =
  | { kind: 'items' }
  | {
      kind: 'purchases'
      command: string
      daysOf(terms: T, state: S): Days
      countsCoupons?: true
      carts?: { command: string; seek(terms: T, today: BusinessDay): CartsSought | null }
    }

/**
 * One kind of programme, declared: what it asks for, what may be done, what comes of it, and where its money stands. Pure: day and
 * seed are handed in, so the same commands give the same programme again. Storage, API, pages, approval, ledger and statements
 * follow from the declaration.
 */
export type Programme<T, D, S> = Names & {
  programme: string
  about: Names
  /** What a case is called by: the order's number, the application's. */
  caseName: Names
  terms: Fields
  commands: Readonly<Record<string, ProgrammeCommand<T, D, S>>>
  statuses: Readonly<Record<string, Names>>
  /** Names of its accounts; those of parties (`payable/…`) may be named by the terms. */
  accounts(terms: T): Readonly<Record<string, Names>>
  check(terms: T): SettingProblem[]
  start(terms: T): D
  /** What time alone decides; only called on or after the case's due day. A day on which nothing happens answers the next due day. */
  tick(table: Table<T, D, S>): ProgrammeOutcome<D, S>
  statusOf(state: S): string
  /** Coupon batches that have to be there before it opens. */
  batchesOf?(terms: T): readonly NeededBatch[]
  /** Which of the shop's own records are counted into it on request. */
  collects?: Collected<T, S>
  /** What has to be published, and what people look at first. */
  published(terms: T, desk: D): Fact[]
  caseFacts(table: Table<T, D, S>): Fact[]
  /** Whether nothing is drawn any more, so that the seed may be told. */
  isDrawn(desk: D): boolean
}

/** A programme whose terms, desk and cases come from outside: terms are read by its fields first. */
export type AnyProgramme = Programme<unknown, unknown, unknown>

export const happened = <D, S>(
  after: { desk: D; state: S | null; dueDay?: BusinessDay | null },
  {
    effects = [],
    entries = [],
    wakes = false,
  }: Partial<Pick<ProgrammeOutcome<D, S>, 'effects' | 'entries' | 'wakes'>> = {},
): ProgrammeOutcome<D, S> => ({
  desk: after.desk,
  state: after.state,
  dueDay: after.dueDay ?? null,
  effects,
  entries,
  wakes,
})

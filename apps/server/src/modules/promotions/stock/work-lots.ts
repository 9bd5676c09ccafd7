import { createHash } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { adjustTradeItem, changeTradeTerms } from '../../trade/items/change-item.ts'
import { itemBookOf } from '../../trade/items/item-book.ts'
import { openTradeItem } from '../../trade/items/open-item.ts'
import { readTradeItem } from '../../trade/items/read-item.ts'
import { TradeRefusal } from '../../trade/trade-refusal.ts'
import { promotions } from '../schema.ts'
import { type LotRow, promotionLots } from './schema.ts'

type Turn = { context: Context; caller: ResourceCaller; lot: LotRow }

const ownLot = ({ store, promotion, sku }: LotRow) =>
  and(eq(promotionLots.store, store), eq(promotionLots.promotion, promotion), eq(promotionLots.sku, sku))

/** Of two processes at the same turn one writes it down; what both asked of the core was the same, and is done once. */
const keep = ({ context, lot }: Turn, set: Partial<LotRow>) =>
  context.records.db
    .update(promotionLots)
    .set({ ...set, problem: null })
    .where(and(ownLot(lot), eq(promotionLots.turn, lot.turn)))

/** The name of an adjustment: the same lot at the same turn is the same adjustment, whoever asks for it. */
const adjustmentId = ({ store, promotion, sku, turn }: LotRow): string =>
  BigInt(
    `0x${createHash('sha256').update(`lot\n${store}\n${promotion}\n${sku}\n${turn}`).digest('hex').slice(0, 31)}`,
  ).toString()

async function adjust({ context, caller, lot }: Turn, delta: number): Promise<void> {
  if (delta === 0) return
  const reason = `promotions/${lot.promotion}`
  await adjustTradeItem(context, caller, lot.sku, { id: adjustmentId(lot), delta, reason })
}

/** On sale with as many units as the lot has; what it had sold before is among them. */
async function open(turn: Turn): Promise<void> {
  const { context, caller, lot } = turn
  const book = itemBookOf(context, lot.store)
  await book.reload()
  const { sku, kind, terms } = lot
  if (book.named(sku)) await changeTradeTerms(context, caller, sku, { closed: false, terms })
  else await openTradeItem(context, caller, { item: sku, kind, terms, stock: 0 })
  await adjust(turn, lot.units - lot.openedUnits)
  await keep(turn, { state: 'open', openedUnits: lot.units, turn: lot.turn + 1 })
}

/** Off sale at once; units that nobody has leave the stock. Paid deposits and orders keep theirs. */
async function close(turn: Turn): Promise<void> {
  const { context, caller, lot } = turn
  await changeTradeTerms(context, caller, lot.sku, { closed: true, terms: lot.terms })
  const returning = lot.returningUnits ?? (await readTradeItem(context, lot.store, lot.sku)).free
  await keep(turn, { returningUnits: returning })
  await adjust(turn, -returning)
  const openedUnits = lot.openedUnits - returning
  await keep(turn, { state: 'closed', openedUnits, returningUnits: null, turn: lot.turn + 1 })
}

const WORDS = {
  zh: '订单核心暂时没有响应，系统会自动重试',
  en: 'The order core does not answer; it is tried again by itself',
}

/** Why it was not done, in words for the page. Errors: rethrows what is nobody's refusal. */
async function noteProblem({ context, lot }: Turn, cause: unknown): Promise<void> {
  const said = cause instanceof ApiFailure ? cause.toBody('zh').error : null
  const problem = said
    ? { zh: said.message, en: said.messageEn }
    : cause instanceof TradeRefusal
      ? { zh: cause.messageZh, en: cause.messageEn }
      : WORDS
  context.log.error({ err: cause, store: lot.store, promotion: lot.promotion, sku: lot.sku }, 'stock of a promotion')
  await context.records.db.update(promotionLots).set({ problem }).where(ownLot(lot))
}

/** Lots of promotions that were ever in force, but for those that are closed and shall be. */
const unsettled = (now: Date) =>
  and(
    isNotNull(promotions.approvedVersion),
    or(
      ne(promotionLots.state, 'closed'),
      and(isNull(promotions.stoppedAt), gt(promotionLots.until, now), gt(promotionLots.units, 0)),
    ),
  )

type Found = { lot: LotRow; stoppedAt: Date | null }

/** What has to happen to a lot now; null where it stands as it should. */
function stepOf({ lot, stoppedAt }: Found, now: Date): ((turn: Turn) => Promise<void>) | null {
  const isWanted = stoppedAt === null && lot.until > now && lot.units > 0
  if (isWanted) return lot.state === 'open' && lot.openedUnits === lot.units ? null : open
  return lot.state === 'open' ? close : null
}

/**
 * Has the order core do what promotions want of it (P6.13, P6.06): lots open with the approval, close at the end and with the
 * switch, and open again with it. May be run at any time and by several at once; a lot that cannot be worked keeps its reason.
 * `store`: that shop only.
 */
export async function workLots(context: Context, store?: string, signal?: AbortSignal): Promise<void> {
  const now = context.clock.now()
  const found = await context.records.db
    .select({ lot: promotionLots, stoppedAt: promotions.stoppedAt })
    .from(promotionLots)
    .innerJoin(promotions, and(eq(promotions.store, promotionLots.store), eq(promotions.id, promotionLots.promotion)))
    .where(and(unsettled(now), store === undefined ? undefined : eq(promotionLots.store, store)))
    .orderBy(promotionLots.store, promotionLots.promotion, promotionLots.sku)
  for (const one of found) {
    if (signal?.aborted) return
    const step = stepOf(one, now)
    if (!step) continue
    const turn: Turn = { context, caller: { store: one.lot.store, actor: 'system', role: 'owner' }, lot: one.lot }
    try {
      await step(turn)
    } catch (cause) {
      await noteProblem(turn, cause)
    }
  }
}

/** Lots follow their promotions also when nobody asks: at the end, after a budget ran out, after a second person approved. */
export const FOLLOW_LOTS: TickJob = {
  id: 'promotion-stock',
  everySeconds: 5,
  run: (context, { signal }) => workLots(context, undefined, signal),
}

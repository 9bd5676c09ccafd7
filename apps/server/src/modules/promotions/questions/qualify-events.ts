import { type EventsQualified, QualifyEvents, type Store } from '@zhanggui/contract'
import { EVENT_PACKS, type EventPack, type EventProblem, enrolEvent, sayEventProblem } from '@zhanggui/promotion'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readAllGoods } from '../price/read-goods.ts'
import { askedRules, compileAsked } from './asked-rules.ts'
import { cheaperGoods, completeGoods, type EventGood } from './read-event-goods.ts'

type Asked = z.output<typeof QualifyEvents>
type Missing = EventsQualified['events'][number]['missing'][number]
type Entry = { id: string; from: string; until: string; asked: Asked; goods: readonly EventGood[] }

const DAY_MS = 86_400_000

const missingFact = (good: EventGood): Missing[] => {
  const name = good.title || good.skuId
  const about = { skuId: good.skuId }
  return [
    ...(good.referenceCents === null
      ? [
          {
            ...about,
            code: 'no_reference',
            zh: `“${name}”没有成交价也没有一口价，请先补全`,
            en: `"${name}" was never sold and has no listed price; enter one first`,
          },
        ]
      : []),
    ...(good.stock === null
      ? [
          {
            ...about,
            code: 'no_stock',
            zh: `“${name}”没有库存数据，请导入库存或填写可报名件数`,
            en: `nothing tells the stock of "${name}"; import it, or say how many units are held`,
          },
        ]
      : []),
  ]
}

/** In the words of the engine, with the title where it says an id. */
function sayMissing(problem: EventProblem, goods: readonly EventGood[]): Missing {
  const skuId = 'skuId' in problem ? problem.skuId : null
  const title = goods.find((good) => good.skuId === skuId)?.title
  const said = sayEventProblem('skuId' in problem && title ? { ...problem, skuId: title } : problem)
  return { code: problem.code, skuId, ...said }
}

/** An unknown is told by itself; it is not judged a second time as a zero. */
const enrolGoods = (pack: EventPack, goods: readonly EventGood[]) =>
  goods.map(({ skuId, priceCents, referenceCents, stock }) => ({
    skuId,
    priceCents,
    referenceCents: referenceCents ?? Number.MAX_SAFE_INTEGER,
    stock: stock ?? pack.bounds.stockMin,
  }))

/** One question is about every event: coins go to those that take them, as few as they ask for where nothing was said. */
const coinsOf = ({ bounds: { coinShareBp } }: EventPack, asked: Asked) =>
  coinShareBp && { coinShareBp: asked.coinShareBp ?? coinShareBp.min }

/** What holds for the whole entry first: goods alone would not mend it. */
const wholeFirst = (a: Missing, b: Missing): number => Number(a.skuId !== null) - Number(b.skuId !== null)

function enrol(store: Store, pack: EventPack, entry: Entry, goods: readonly EventGood[]) {
  const { id, from, until, asked } = entry
  return enrolEvent(pack, {
    entryId: `${id}-${pack.event.toLowerCase()}`,
    shopId: store.id,
    from,
    until,
    unitsPerBuyer: asked.unitsPerBuyer,
    ...coinsOf(pack, asked),
    goods: enrolGoods(pack, goods),
  })
}

function judge(store: Store, pack: EventPack, entry: Entry): EventsQualified['events'][number] {
  const { goods } = entry
  const { event, zh, en, bounds } = pack
  const made = enrol(store, pack, entry, goods)
  const problems = made.ok ? [] : made.error.map((problem) => sayMissing(problem, goods))
  const missing = [...goods.flatMap(missingFact), ...problems].sort(wholeFirst)
  const unfit = new Set(missing.map(({ skuId }) => skuId))
  const fitting = goods.filter(({ skuId }) => !unfit.has(skuId)).slice(0, bounds.goods.max)
  const entered = enrol(store, pack, entry, fitting)
  const rules = (entered.ok ? entered.value : []) as unknown as EventsQualified['events'][number]['rules']
  const ids = fitting.map(({ skuId }) => skuId)
  return { event, zh, en, bounds, qualifies: missing.length === 0, missing, fitting: ids, rules }
}

async function entryOf(context: Context, store: Store, asked: Asked): Promise<Entry> {
  const now = context.clock.now()
  const given = { from: asked.from, until: asked.until }
  if (asked.promotion === undefined) {
    if (!asked.goods) throw new ApiFailure('invalid_request', { where: 'promotion or goods: one of them' })
    const from = given.from ?? now.toISOString()
    const until = given.until ?? new Date(Date.parse(from) + DAY_MS).toISOString()
    const goods = await completeGoods(context, store, { asked: asked.goods, from: new Date(from) })
    return { id: 'entry', from, until, asked, goods }
  }
  const { own } = await askedRules(context, store.id, { promotion: asked.promotion, beside: false })
  const from = given.from ?? own.from
  const ruleSet = compileAsked({ own, beside: [] })
  const known = await readAllGoods(context, store.id, { at: new Date(from) })
  const cheaper = asked.goods ?? cheaperGoods(ruleSet, known.values(), { store: store.id, at: from })
  const goods = await completeGoods(context, store, { asked: cheaper, from: new Date(from) })
  return { id: own.id, from, until: given.until ?? own.until, asked, goods }
}

/**
 * Which channel events a promotion or some goods qualify for, and everything that is missing for the others (P6.24).
 * Errors: throws `not_found`, `rule_faults`, `invalid_request` when neither a promotion nor goods are named.
 */
export async function qualifyEvents(context: Context, store: Store, input: QualifyEvents): Promise<EventsQualified> {
  const entry = await entryOf(context, store, parseInput(QualifyEvents, input))
  const { from, until, goods } = entry
  return { from, until, goods: [...goods], events: EVENT_PACKS.map((pack) => judge(store, pack, entry)) }
}

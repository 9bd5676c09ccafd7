import type { PromotionHeard, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, businessDayOf, daysBetween } from '@zhanggui/kernel'
import { HEARD_WORDS, heardIn } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { readLivingPromotion } from '../records/promotion-rows.ts'
import { promotionText } from './promotion-text.ts'

const SAMPLES = 5

type Range = { from: BusinessDay; until: BusinessDay }
type Row = { said_day: BusinessDay; text: string }

const TEXTS_SQL = `
SELECT count() AS texts
FROM feedback FINAL
WHERE store = {store:String} AND day >= {from:Date} AND day < {until:Date} AND text != ''`

/** Only texts with one of the words; what they say is judged outside, where denials are understood. */
const HEARD_SQL = `
SELECT toString(day) AS said_day, text
FROM feedback FINAL
WHERE store = {store:String}
  AND day >= {from:Date}
  AND day < {until:Date}
  AND multiSearchAny(text, {words:Array(String)})
ORDER BY at DESC, feedback_id
LIMIT 10000`

async function hear(context: Context, store: string, range: Range) {
  const [sum] = await context.facts.query<{ texts: number }>(TEXTS_SQL, { store, ...range })
  const rows = await context.facts.query<Row>(HEARD_SQL, { store, ...range, words: [...HEARD_WORDS] })
  const said = rows.map((row) => ({ ...row, heard: heardIn(row.text) }))
  const count = (kind: ReturnType<typeof heardIn>): number => said.filter(({ heard }) => heard === kind).length
  const counts = { texts: Number(sum?.texts ?? 0), complicated: count('complicated'), plain: count('plain') }
  return { counts: { ...range, ...counts }, said }
}

/** The least plain rule is the one that buyers stumble over; null while a rule does not hold. */
async function leastClarity(context: Context, store: string, promotion: string): Promise<number | null> {
  try {
    const texts = await promotionText(context, store, promotion)
    return Math.min(...texts.map(({ clarity }) => clarity))
  } catch (cause) {
    if (cause instanceof ApiFailure && cause.code === 'rule_faults') return null
    throw cause
  }
}

/**
 * What buyers said of rules while a promotion ran, as many days before it, and how plain its text reads (P6.34).
 * Errors: throws `not_found`.
 */
export async function promotionHeard(context: Context, store: Store, promotion: string): Promise<PromotionHeard> {
  const { newest } = await readLivingPromotion(context.records.db, { store: store.id, promotion })
  const day = (instant: string): BusinessDay => businessDayOf(new Date(instant), store.timezone)
  const from = day(newest.body.from)
  const until = addDays(day(newest.body.until), 1)
  const before = { from: addDays(from, -daysBetween(from, until)), until: from }
  const during = await hear(context, store.id, { from, until })
  return {
    clarity: await leastClarity(context, store.id, promotion),
    during: during.counts,
    before: (await hear(context, store.id, before)).counts,
    samples: during.said
      .filter(({ heard }) => heard === 'complicated')
      .slice(0, SAMPLES)
      .map(({ said_day, text }) => ({ day: said_day, text })),
  }
}

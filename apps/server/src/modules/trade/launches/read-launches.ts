import { addDays, parseDay } from '@zhanggui/kernel'
import type { SearchBoost } from '@zhanggui/orders'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { resources } from '../../admin/schema.ts'
import { instantOfShop } from '../../campaigns/index.ts'
import { LAUNCHES } from './launches.ts'

/** Aimed at over the launch it is compared with. Source: D4, exposure of a first launch +50 %. */
const DEFAULTS = { exposureGoal: 0.5, exposureDays: 7, buyerLimit: 1, weightDays: 7, weightDecayDays: 3 }

/** A launch as it runs; `opensAt` UTC ms. */
export type Launch = {
  code: string
  name: string
  kind: 'first' | 'limited'
  sku: string
  item: string
  day: string
  opensAt: number
  allocation: Readonly<Record<string, number>>
  buyerLimit: number
  searchWeight: number
  /** Of its search weight; `weightUntil` is the business day on which it begins to decay. */
  boost: SearchBoost
  weightUntil: string
  seeding: string[]
  like: { item: string; day: string } | null
  exposureGoal: number
  exposureDays: number
  isOn: boolean
}

const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

function launchOf(data: Record<string, unknown>, timezone: string): Launch {
  const [hour = 0, minute = 0] = String(data.launchTime).split(':').map(Number)
  const day = parseDay(String(data.launchDay))
  const minutes = hour * 60 + minute
  const instantOf = instantOfShop(timezone)
  const weightUntil = addDays(day, numberOr(data.weightDays, DEFAULTS.weightDays))
  const goneOn = addDays(weightUntil, numberOr(data.weightDecayDays, DEFAULTS.weightDecayDays))
  const opensAt = Date.parse(instantOf(day, minutes))
  const until = Date.parse(instantOf(weightUntil, minutes))
  const searchWeight = numberOr(data.searchWeight, 1)
  return {
    code: String(data.code),
    name: String(data.name),
    kind: data.kind === 'limited' ? 'limited' : 'first',
    sku: String(data.sku),
    item: String(data.item),
    day,
    opensAt,
    allocation: data.allocation as Record<string, number>,
    buyerLimit: numberOr(data.buyerLimit, DEFAULTS.buyerLimit),
    searchWeight,
    boost: { factor: searchWeight, from: opensAt, until, decayMs: Date.parse(instantOf(goneOn, minutes)) - until },
    weightUntil,
    seeding: String(data.seeding ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    like: data.likeItem ? { item: String(data.likeItem), day: String(data.likeDay) } : null,
    exposureGoal: numberOr(data.exposureGoal, DEFAULTS.exposureGoal),
    exposureDays: numberOr(data.exposureDays, DEFAULTS.exposureDays),
    isOn: data.isOn === true,
  }
}

/** The launches of a shop, in the order in which they were declared. */
export const readLaunches = async (
  context: Context,
  { id, timezone }: { id: string; timezone: string },
): Promise<Launch[]> => (await readAllRows(context, LAUNCHES, id)).map(({ data }) => launchOf(data, timezone))

/** Shops that have ever declared a launch. */
export async function storesWithLaunches(context: Context): Promise<string[]> {
  const rows = await context.records.db
    .selectDistinct({ store: resources.store })
    .from(resources)
    .where(eq(resources.resource, LAUNCHES.id))
  return rows.map(({ store }) => store)
}

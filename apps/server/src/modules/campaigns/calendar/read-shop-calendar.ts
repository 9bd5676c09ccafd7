import {
  anniversaryRule,
  type HolidayOverride,
  type HolidayOverrides,
  holidayOverrides,
  OCCASION_KINDS,
  type OccasionKind,
  type OccasionRule,
  RECURRENCES,
  type Recurrence,
  type ShopOccasion,
  shopRules,
  TMALL_OCCASIONS,
} from '@zhanggui/calendar'
import type { Store } from '@zhanggui/contract'
import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { ResourceData } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { HOLIDAY_OVERRIDES } from './holiday-overrides.ts'
import { SHOP_OCCASIONS } from './shop-occasions.ts'

/** Between the platform's small days and its big ones. */
const DEFAULT_WEIGHT = 4

/** An own occasion with the record it was stated in, and whether queries count its days. */
export type StatedOccasion = ShopOccasion & {
  row: string
  uid: string | null
  note: string
  counted: boolean
  /** The record as it stands, without defaults. */
  data: ResourceData
}

/** The id of an own occasion in queries; never the name, which people change. */
export const occasionIdOf = (row: string): string => `shop:${row}`

const dayOf = (value: unknown): BusinessDay | null => (typeof value === 'string' ? parseDay(value) : null)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const isKind = (text: string): text is OccasionKind => (OCCASION_KINDS as readonly string[]).includes(text)
const isRecurrence = (text: string): text is Recurrence => (RECURRENCES as readonly string[]).includes(text)

export function statedOccasion(row: string, data: ResourceData): StatedOccasion {
  const mainDay = parseDay(textOf(data.mainDay))
  const [kind, recurs, name] = [textOf(data.kind), textOf(data.recurs), textOf(data.name)]
  return {
    row,
    id: occasionIdOf(row),
    nameZh: name,
    nameEn: name,
    kind: isKind(kind) ? kind : 'shop',
    mainDay,
    burstFrom: dayOf(data.fromDay) ?? mainDay,
    burstTo: dayOf(data.toDay) ?? mainDay,
    preheatFrom: dayOf(data.preheatFromDay),
    closingTo: dayOf(data.closingToDay),
    recurs: isRecurrence(recurs) ? recurs : 'once',
    replaces: textOf(data.replaces) || null,
    weight: typeof data.weight === 'number' ? data.weight : DEFAULT_WEIGHT,
    uid: textOf(data.uid) || null,
    note: textOf(data.note),
    counted: data.counted !== false,
    data,
  }
}

export async function readStatedOccasions(context: Context, store: string): Promise<StatedOccasion[]> {
  const rows = await readAllRows(context, SHOP_OCCASIONS, store)
  return rows.map(({ id, data }) => statedOccasion(id, data))
}

/** The own occasions that count as campaign days; imported meetings and birthdays do not. */
export async function readCountedOccasions(context: Context, store: string): Promise<StatedOccasion[]> {
  return (await readStatedOccasions(context, store)).filter(({ counted }) => counted)
}

/** What counts as a campaign day in a shop: the platform's occasions, with the shop's dates in place, and its own. */
export const occasionRulesOf = (stated: readonly ShopOccasion[]): readonly OccasionRule[] =>
  shopRules(TMALL_OCCASIONS, stated)

/** What an event of a plan may follow: all that counts, and the anniversary, which counts only once the shop takes it over. */
export const followedRulesOf = (
  { foundedDay }: Pick<Store, 'foundedDay'>,
  stated: readonly ShopOccasion[],
): readonly OccasionRule[] => [
  ...occasionRulesOf(stated),
  ...(foundedDay ? [anniversaryRule(parseDay(foundedDay))] : []),
]

export async function readHolidayOverrides(context: Context, store: string): Promise<HolidayOverrides> {
  const rows = await readAllRows(context, HOLIDAY_OVERRIDES, store)
  return holidayOverrides(
    rows.map(({ data }): HolidayOverride => {
      const kind = textOf(data.kind)
      const known = kind === 'holiday' || kind === 'makeUpWorkday' ? kind : 'workday'
      return { day: parseDay(textOf(data.day)), kind: known, nameZh: textOf(data.name) }
    }),
  )
}

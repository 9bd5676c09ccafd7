import { createHash } from 'node:crypto'
import type { HolidayOverride } from '@zhanggui/calendar'
import {
  type ClockPolicy,
  type Closure,
  type DaySpans,
  type HoursProblem,
  hoursProblem,
  type Ladder,
  parseSpans,
  policyOf,
  type ServiceHours,
  SHIPPED_LADDERS,
  type StatedStep,
  shopLadders,
} from '@zhanggui/clocks'
import { parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { canonicalJson } from '../../admin/canonical-json.ts'
import type { ResourceData } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { getStore } from '../../admin/stores.ts'
import { readHolidayOverrides } from '../../campaigns/calendar/read-shop-calendar.ts'
import { CLOCK_TARGETS, readReasons } from './resources/clock-targets.ts'
import { SERVICE_CLOSURES } from './resources/service-closures.ts'
import { SERVICE_HOURS, WEEKDAY_FIELDS } from './resources/service-hours.ts'

/**
 * A ladder of a shop with the policy that a clock is started under now. Hours that are not there or cannot be used would never
 * let anything be due; its clocks then run round the clock, and `hoursProblem` says so.
 */
export type ShopLadder = Ladder & {
  policy: ClockPolicy
  policyHash: string
  hoursProblem: HoursProblem | 'unknown_hours' | null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function spansOf(value: unknown): DaySpans {
  const spans = parseSpans(textOf(value) ?? '')
  // The form lets no other text in; what is no span is closed rather than open.
  return spans.ok ? spans.value : []
}

type HoursParts = { timeZone: string; overrides: readonly HolidayOverride[]; closures: readonly ResourceData[] }

function toHours(data: ResourceData, { timeZone, overrides, closures }: HoursParts): ServiceHours {
  const [mon, tue, wed, thu, fri, sat, sun] = WEEKDAY_FIELDS.map((field) => spansOf(data[field]))
  const week = [mon ?? [], tue ?? [], wed ?? [], thu ?? [], fri ?? [], sat ?? [], sun ?? []] as const
  const mine = closures.filter(({ hours }) => textOf(hours) === null || hours === data.name)
  return {
    timeZone,
    week,
    holiday: spansOf(data.holiday),
    makeUpDay: textOf(data.makeUpDay) === null ? week[0] : spansOf(data.makeUpDay),
    closures: mine.map(
      (closure): Closure => ({
        from: parseDay(String(closure.fromDay)),
        through: parseDay(String(closure.throughDay)),
        name: String(closure.name),
      }),
    ),
    overrides,
  }
}

/** The service hours of a shop by name, in its time zone. */
export async function readServiceHours(context: Context, store: string): Promise<Map<string, ServiceHours>> {
  const { timezone } = await getStore(context, store)
  const overrides = [...(await readHolidayOverrides(context, store)).values()]
  const closures = (await readAllRows(context, SERVICE_CLOSURES, store)).map(({ data }) => data)
  const rows = await readAllRows(context, SERVICE_HOURS, store)
  const parts = { timeZone: timezone, overrides, closures }
  return new Map(rows.map(({ data }) => [String(data.name), toHours(data, parts)]))
}

const statedStep = (data: ResourceData): StatedStep => ({
  ladder: String(data.ladder),
  ladderName: textOf(data.ladderName),
  step: String(data.step),
  name: String(data.name),
  targetMs: Number(data.targetSeconds) * 1000,
  warnBp: typeof data.warnPercent === 'number' ? data.warnPercent * 100 : null,
  pausedBy: readReasons(textOf(data.pausedBy) ?? '') ?? [],
  hours: textOf(data.hours),
})

export const hashPolicy = (policy: ClockPolicy): string =>
  createHash('sha256').update(canonicalJson(policy)).digest('hex')

function withPolicy(ladder: Ladder, hours: ReadonlyMap<string, ServiceHours>): ShopLadder {
  const named = ladder.hours === null ? null : (hours.get(ladder.hours) ?? 'unknown_hours')
  const hoursFault = named === 'unknown_hours' ? named : named && hoursProblem(named)
  const policy = policyOf(ladder, named === 'unknown_hours' || hoursFault ? null : named)
  return { ...ladder, policy, policyHash: hashPolicy(policy), hoursProblem: hoursFault }
}

/** Every ladder of a shop, the shipped ones with the shop's targets and its own. */
export async function readLadders(context: Context, store: string): Promise<ShopLadder[]> {
  const hours = await readServiceHours(context, store)
  const stated = (await readAllRows(context, CLOCK_TARGETS, store)).map(({ data }) => statedStep(data))
  return shopLadders(SHIPPED_LADDERS, stated).map((ladder) => withPolicy(ladder, hours))
}

/** Errors: throws `not_found`. */
export async function readLadder(context: Context, store: string, id: string): Promise<ShopLadder> {
  const found = (await readLadders(context, store)).find((ladder) => ladder.id === id)
  if (!found) throw new ApiFailure('not_found', { what: `ladders/${id}` })
  return found
}

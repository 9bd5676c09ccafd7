import type { Store } from '@zhanggui/contract'
import { addDays, allocate, businessDayOf, cents } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { Resource, ResourceData } from '../../admin/resources/define-resource.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { saveRows } from '../../admin/resources/save-rows.ts'
import { runQuery } from '../../insight/run-query.ts'
import { addFromLibrary } from '../../live/alerts/index.ts'
import { AD_CREATIVES } from '../../live/alerts/series/ad-creatives.ts'
import { SHOP_READINGS } from '../../live/alerts/series/shop-readings.ts'
import { enterEvent, startClock } from '../../live/clocks/index.ts'
import { DUTY_SHIFTS } from '../../live/clocks/resources/duty-shifts.ts'
import { addShipped, changePlaybook, findPlaybook } from '../playbooks/index.ts'
import { listLevers, putLever } from '../playbooks/records/levers.ts'
import { DEMO_TEAM } from './campaigns/demo-course.ts'

const MINUTE_MS = 60_000
const ROTA_DAYS = { before: 1, after: 8 }
const SHIFTS = ['08:00-16:00', '16:00-00:00', '00:00-08:00'] as const
const PEOPLE = ['孙倩', '郑工', '李想', '周舟', '唐果', '吴桐'] as const
/** Categories whose exposure playbooks shift, by the share they sold of late. */
const CATEGORIES = 4
const VENUE_BP = 10_000
const READING_DAYS = 14
const SCORES = {
  dsrDescription: { value: 4.88, fall: 0, industry: 4.8 },
  dsrService: { value: 4.86, fall: 0, industry: 4.79 },
  dsrLogistics: { value: 4.85, fall: 0.01, industry: 4.81 },
} as const

type At = { context: Context; caller: ResourceCaller; store: Store; now: Date }

type Saver = Pick<At, 'context' | 'caller'>

async function save({ context, caller }: Saver, resource: Resource, rows: readonly ResourceData[]): Promise<void> {
  const incoming = rows.map((data, i) => ({ line: i + 1, data }))
  const { problems } = await saveRows(context, resource, caller, { rows: incoming, reason: 'demo' })
  if (problems.length > 0) throw new Error(`demo ${resource.id}: ${problems[0]?.messageEn}`)
}

/** Somebody at every hour, each person the same shift every second day, and one lead on call. */
async function saveRota({ context, caller, store, now }: At): Promise<void> {
  const today = businessDayOf(now, store.timezone)
  const days = Array.from({ length: ROTA_DAYS.before + ROTA_DAYS.after }, (_, i) =>
    addDays(today, i - ROTA_DAYS.before),
  )
  const rows = days.flatMap((day, d) => [
    ...SHIFTS.map((hours, s) => ({ day, person: PEOPLE[s * 2 + (d % 2)], level: 'first', hours })),
    { day, person: DEMO_TEAM.operations, level: 'lead', hours: null, standby: true },
  ])
  await save({ context, caller }, DUTY_SHIFTS, rows)
}

/** The venue's exposure by category, as it was sold; pace and stock are measured. */
async function saveLevers({ context, caller, store }: At): Promise<void> {
  const order = { by: 'paid', direction: 'desc' as const }
  const asked = { metrics: ['paid'], by: ['category'], order, limit: CATEGORIES }
  const { rows } = await runQuery(context, store, asked)
  const sold = rows.map(({ paid }) => (typeof paid === 'number' ? Math.max(0, paid) : 0))
  if (sold.every((paid) => paid === 0)) return
  const known = new Set((await listLevers(context, store.id)).map(({ id }) => id))
  const weights = allocate(cents(VENUE_BP), sold)
  for (const [i, { category }] of rows.entries()) {
    if (known.has(String(category))) continue
    const fields = { weight: weights[i] ?? 0, base: weights[i] ?? 0 }
    const lever = { name: `会场 ${String(category)}`, fields, version: 0 }
    await putLever(context, caller, { type: 'exposure', id: String(category) }, lever)
  }
}

/** Every shipped playbook, in shadow as it ships; the one that swaps what is sold out acts. */
async function savePlaybooks({ context, caller }: At): Promise<void> {
  await addShipped(context, caller)
  const { body, version } = await findPlaybook(context, caller.store, 'sold-out-swap')
  if (!body.shadow) return
  const acting = { ...body, shadow: false, enabled: true, version, reason: 'demo' }
  await changePlaybook(context, caller, 'sold-out-swap', acting)
}

/** Two complaints that were answered in time. */
async function saveClocks({ context, caller, now }: At): Promise<void> {
  for (const [i, title] of ['快递外箱破损', '赠品未随单发出'].entries()) {
    const startedAt = new Date(now.getTime() - (180 + i * 60) * MINUTE_MS)
    const subject = { kind: 'complaint', id: `demo-${i + 1}` }
    const asked = { ladder: 'complaint', subject, title: `投诉：${title}`, owner: DEMO_TEAM.service, startedAt }
    const { id: clock } = await startClock(context, caller, asked)
    const at = startedAt.getTime() + 14 * MINUTE_MS
    await enterEvent(context, caller, {
      clock,
      id: 'solved',
      note: '补发并道歉',
      event: { kind: 'stop', at, outcome: 'resolved' },
    })
  }
}

/** Scores as somebody read them off the platform: logistics fell below its industry these days. Creatives: one was refused. */
async function saveReadings({ context, caller, store, now }: At): Promise<void> {
  const today = businessDayOf(now, store.timezone)
  const days = Array.from({ length: READING_DAYS }, (_, i) => addDays(today, i - READING_DAYS))
  const scores = days.flatMap((day, i) =>
    Object.entries(SCORES).map(([reading, { value, fall, industry }]) => ({
      day,
      reading,
      value: Math.round((value - fall * i) * 100) / 100,
      industry,
      source: '演示数据',
    })),
  )
  await save({ context, caller }, SHOP_READINGS, scores)
  const creative = { channel: '搜索', link: null, linkState: 'ok', checkedDay: addDays(today, -1) }
  await save({ context, caller }, AD_CREATIVES, [
    { ...creative, creative: 'A-101', name: '双11 主推短视频', review: 'approved' },
    { ...creative, creative: 'A-102', name: '会员专享海报', review: 'disapproved' },
  ])
}

/**
 * What watches the demo shop: alert rules with their owners, playbooks with what they steer, who is on duty, and kept
 * deadlines. Safe to repeat.
 */
export async function saveDemoWatch(
  context: Context,
  { store, actor }: { store: Store; actor: string },
): Promise<void> {
  const at: At = { context, caller: { store: store.id, actor, role: 'owner' }, store, now: context.clock.now() }
  await addFromLibrary(context, at.caller)
  await savePlaybooks(at)
  await saveLevers(at)
  await saveRota(at)
  await saveReadings(at)
  await saveClocks(at)
}

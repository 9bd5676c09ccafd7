import { type BenchmarkGap, GapInitiative, type ResourceRow, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { createResource } from '../../admin/resources/change-resource.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { INITIATIVES } from '../../campaigns/effects/initiatives.ts'
import type { Asker } from '../../insight/run-query.ts'
import { gapMark, readBenchmarks } from './read-benchmarks.ts'

/** The figures of the gap in words, so that whoever works on it knows what it was made of. */
function noteOf({ id, nameZh, target, own, gap, unit, source, actionZh }: BenchmarkGap): string {
  const say = (value: number | null): string => {
    if (value === null) return '未知'
    if (unit === 'ratio') return `${(value * 100).toFixed(2)}%`
    return unit === 'money' ? `${(value / 100).toFixed(2)} 元` : String(value)
  }
  const figures = `标杆值 ${say(target)}，本店 ${say(own)}，差距 ${say(gap)}`
  return `${gapMark(id)}：${nameZh}。${figures}。来源：${source}。动作：${actionZh}`
}

/** What the shop must gain to reach the target, as a share of its own figure; null where that is unknown or nothing. */
const aimOf = ({ own, gap, basis, target }: BenchmarkGap): number | null => {
  if (basis === 'growth') return target
  return own === null || gap === null || own <= 0 || gap <= 0 ? null : gap / own
}

/**
 * A gap becomes an improvement with an owner, goods, a control and the gap's figures (P1.15, P3.26).
 * Errors: throws `not_found` for an unknown benchmark; as `createResource`.
 */
export async function makeInitiative(
  context: Context,
  { store, caller, asker }: { store: Store; caller: ResourceCaller; asker: Asker },
  benchmark: string,
  body: GapInitiative,
): Promise<ResourceRow> {
  const { from, to, ...asked } = parseInput(GapInitiative, body)
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const { benchmarks } = await readBenchmarks(context, store, range, asker)
  const gap = benchmarks.find((b) => b.id === benchmark)
  if (!gap) throw new ApiFailure('not_found', { what: `benchmarks/${benchmark}` })
  const data = {
    ...asked,
    code: `${gap.id.slice(0, 40)}-${asked.fromDay}`,
    name: `追平标杆：${gap.nameZh}`,
    kind: 'other',
    targetShare: aimOf(gap),
    note: noteOf(gap),
  }
  return createResource(context, INITIATIVES, caller, { data, reason: data.name })
}

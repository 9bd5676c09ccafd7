import { differenceInDifferences, type UnitChange } from '@zhanggui/analysis'
import type { ReturnsRow, Store } from '@zhanggui/contract'
import { addDays, daysBetween, parseDay, ratio } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { readTools } from '../../budget/measured-spend.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { CHANNEL_TESTS } from './channel-tests.ts'

type Incremental = NonNullable<ReturnsRow['incremental']>
type ChannelTest = { name: string; channel: string; from: string; to: string; stopped: ReadonlySet<string> }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function testOf(data: Record<string, unknown>): ChannelTest {
  const stopped = textOf(data.stoppedProvinces).split(/[,，、;；\s]+/)
  return {
    name: textOf(data.name),
    channel: textOf(data.channel),
    from: textOf(data.fromDay),
    to: textOf(data.toDay),
    stopped: new Set(stopped.filter((name) => name !== '')),
  }
}

type Reader = { context: Context; store: Store; asker: Asker | undefined }

async function paidByProvince({ context, store, asker }: Reader, days: { from: string; to: string }) {
  const { rows } = await runQuery(context, store, { metrics: ['paid'], by: ['province'], ...days }, asker)
  return new Map(
    rows.flatMap((row) =>
      row.province === '' || typeof row.paid !== 'number' ? [] : [[String(row.province), row.paid]],
    ),
  )
}

/** Provinces on the level they had before: a small one counts as much as a large one, and says as much about the channel. */
function unitsOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  pick: (name: string) => boolean,
) {
  return [...before].flatMap(([id, paid]): UnitChange[] =>
    pick(id) && paid > 0 ? [{ id, before: 1, after: (after.get(id) ?? 0) / paid }] : [],
  )
}

/** Null while the test has not begun to tell: too few provinces, or none that was stopped. */
async function measure(reader: Reader, test: ChannelTest): Promise<Incremental | null> {
  const [from, to] = [parseDay(test.from), parseDay(test.to)]
  const days = daysBetween(from, to)
  if (days <= 0) return null
  const before = await paidByProvince(reader, { from: addDays(from, -days), to: from })
  const after = await paidByProvince(reader, { from, to })
  const isStopped = (name: string): boolean => test.stopped.has(name)
  const running = unitsOf(before, after, (name) => !isStopped(name))
  const { effect } = differenceInDifferences(running, unitsOf(before, after, isStopped))
  if (!effect) return null
  const level = [...before].reduce((sum, [name, paid]) => sum + (isStopped(name) ? 0 : paid), 0)
  const tools = await readTools(reader.context, reader.store, { from, to })
  const costCents = tools.reduce((sum, tool) => sum + (tool.channel === test.channel ? tool.spendCents : 0), 0)
  const paidCents = Math.round(effect.mean * level)
  return {
    test: test.name,
    paidCents,
    lowCents: Math.round(effect.low * level),
    highCents: Math.round(effect.high * level),
    costCents,
    roi: ratio(paidCents, costCents),
  }
}

/**
 * What channels brought beyond what would have come anyway, by the latest finished test of each: provinces where it ran against
 * provinces where it was stopped, both against as many days before.
 */
export async function readIncremental(
  context: Context,
  store: Store,
  asker?: Asker,
): Promise<Map<string, Incremental>> {
  const rows = await readAllRows(context, CHANNEL_TESTS, store.id)
  const tests = rows.filter((row) => row.state === 'done').map((row) => testOf(row.data))
  const measured = new Map<string, Incremental>()
  for (const test of tests.toSorted((a, b) => (a.to < b.to ? -1 : 1))) {
    const incremental = await measure({ context, store, asker }, test)
    if (incremental) measured.set(test.channel, incremental)
  }
  return measured
}

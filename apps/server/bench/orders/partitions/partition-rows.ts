import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { OrderRow, RowGroup, RowOptions } from '../order-row.ts'
import type { AnswerCheck } from './check-answers.ts'

/** What one partition did. Instants in ms of the same clock in all processes. */
export type PartitionReport = AnswerCheck & {
  decided: number
  startedAt: number
  endedAt: number
  perSecond: number
  p99us: number
}

const COUNTS = [1, 2, 4] as const
/** Of the orders of a run; for each partition, so that more of them have more to do. */
const SHARE = 0.5

type Partition = { go(): Promise<PartitionReport> }

async function startPartition(orders: number, seed: string, disk: string): Promise<Partition> {
  const child = fork(join(import.meta.dirname, 'partition.ts'), [`${orders}`, seed, disk])
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`partition ${seed} ended with ${code}`)
  })
  ended.catch(() => undefined)
  const heard = async (): Promise<unknown> => (await Promise.race([once(child, 'message'), ended]))[0]
  await heard()
  return {
    go() {
      child.send('go')
      return heard() as Promise<PartitionReport>
    },
  }
}

/** So many partitions deciding at the same time, all warm before the first begins. */
export async function runPartitions(count: number, orders: number, disk: string): Promise<PartitionReport[]> {
  const partitions: Partition[] = []
  for (let i = 0; i < count; i++) partitions.push(await startPartition(orders, `partition-${i}`, disk))
  return Promise.all(partitions.map((partition) => partition.go()))
}

/** Together: all decisions, from the first beginning to the last end. */
export function togetherPerSecond(reports: readonly PartitionReport[]): number {
  const from = Math.min(...reports.map(({ startedAt }) => startedAt))
  const to = Math.max(...reports.map(({ endedAt }) => endedAt))
  return Math.round((reports.reduce((sum, { decided }) => sum + decided, 0) * 1000) / (to - from))
}

function rowsOf(reports: readonly PartitionReport[]): OrderRow[] {
  const id = `partitions.${reports.length}`
  const sum = (of: (report: PartitionReport) => number): number => reports.reduce((all, report) => all + of(report), 0)
  return [
    { id, value: togetherPerSecond(reports), unit: 'decisions/s' },
    { id: `${id}.each`, value: Math.round(sum(({ perSecond }) => perSecond) / reports.length), unit: 'decisions/s' },
    { id: `${id}.p99us`, value: Math.max(...reports.map(({ p99us }) => p99us)), unit: 'µs a batch' },
    { id: `${id}.lost`, value: sum(({ lost }) => lost), unit: 'orders' },
    { id: `${id}.duplicates`, value: sum(({ duplicates }) => duplicates), unit: 'orders' },
  ]
}

/** One core after another beside each other on the same processors and disk. Errors: throws where units do not add up afterwards. */
export async function partitionRows({ orders, disk }: RowOptions): Promise<RowGroup> {
  const rows: OrderRow[] = []
  for (const count of COUNTS) {
    const reports = await runPartitions(count, Math.ceil(orders * SHARE), disk)
    const faults = reports.flatMap((report) => report.faults)
    if (faults.length > 0) throw new Error(faults.slice(0, 5).join('\n'))
    rows.push(...rowsOf(reports))
  }
  return {
    rows,
    notes: [
      'partitions: cores in processes of their own on the same processors and disk, each with items and a journal of its own, as durable.batch256; lost and duplicates: every answer against what a recovery from the journal finds afterwards',
    ],
  }
}

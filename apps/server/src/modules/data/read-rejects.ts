import type { RejectedRow } from '@zhanggui/contract'
import { faultsOf, reasonOf } from '@zhanggui/imports'
import type { Context } from '../../context.ts'
import type { PreparedTable } from './prepare-tables.ts'
import { printable } from './spool/printable.ts'
import type { SpoolReport } from './spool/spool-table.ts'
import type { StageGroup } from './stage-group.ts'

type StagedReject = { part: number; file: number; row: number; fault: number; value: string }

const toRow = (name: string, line: number, column: string, value: string, code: string): RejectedRow => {
  const { zh, en } = reasonOf(code)
  return { file: printable(name), line, column, value: printable(value), code, reason: zh, reasonEn: en }
}

/** Staging was written by another release. */
const UNNAMED = { code: 'unknown', column: '' }

/** Rows that the engine refused, part by part, so that a wholly wrong file does not fill memory. */
async function* stagedRejects(
  context: Context,
  group: StageGroup,
  reports: ReadonlyMap<number, SpoolReport>,
): AsyncGenerator<RejectedRow> {
  const { stage } = group.names
  const faults = new Map(group.tables.map((t) => [t, faultsOf(t.plan)]))
  const parts = await context.facts.query<{ part: number }>(
    `SELECT DISTINCT _part AS part FROM ${stage} WHERE _fault != 0 ORDER BY part`,
  )
  for (const { part } of parts) {
    const rows = await context.facts.query<StagedReject>(
      `SELECT _part AS part, _file AS file, _row AS row, _fault AS fault, _value AS value
FROM ${stage} WHERE _part = {part:UInt32} AND _fault != 0 ORDER BY row`,
      { part },
    )
    for (const { file, row, fault, value } of rows) {
      const table = group.tables.find((t) => t.index === file)
      const { code, column } = (table && faults.get(table)?.[fault - 1]) ?? UNNAMED
      yield toRow(table?.table.name ?? '', reports.get(file)?.lineOf(row) ?? row + 1, column, value, code)
    }
  }
}

/** Every refused row of an import: first what could not be cut into rows, then what the engine refused. */
export async function* readRejects(
  context: Context,
  groups: readonly StageGroup[],
  reports: ReadonlyMap<number, SpoolReport>,
): AsyncGenerator<RejectedRow> {
  const named = (table: PreparedTable): AsyncGenerator<RejectedRow> | RejectedRow[] =>
    (reports.get(table.index)?.faults ?? []).map((f) => toRow(table.table.name, f.line, '', '', f.code))
  for (const group of groups) {
    for (const table of group.tables) yield* named(table)
    yield* stagedRejects(context, group, reports)
  }
}

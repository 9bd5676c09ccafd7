import type { SpoolReport } from '../spool/spool-table.ts'
import { createStage } from '../stage-group.ts'
import { stageTable } from '../stage-table.ts'
import { PROGRESS, type Run, report } from './run.ts'

/** Reads every table into staging. Shape: what was learnt of each, by table. */
export async function readTables(run: Run, partsDone: number): Promise<Map<number, SpoolReport>> {
  const { context } = run
  const reports = new Map<number, SpoolReport>()
  let [parts, shareBefore, rowsBefore] = [0, 0, 0]
  for (const group of run.groups) await createStage(context, group.plan, group.names)
  for (const table of run.tables) {
    const group = run.groups.find((g) => g.tables.includes(table))
    if (!group) throw new Error('every table has a group')
    const before = { parts, share: shareBefore, rows: rowsBefore }
    const learnt = await stageTable(context, {
      group,
      table,
      store: run.store,
      timeZone: run.timeZone,
      hashKey: context.secrets.storeHashKey(run.store),
      partsDone: Math.max(0, partsDone - parts),
      folder: run.folder,
      signal: run.hooks.signal,
      onPart: (p) => {
        parts = before.parts + p.parts
        const progress = PROGRESS.read * (before.share + table.share * p.done)
        return report(run, { partsDone: parts, rows: before.rows + p.rows, progress })
      },
    })
    reports.set(table.index, learnt)
    shareBefore += table.share
    rowsBefore += learnt.records
  }
  return reports
}

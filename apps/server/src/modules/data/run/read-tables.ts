import type { SpoolReport } from '../spool/spool-table.ts'
import { createStage } from '../stage-group.ts'
import { stageTable } from '../stage-table.ts'
import { WorkWindow } from '../work-window.ts'
import { PROGRESS, type Run, report } from './run.ts'

/** Parts that the engine works on at once: one statement alone leaves a processor waiting for its slowest step. */
const PARTS_AT_ONCE = 2

/** Parts, rows and share of the bytes of the tables that have been cut. */
type Cut = { parts: number; rows: number; share: number }

/**
 * Reads every table into staging, in one stream: while the engine works on the last parts of one, the next is being cut.
 * Shape: what was learnt of each, by table.
 */
export async function readTables(run: Run, partsDone: number): Promise<Map<number, SpoolReport>> {
  const reports = new Map<number, SpoolReport>()
  for (const group of run.groups) await createStage(run.context, group.plan, group.names)
  const window = new WorkWindow(PARTS_AT_ONCE)
  let cut: Cut = { parts: 0, rows: 0, share: 0 }
  try {
    for (const table of run.tables) {
      const { learnt, parts } = await stageOne(run, { table, window, before: cut, partsDone })
      reports.set(table.index, learnt)
      cut = { parts: cut.parts + parts, rows: cut.rows + learnt.records, share: cut.share + table.share }
    }
    await window.drain()
  } finally {
    await window.settle()
  }
  return reports
}

function stageOne(
  run: Run,
  at: { table: Run['tables'][number]; window: WorkWindow; before: Cut; partsDone: number },
): ReturnType<typeof stageTable> {
  const { table, window, before } = at
  const group = run.groups.find((g) => g.tables.includes(table))
  if (!group) throw new Error('every table has a group')
  return stageTable(run.context, {
    group,
    table,
    window,
    store: run.store,
    timeZone: run.timeZone,
    hashKey: run.context.secrets.storeHashKey(run.store),
    partsDone: Math.max(0, at.partsDone - before.parts),
    folder: run.folder,
    signal: run.hooks.signal,
    onPart: ({ parts, rows, done }) =>
      report(run, {
        partsDone: before.parts + parts,
        rows: before.rows + rows,
        progress: PROGRESS.read * (before.share + table.share * done),
      }),
  })
}

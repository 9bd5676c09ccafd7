import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readPart, stageStatement } from '@zhanggui/imports'
import type { Context } from '../../context.ts'
import type { HashKey } from '../../storage/secrets.ts'
import { readForgotten } from '../admin/people/forgotten-list.ts'
import type { PreparedTable } from './prepare-tables.ts'
import { spooledDelimiter } from './spool/dialect.ts'
import { type SpooledPart, type SpoolReport, spoolTable } from './spool/spool-table.ts'
import type { StageGroup } from './stage-group.ts'
import type { WorkWindow } from './work-window.ts'

/** Parts of one table are numbered from `table × this`, so that each part has a number of its own in staging. */
const PARTS_PER_TABLE = 100_000

/** Rows that the engine works on at once while staging, so that their cells and values stay near the processor. */
const BLOCK_ROWS = 32_768

/** Rows that are written together. */
const WRITTEN_ROWS = 65_536

export type StageInput = {
  group: StageGroup
  table: PreparedTable
  store: string
  timeZone: string
  hashKey: HashKey
  /** Parts of this table that are staged already. */
  partsDone: number
  folder: string
  /** Where parts wait for their turn, those of other tables of the import among them. */
  window: WorkWindow
  signal?: AbortSignal | undefined
  /** After each part is staged for good. `done` is the share of the table's bytes. */
  onPart: (progress: { parts: number; rows: number; done: number }) => Promise<void>
}

async function stagePart(context: Context, input: StageInput, part: SpooledPart, number: number): Promise<void> {
  const { group, table, timeZone, hashKey, store } = input
  const { facts } = context
  const partNumber = table.index * PARTS_PER_TABLE + number
  const { forgets, params: forgotten } = await readForgotten(context, store)
  const reading = readPart(part.form, table.dialect.headers.length, spooledDelimiter(table.dialect))
  // A crash may have left half of this part behind.
  await facts.command(`ALTER TABLE ${group.names.stage} DROP PARTITION ${partNumber}`)
  await facts.ingest({
    sql: (rows, rowNumber) =>
      stageStatement(table.plan, { table: group.names.stage, reading, source: { rows, rowNumber }, forgets }),
    structure: reading.structure,
    format: reading.format,
    body: { path: part.path },
    params: {
      part: partNumber,
      file: table.index,
      rowBase: part.rowBase,
      timeZone,
      k0: hashKey.k0,
      k1: hashKey.k1,
      ...forgotten,
    },
    settings: {
      ...reading.settings,
      max_block_size: BLOCK_ROWS,
      max_insert_block_size: BLOCK_ROWS,
      min_insert_block_size_rows: WRITTEN_ROWS,
      min_insert_block_size_bytes: 64 * 1024 * 1024,
    },
  })
}

/**
 * Cuts one table into parts and has them read into staging, a few at a time; the last ones may still be under way when this
 * is answered. Parts that an earlier run has staged are left out.
 * Errors: rejects when aborted; what is staged stays for a later run.
 */
export async function stageTable(context: Context, input: StageInput): Promise<{ learnt: SpoolReport; parts: number }> {
  const { table, folder, signal, partsDone, window } = input
  const { parts, report, bytesRead } = spoolTable(table.table, table.dialect, join(folder, `table-${table.index}`), {
    isFirst: table.index === 0,
    signal,
  })
  let number = 0
  for await (const part of parts) {
    signal?.throwIfAborted()
    const current = number++
    const done = Math.min(1, bytesRead() / Math.max(1, table.bytes))
    const remove = (): Promise<void> => rm(part.path, { force: true })
    if (current < partsDone) await remove()
    else
      await window.add(
        () => stagePart(context, input, part, current).finally(remove),
        () => input.onPart({ parts: current + 1, rows: part.rowBase + part.records, done }),
      )
  }
  return { learnt: report, parts: number }
}

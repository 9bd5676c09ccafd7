import type { Context } from '../../../context.ts'

/** One data part of the events as the engine lists it. Block numbers grow with every insert and every rewriting. */
export type EventPart = {
  partition: string
  minBlock: number
  maxBlock: number
  /** The last rewriting that the part went through, else its first block. */
  dataVersion: number
  rows: number
  firstDay: string
  lastDay: string
}

/**
 * What the events consist of just now. Null where this process does not own them: another server may write, and what is kept
 * here would not hear of it in time.
 */
export async function readEventParts({ facts }: Context): Promise<EventPart[] | null> {
  if (facts.kind !== 'chdb') return null
  return facts.query<EventPart>(
    `SELECT partition_id AS partition, min_block_number AS minBlock, max_block_number AS maxBlock,
  data_version AS dataVersion, rows, toString(min_date) AS firstDay, toString(max_date) AS lastDay
FROM system.parts
WHERE active AND database = {database:String} AND table = 'events'`,
    { database: facts.database },
  )
}

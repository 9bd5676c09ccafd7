import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Dialect } from './dialect.ts'
import { spoolTable } from './spool-table.ts'

const DIALECT: Dialect = {
  encoding: 'utf-8',
  mojibake: null,
  delimiter: ',',
  bareCr: false,
  headerRow: 0,
  headers: ['a', 'b'],
  sampleRows: [],
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-spool-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const lines = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `${from + i},x\n`).join('')

/** A table of `rows` records below its header, in chunks of 20,000. */
async function cut(rows: number, { isFirst }: { isFirst: boolean }) {
  async function* read(): AsyncGenerator<Buffer> {
    yield Buffer.from('a,b\n')
    for (let at = 0; at < rows; at += 20_000) yield Buffer.from(lines(at, Math.min(20_000, rows - at)))
  }
  const table = { name: 'long.csv', container: 'csv' as const, isSheet: false, read }
  const cuts: { rowBase: number; records: number; firstLine: string | undefined }[] = []
  for await (const { path, rowBase, records } of spoolTable(table, DIALECT, folder, { isFirst }).parts)
    cuts.push({ rowBase, records, firstLine: (await readFile(path, 'utf8')).split('\n', 1)[0] })
  return cuts
}

test('the first part of an import is small so that work begins soon, the others are large so that statements are few', async () => {
  expect(await cut(1_000_000, { isFirst: true })).toEqual([
    { rowBase: 0, records: 60_000, firstLine: '0,x' },
    { rowBase: 60_000, records: 640_000, firstLine: '60000,x' },
    { rowBase: 700_000, records: 300_000, firstLine: '700000,x' },
  ])
  expect(await cut(1_000_000, { isFirst: false })).toEqual([
    { rowBase: 0, records: 640_000, firstLine: '0,x' },
    { rowBase: 640_000, records: 360_000, firstLine: '640000,x' },
  ])
})

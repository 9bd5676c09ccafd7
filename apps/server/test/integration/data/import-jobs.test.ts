import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { findImport, findImportRow } from '../../../src/modules/data/import-jobs.ts'
import { recoverImports } from '../../../src/modules/data/recover-imports.ts'
import { SERVER_STOPS } from '../../../src/modules/data/run/give-up.ts'
import { resumeImport, runImport, startImport } from '../../../src/modules/data/run-import.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { createFileFolder, type FileFolder } from './write-files.ts'

let context: TestContext
let files: FileFolder
let path: string
let shops = 0

const ROWS = 500_000

beforeAll(async () => {
  context = await createTestContext()
  files = await createFileFolder()
  // More than the first part holds, so that there is a middle to stop in.
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `${i % 9973},${i},${i % 77},pv,${1_511_544_000 + (i % 700_000)}\n`,
  )
  path = await files.write('log.csv', `user_id,item_id,category_id,behavior_type,timestamp\n${lines.join('')}`)
})
afterAll(async () => {
  await context?.close()
  await files?.remove()
})

async function shop(): Promise<string> {
  const id = `shop${++shops}`
  await createStore(context, { id, name: id }, { actor: 'test' })
  return id
}

const stored = async (store: string): Promise<number> =>
  (
    await context.facts.query<{ n: number }>('SELECT count() AS n FROM events WHERE store = {store:String}', { store })
  )[0]?.n ?? -1

const staging = async (id: number): Promise<number> =>
  (
    await context.facts.query<{ n: number }>(
      "SELECT count() AS n FROM system.tables WHERE database = currentDatabase() AND startsWith(name, concat('import_', toString({id:UInt32}), '_'))",
      { id },
    )
  )[0]?.n ?? -1

/** Stops an import after the first part that brings it beyond so many rows, for the given reason. */
async function stopAfterFirstPart(
  store: string,
  reason: string,
  { paths = [path], beyond = 0 }: { paths?: string[]; beyond?: number } = {},
): Promise<number> {
  const abort = new AbortController()
  const hooks = {
    signal: abort.signal,
    onProgress: (job: { progress: number; rows: number }) =>
      job.progress > 0 && job.rows > beyond && abort.abort(reason),
  }
  const started = await startImport(
    context,
    { store, files: paths.map((each) => ({ path: each })), actor: 'test' },
    { ...hooks, onProgress: (j) => void hooks.onProgress(j) },
  )
  await expect(started.run()).rejects.toMatchObject({ name: 'ImportFailure' })
  return started.id
}

describe('an import that stops', () => {
  test('when cancelled, leaves nothing behind', async () => {
    const store = await shop()
    const id = await stopAfterFirstPart(store, 'cancelled')
    expect(await findImport(context, store, id)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } })
    expect(await stored(store)).toBe(0)
    expect(await staging(id)).toBe(0)
  })

  test('when the server stops, shows nothing and goes on after the last finished part', async () => {
    const store = await shop()
    const id = await stopAfterFirstPart(store, SERVER_STOPS)
    const row = await findImportRow(context, store, id)
    expect(row).toMatchObject({ state: 'interrupted' })
    expect(row?.partsDone).toBeGreaterThan(0)
    expect(await stored(store)).toBe(0)
    const resumed = await resumeImport(context, { store, id })
    expect(await resumed.run()).toMatchObject({ id, state: 'done', rows: ROWS, accepted: ROWS, duplicates: 0 })
    expect(await stored(store)).toBe(ROWS)
    await expect(resumeImport(context, { store, id })).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('in its second file goes on there, and what another release has read is read anew', async () => {
    const small = await files.write(
      'small.csv',
      `user_id,item_id,category_id,behavior_type,timestamp\n9,9,9,pv,1511544070\n`,
    )
    for (const release of ['this', 'another']) {
      const store = await shop()
      const id = await stopAfterFirstPart(store, SERVER_STOPS, { paths: [small, path], beyond: 1 })
      expect((await findImportRow(context, store, id))?.partsDone).toBeGreaterThan(1)
      if (release === 'another')
        await context.records.query(`UPDATE imports SET options = '{"partRecords":"1000"}' WHERE id = $1`, [id])
      const resumed = await resumeImport(context, { store, id })
      expect(await resumed.run()).toMatchObject({ state: 'done', rows: ROWS + 1, accepted: ROWS + 1, duplicates: 0 })
      expect(await stored(store)).toBe(ROWS + 1)
    }
  })

  test('when the process died while reading, waits to be resumed', async () => {
    const store = await shop()
    const started = await startImport(context, { store, files: [{ path }], actor: 'test' })
    await context.records.query("UPDATE imports SET state = 'reading' WHERE id = $1", [started.id])
    await recoverImports(context)
    expect(await findImport(context, store, started.id)).toMatchObject({ state: 'interrupted' })
  })

  // Two equal views and a purchase in November, a view in December.
  const LINES = '1,2,3,pv,1511544070\n1,2,3,pv,1511544070\n1,2,3,buy,1511544071\n1,2,3,pv,1512057600\n'

  test.each([
    { moment: 'while rows are written beside the facts', last: /INSERT INTO \S+_beside/, shown: 0, how: 'recovered' },
    { moment: 'before the first month is handed over', last: /PARTITION ID '201711'/, shown: 0, how: 'recovered' },
    { moment: 'between two months', last: /PARTITION ID '201712'/, shown: 3, how: 'recovered' },
    { moment: 'before the orders that events bring', last: /\.order_lines ATTACH/, shown: 4, how: 'recovered' },
    { moment: 'before the orders that events bring', last: /\.order_lines ATTACH/, shown: 4, how: 'resumed' },
  ])(
    'half way through publishing, $moment, shows whole months and doubles nothing when $how',
    async ({ last, shown, how }) => {
      const store = await shop()
      const few = await files.write('few.csv', `user_id,item_id,category_id,behavior_type,timestamp\n${LINES}`)
      const { facts } = context
      const command: typeof facts.command = (sql, ...rest) =>
        last.test(sql) ? Promise.reject(new Error('gone')) : facts.command(sql, ...rest)
      const dying = await startImport(
        { ...context, facts: { ...facts, command } },
        { store, files: [{ path: few }], actor: 'test' },
      )
      await expect(dying.run()).rejects.toMatchObject({ code: 'publish_interrupted' })
      const { id } = dying
      expect(await findImport(context, store, id)).toMatchObject({ state: 'interrupted' })
      expect(await stored(store)).toBe(shown)
      if (how === 'resumed') await (await resumeImport(context, { store, id })).run()
      else {
        await context.records.query("UPDATE imports SET state = 'publishing' WHERE id = $1", [id])
        await rm(few)
        await recoverImports(context)
      }
      expect(await findImport(context, store, id)).toMatchObject({ state: 'done', accepted: 4, error: null })
      expect(await stored(store)).toBe(4)
      const orders = await facts.query('SELECT quantity FROM order_lines FINAL WHERE store = {store:String}', { store })
      expect(orders).toEqual([{ quantity: 1 }])
      expect(await staging(id)).toBe(0)
    },
  )

  test('when its file has gone, says so', async () => {
    const store = await shop()
    const gone = join(files.folder, 'gone.csv')
    await expect(runImport(context, { store, files: [{ path: gone }], actor: 'test' })).rejects.toMatchObject({
      code: 'file_missing',
    })
  })
})

test('equal lines of one file are lines of their own; the file again adds none', async () => {
  const store = await shop()
  const text = `user_id,item_id,category_id,behavior_type,timestamp\n${'7,8,9,pv,1511544070\n'.repeat(3)}`
  const same = await files.write('same.csv', text)
  expect(await runImport(context, { store, files: [{ path: same }, { path: same }], actor: 'test' })).toMatchObject({
    rows: 6,
    accepted: 3,
    duplicates: 3,
  })
  expect(await runImport(context, { store, files: [{ path: same }], actor: 'test' })).toMatchObject({
    accepted: 0,
    duplicates: 3,
  })
  expect(await stored(store)).toBe(3)
})

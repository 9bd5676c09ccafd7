import { createStore } from '../../../src/modules/admin/stores.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { createTestContext } from '../../support/test-context.ts'
import { createFileFolder } from './write-files.ts'

/** An installation, a folder for files, and what a test of imports does with them again and again. */
export async function openImportDesk() {
  const context = await createTestContext()
  const files = await createFileFolder()
  let shops = 0
  return {
    context,
    files,
    /** A new shop. Shape: its id. */
    async shop(): Promise<string> {
      const id = `shop${++shops}`
      await createStore(context, { id, name: id }, { actor: 'test' })
      return id
    },
    /** Imports one file. */
    load: async (store: string, name: string, bytes: string | Uint8Array) =>
      runImport(context, { store, files: [{ path: await files.write(name, bytes), name }], actor: 'test' }),
    /** The shop's order lines, in order. */
    orders: (store: string, columns: string) =>
      context.facts.query<Record<string, unknown>>(
        `SELECT ${columns} FROM order_lines FINAL WHERE store = {store:String} ORDER BY order_id, line_id`,
        { store },
      ),
    async close(): Promise<void> {
      await context.close()
      await files.remove()
    },
  }
}

export type ImportDesk = Awaited<ReturnType<typeof openImportDesk>>

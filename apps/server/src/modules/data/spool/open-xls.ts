import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { ImportFailure } from './import-failure.ts'
import type { SourceTable } from './source-table.ts'
import type { XlsMessage } from './xls-worker.ts'

/** The old format ends at 65,536 rows and is read whole. */
const XLS_BYTES_MAX = 64 * 1024 * 1024
/** A full workbook of that size needs less; a damaged one may ask for everything there is. */
const HEAP_MB_MAX = 2048
const CSV_CHARS_MAX = 512 * 1024 * 1024
/** An honest megabyte is read in well under a second, and a busy machine is given ten times that. */
const timeLimitMs = (bytes: number): number => 15_000 + (bytes / 1024 / 1024) * 5000

type Sheet = { name: string; chunks: Buffer[] }

/** Reads the workbook in a thread of its own: on some damage the reader never comes back, and must not take the server along. */
function readSheets(path: string, limits: { name: string; ms: number }): Promise<Sheet[]> {
  const file = limits.name
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./xls-worker.ts', import.meta.url), {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX },
      // What the reader mutters about records it does not know is no news.
      stderr: true,
      stdout: true,
    })
    const sheets: Sheet[] = []
    let chars = 0
    const settle = (end: () => void): void => {
      clearTimeout(timer)
      end()
      void worker.terminate()
    }
    const fail = (code: 'unreadable_file' | 'encrypted_file' | 'too_large_unpacked', cause: unknown): void =>
      settle(() => reject(new ImportFailure(code, { file }, { cause })))
    const timer = setTimeout(() => fail('unreadable_file', `not read within ${limits.ms} ms`), limits.ms)
    worker.on('message', (message: XlsMessage) => {
      if (message.kind === 'failure') fail(message.encrypted ? 'encrypted_file' : 'unreadable_file', message.cause)
      else if (message.kind === 'done') settle(() => resolve(sheets))
      else if (message.kind === 'sheet') sheets.push({ name: message.name, chunks: [] })
      else {
        chars += message.text.length
        if (chars > CSV_CHARS_MAX) fail('too_large_unpacked', `${chars} characters`)
        sheets.at(-1)?.chunks.push(Buffer.from(message.text))
      }
    })
    // Out of memory ends here too.
    worker.on('error', (cause) => fail('unreadable_file', cause))
    worker.on('exit', (status) => fail('unreadable_file', `the reader stopped with ${status}`))
  })
}

/**
 * The sheets of an old BIFF workbook (.xls), as 生意参谋 still exports them. Hidden sheets are left out.
 * Errors: throws `ImportFailure`; `unreadable_file` also when reading takes longer than `limitMs` allows for the file's bytes.
 */
export async function openXls(path: string, name: string, limitMs = timeLimitMs): Promise<SourceTable[]> {
  const { size } = await stat(path)
  if (size > XLS_BYTES_MAX) throw new ImportFailure('too_large_unpacked', { file: name })
  const sheets = await readSheets(path, { name, ms: limitMs(size) })
  if (sheets.length === 0) throw new ImportFailure('no_table_inside', { file: name })
  return sheets.map(({ name: sheet, chunks }) => ({
    name: sheets.length === 1 ? name : `${name}/${sheet}`,
    container: 'xls' as const,
    isSheet: true,
    async *read() {
      yield* chunks
    },
  }))
}

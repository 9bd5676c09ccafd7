import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { readXlsSheets } from './xls-sheets.ts'

/** What the worker says: a sheet begins, its next lines, the end, or why it cannot be read. */
export type XlsMessage =
  | { kind: 'sheet'; name: string }
  | { kind: 'lines'; text: string }
  | { kind: 'done' }
  | { kind: 'failure'; encrypted: boolean; cause: string }

const CHUNK_CHARS = 256 * 1024

const say = (message: XlsMessage): void => parentPort?.postMessage(message)

function* chunksOf(lines: Iterable<string>): Generator<string> {
  let text = ''
  for (const line of lines) {
    text += line
    if (text.length < CHUNK_CHARS) continue
    yield text
    text = ''
  }
  if (text) yield text
}

try {
  for (const { name, lines } of readXlsSheets(readFileSync(String(workerData)))) {
    say({ kind: 'sheet', name })
    for (const text of chunksOf(lines)) say({ kind: 'lines', text })
  }
  say({ kind: 'done' })
} catch (cause) {
  say({ kind: 'failure', encrypted: /password|encrypt/i.test(String(cause)), cause: String(cause) })
}

export const ROW_STATES = ['done', 'part', 'open'] as const
export type RowState = (typeof ROW_STATES)[number]

/** One row of docs/requirements.md. `tests` are paths from the project root. */
export type LedgerRow = { id: string; state: RowState; text: string; tests: string[] }

const ROW = /^\| (P\d+\.\d+) \| ([^|]*) \| (.*) \| ([^|]*) ?\|$/
const isState = (word: string): word is RowState => (ROW_STATES as readonly string[]).includes(word)

function parseRow(line: string): LedgerRow | undefined {
  const cells = ROW.exec(line)
  if (!cells) return undefined
  const [, id = '', state = '', text = '', tests = ''] = cells
  if (!isState(state)) throw new Error(`${id}: state "${state}" is none of ${ROW_STATES.join(', ')}`)
  return { id, state, text, tests: tests.split('<br>').flatMap((t) => t.trim() || []) }
}

/**
 * The rows of the ledger, in its order.
 * Errors: throws on an unknown state, on a row that appears twice, and on a line that begins like a row but is not one.
 */
export function parseLedger(markdown: string): LedgerRow[] {
  const rows = new Map<string, LedgerRow>()
  for (const line of markdown.split('\n')) {
    const row = parseRow(line)
    if (!row && line.startsWith('| P')) throw new Error(`not a ledger row: ${line.slice(0, 60)}`)
    if (!row) continue
    if (rows.has(row.id)) throw new Error(`${row.id} appears twice in the ledger`)
    rows.set(row.id, row)
  }
  return [...rows.values()]
}

/** The same text with the last column of every done or part row replaced by the tests that carry it now. */
export function writeCarriers(markdown: string, carriers: ReadonlyMap<string, readonly string[]>): string {
  const rewrite = (line: string): string => {
    const row = parseRow(line)
    if (!row) return line
    const tests = row.state === 'open' ? [] : (carriers.get(row.id) ?? [])
    return `| ${row.id} | ${row.state} | ${row.text} | ${tests.length ? `${tests.join('<br>')} ` : ''}|`
  }
  return markdown.split('\n').map(rewrite).join('\n')
}

import { readFile } from 'node:fs/promises'
import type { DocumentLine, Grid } from '@zhanggui/plan'
import { ApiFailure } from '../../../http/api-failure.ts'
import { type DocumentBlock, readDocx } from './read-docx.ts'

/** A plan in words: its paragraphs by number, and the tables that stand between them. */
export type PlanDocumentFile = { lines: DocumentLine[]; grids: Grid[] }

export const isDocument = (name: string): boolean => /\.(docx|doc|txt|md|markdown)$/i.test(name)

/** Notes are UTF-8 today and GBK from older programs. Errors: throws `unreadable_file` for bytes that are neither. */
function decodeText(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this encoding: the next one, or none.
    }
  }
  throw new ApiFailure('unreadable_file', { reason: '不是 UTF-8 或 GBK 文字 / neither UTF-8 nor GBK text' })
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-+:?$/.test(cell))

/** Lines of text; lines between bars are the rows of a table, as Markdown writes it. */
function textBlocks(text: string): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (!/^\s*\|.*\|\s*$/.test(line)) {
      blocks.push({ text: line })
      continue
    }
    const cells = cellsOf(line)
    const last = blocks.at(-1)
    if (isRule(cells)) continue
    if (last && 'rows' in last) last.rows.push(cells)
    else blocks.push({ rows: [cells] })
  }
  return blocks
}

/**
 * A plan that was written as a document: Word (.docx), plain text or Markdown. Paragraphs are numbered as they stand, tables apart.
 * Errors: throws `unreadable_file` (an old .doc, bytes that are no text, nothing in it), `payload_too_large`.
 */
export async function readDocument(file: { path: string; name: string }): Promise<PlanDocumentFile> {
  const bytes = await readFile(file.path)
  const isWord = /\.docx?$/i.test(file.name)
  const blocks = isWord ? readDocx(bytes) : textBlocks(decodeText(bytes))
  const lines = blocks.flatMap((block, i) => ('text' in block ? [{ line: i + 1, text: block.text }] : []))
  const grids = blocks.flatMap((block, i): Grid[] =>
    'rows' in block ? [{ file: file.name, sheet: `${i + 1}`, rows: block.rows, merges: [] }] : [],
  )
  if (grids.length > 0 || lines.some(({ text }) => text.trim() !== '')) return { lines, grids }
  throw new ApiFailure('unreadable_file', { reason: '里面没有文字 / there are no words in it' })
}

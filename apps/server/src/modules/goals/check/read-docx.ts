import { strFromU8, unzipSync } from 'fflate'
import { ApiFailure } from '../../../http/api-failure.ts'

/** What a document holds in reading order: a paragraph, or a table as its cells. */
export type DocumentBlock = { text: string } | { rows: string[][] }

const BODY = 'word/document.xml'
/** A packed file can unpack to anything; a year's plan in words is far below. */
const BODY_BYTES_MAX = 32 * 1024 * 1024

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return ENTITIES[name] ?? whole
  })

/** Tags that matter; words that a revision deleted (`w:delText`) are no part of the text. */
const TOKEN = /<(\/?)w:(tbl|tr|tc|p|tab|br|cr)(?:\s[^>]*?)?(\/?)>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g

/** The body's XML. Errors: throws `unreadable_file` when it is no Word document, `payload_too_large`. */
function bodyOf(bytes: Uint8Array): string {
  const failure = new ApiFailure('unreadable_file', {
    reason: '不是 Word（.docx）文档；.doc 请先另存为 .docx / not a Word document',
  })
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name === BODY && originalSize > BODY_BYTES_MAX) throw new ApiFailure('payload_too_large')
        return name === BODY
      },
    })
    const body = parts[BODY]
    if (!body) throw failure
    return strFromU8(body)
  } catch (error) {
    throw error instanceof ApiFailure ? error : failure
  }
}

/** Cells and paragraphs as they are put together; a table inside a cell becomes that cell's words. */
class BlockReader {
  readonly blocks: DocumentBlock[] = []
  #depth = 0
  #rows: string[][] = []
  #text = ''

  open(tag: string): void {
    if (tag === 'tbl' && ++this.#depth === 1) this.#rows = []
    else if (tag === 'tr' && this.#depth === 1) this.#rows.push([])
    else if (tag === 'tc' && this.#depth === 1) this.#text = ''
    else if (tag === 'p' && this.#depth === 0) this.#text = ''
    else if (tag === 'tab' || tag === 'br' || tag === 'cr') this.add(tag === 'tab' ? '\t' : '\n')
  }

  close(tag: string): void {
    if (tag === 'tbl' && --this.#depth === 0) this.blocks.push({ rows: this.#rows })
    else if (tag === 'tc' && this.#depth === 1) this.#rows.at(-1)?.push(this.#text.trim())
    else if (tag === 'p' && this.#depth === 0) this.blocks.push({ text: this.#text.trim() })
    else if (tag === 'p') this.add('\n')
  }

  add(text: string): void {
    this.#text += text
  }
}

/**
 * Paragraphs and tables of a Word document in reading order.
 * Errors: throws `unreadable_file` for anything else, `payload_too_large`.
 */
export function readDocx(bytes: Uint8Array): DocumentBlock[] {
  const reader = new BlockReader()
  for (const [, closing, tag, selfClosing, words] of bodyOf(bytes).matchAll(TOKEN)) {
    if (words !== undefined) reader.add(decodeEntities(words))
    else if (tag && closing) reader.close(tag)
    else if (tag) {
      reader.open(tag)
      if (selfClosing && (tag === 'p' || tag === 'tc')) reader.close(tag)
    }
  }
  return reader.blocks
}

import { isUtf8 } from 'node:buffer'
import { repairMojibake } from '@zhanggui/text'
import type { Dialect } from './dialect.ts'

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const [TAB, LF, CR, UNIT_SEPARATOR] = [0x09, 0x0a, 0x0d, 0x1f]

async function* withoutBom(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true
  for await (const chunk of chunks) {
    yield first && chunk.subarray(0, 3).equals(BOM) ? chunk.subarray(3) : chunk
    first = false
  }
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/** Line by line, because a misreading is undone on whole characters. A line that cannot be put right stays as it is. */
async function* repaired(
  chunks: AsyncIterable<Buffer>,
  kind: NonNullable<Dialect['mojibake']>,
): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  const mend = (bytes: Buffer): Buffer =>
    Buffer.from(
      bytes
        .toString('utf8')
        .split('\n')
        .map((line) =>
          line
            .split(/([,;\t|"\r])/)
            .map((c) => (/[^ -~\s]/.test(c) ? (repairMojibake(c, kind) ?? c) : c))
            .join(''),
        )
        .join('\n'),
    )
  for await (const chunk of chunks) {
    const all = Buffer.concat([rest, chunk])
    const end = all.lastIndexOf(LF) + 1
    if (end > 0) yield mend(all.subarray(0, end))
    rest = Buffer.from(all.subarray(end))
  }
  if (rest.length > 0) yield mend(rest)
}

async function* withByte(chunks: AsyncIterable<Buffer>, from: number, to: number): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const copy = Buffer.from(chunk)
    for (let i = copy.indexOf(from); i >= 0; i = copy.indexOf(from, i + 1)) copy[i] = to
    yield copy
  }
}

/** Runs of blanks to commas; no cell of such a file holds either. */
async function* withCommas(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = ''
  const part = (text: string): string =>
    text
      .split('\n')
      .map((line) =>
        line
          .trim()
          .split(/[^\S\n]+/)
          .join(','),
      )
      .join('\n')
  for await (const chunk of chunks) {
    const all = rest + chunk.toString('latin1')
    const end = all.lastIndexOf('\n') + 1
    rest = all.slice(end)
    if (end > 0) yield Buffer.from(part(all.slice(0, end)), 'latin1')
  }
  if (rest.trim() !== '') yield Buffer.from(part(rest), 'latin1')
}

/** The bytes of a table as UTF-8 text with line feeds (CR LF pairs stay) and one-sign delimiters, without a byte-order mark. */
export function decodeChunks(chunks: AsyncIterable<Buffer>, dialect: Dialect): AsyncIterable<Buffer> {
  let text = withoutBom(chunks)
  if (dialect.encoding !== 'utf-8') text = decoded(text, dialect.encoding)
  if (dialect.mojibake) text = repaired(text, dialect.mojibake)
  if (dialect.bareCr) text = withByte(text, CR, LF)
  if (dialect.delimiter === '\t') text = withByte(text, TAB, UNIT_SEPARATOR)
  return dialect.delimiter === null ? withCommas(text) : text
}

/** The same bytes, or with U+FFFD in place of what is no UTF-8. */
export function asUtf8(bytes: Buffer): { bytes: Buffer; repaired: boolean } {
  if (isUtf8(bytes)) return { bytes, repaired: false }
  return { bytes: Buffer.from(new TextDecoder('utf-8').decode(bytes)), repaired: true }
}

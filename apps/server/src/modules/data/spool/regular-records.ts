const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22]

/** So many records without a quote in a row, and the rest of them is found faster by looking for the next quote. */
const PLAIN_MAX = 32

/** The place behind the closing quote of a cell whose text begins at `from`; -1 when a line ends inside it, or the bytes end. */
function behindQuoted(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === LF) return -1
    if (byte !== QUOTE) continue
    if (bytes[at + 1] !== QUOTE) return at + 1
    at++
  }
  return -1
}

/** The place of the delimiter or line end that ends an unquoted cell; -1 when a quote stands in it, or the bytes end. */
function plainCellEnd(bytes: Buffer, from: number, delimiter: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === delimiter || byte === LF) return at
    if (byte === QUOTE) return -1
  }
  return -1
}

function quotedCellEnd(bytes: Buffer, from: number, delimiter: number): number {
  const at = behindQuoted(bytes, from)
  if (at < 0) return -1
  if (bytes[at] === delimiter || bytes[at] === LF) return at
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 1 : -1
}

/**
 * The records from `start` on that are as they should be: on one line each, quotes only around whole cells and doubled inside.
 * Ends at the first other record, at the end of the bytes, or where quotes have become rare. Every byte is looked at once.
 * Shape: `end` is `start` when the first record is another one already.
 */
export function regularRecords(bytes: Buffer, start: number, delimiter: number): { end: number; records: number } {
  let [end, records, plain] = [start, 0, 0]
  let isPlain = true
  for (let at = start; at < bytes.length && plain < PLAIN_MAX; ) {
    const quoted = bytes[at] === QUOTE
    if (quoted) isPlain = false
    const cellEnd = quoted ? quotedCellEnd(bytes, at + 1, delimiter) : plainCellEnd(bytes, at, delimiter)
    if (cellEnd < 0) break
    at = cellEnd + 1
    if (bytes[cellEnd] !== LF) continue
    end = at
    records++
    plain = isPlain ? plain + 1 : 0
    isPlain = true
  }
  return { end, records }
}

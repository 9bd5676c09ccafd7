/** CRC-32C (Castagnoli), reflected polynomial; eight tables, so that two words are taken at a step. Source: RFC 3720, appendix B.4. */
const POLYNOMIAL = 0x82f63b78
const SLICES = 8

function makeTables(): Int32Array {
  const tables = new Int32Array(SLICES * 256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
    tables[byte] = crc
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256] as number
    tables[i] = (before >>> 8) ^ (tables[before & 0xff] as number)
  }
  return tables
}

const T = makeTables()

const oneWord = (crc: number): number =>
  (T[768 + (crc & 0xff)] as number) ^
  (T[512 + ((crc >>> 8) & 0xff)] as number) ^
  (T[256 + ((crc >>> 16) & 0xff)] as number) ^
  (T[crc >>> 24] as number)

/** Checksum of whole little-endian words from `from` up to `to`, as a signed 32-bit number. `crc32cOf("123456789…")` by words. */
export function crc32cWords(words: Int32Array, from: number, to: number): number {
  let crc = -1
  let i = from
  for (; i + 1 < to; i += 2) {
    const low = crc ^ (words[i] as number)
    const high = words[i + 1] as number
    crc =
      (T[1792 + (low & 0xff)] as number) ^
      (T[1536 + ((low >>> 8) & 0xff)] as number) ^
      (T[1280 + ((low >>> 16) & 0xff)] as number) ^
      (T[1024 + (low >>> 24)] as number) ^
      oneWord(high)
  }
  if (i < to) crc = oneWord(crc ^ (words[i] as number))
  return ~crc
}

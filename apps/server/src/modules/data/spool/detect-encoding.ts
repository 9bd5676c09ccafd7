import { isUtf8 } from 'node:buffer'
import type { Dialect } from './dialect.ts'

/** A sample may end in the middle of a character: up to three bytes are forgiven at its end. */
function isUtf8Sample(sample: Buffer): boolean {
  return [0, 1, 2, 3].some((cut) => isUtf8(sample.subarray(0, sample.length - cut)))
}

function decodes(sample: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

/** ASCII text in UTF-16 has a zero in every other byte. */
function zeroShare(sample: Buffer, offset: 0 | 1): number {
  let zeros = 0
  for (let i = offset; i < sample.length; i += 2) if (sample[i] === 0) zeros++
  return zeros / Math.max(1, sample.length / 2)
}

/** Bytes that stand between columns and lines in UTF-16: comma, tab, digits, CR, LF with their zero half. */
function looksUtf16(sample: Buffer, zeroAt: 0 | 1): boolean {
  return sample.length >= 8 && zeroShare(sample, zeroAt) > 0.2 && zeroShare(sample, zeroAt === 0 ? 1 : 0) < 0.05
}

/**
 * The encoding of a text file from its first bytes: byte-order mark, zero bytes, then the strictest reading that works.
 * GB18030 reads everything that GBK and GB2312 write.
 */
export function detectEncoding(sample: Buffer): Dialect['encoding'] {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  if (looksUtf16(sample, 1)) return 'utf-16le'
  if (looksUtf16(sample, 0)) return 'utf-16be'
  if (isUtf8Sample(sample)) return 'utf-8'
  return decodes(sample, 'gb18030') ? 'gb18030' : 'windows-1252'
}

import { encodeGbk } from './encode-gbk.ts'

/** How a text was misread before it was saved again. */
export type MojibakeKind = 'utf8_read_as_gbk' | 'utf8_read_as_latin1' | 'gbk_read_as_latin1'

// Windows-1252's own places for 0x80–0x9f.
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function encodeLatin1(text: string): Uint8Array | null {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.charCodeAt(0)
    const high = CP1252.indexOf(char)
    if (code < 0x100 && (code < 0x80 || code > 0x9f)) bytes.push(code)
    else if (high >= 0) bytes.push(0x80 + high)
    else if (code < 0x100) bytes.push(code)
    else return null
  }
  return Uint8Array.from(bytes)
}

function decodeStrict(bytes: Uint8Array | null, encoding: string): string | null {
  if (!bytes) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const undo: Record<MojibakeKind, (text: string) => string | null> = {
  utf8_read_as_gbk: (text) => decodeStrict(encodeGbk(text), 'utf-8'),
  utf8_read_as_latin1: (text) => decodeStrict(encodeLatin1(text), 'utf-8'),
  gbk_read_as_latin1: (text) => decodeStrict(encodeLatin1(text), 'gbk'),
}

const hasHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

/**
 * Text that was read with the wrong encoding and saved again, put right.
 * Errors: `null` when this text was not spoilt this way, or characters were lost on the way and it cannot be put right.
 * @example repairMojibake('璁㈠崟缂栧彿', 'utf8_read_as_gbk') // '订单编号'
 */
export const repairMojibake = (text: string, kind: MojibakeKind): string | null => undo[kind](text)

/**
 * Which misreading turned good Chinese into this text. Only texts that become Chinese by undoing it count, and a text that
 * already reads as Chinese must turn into a shorter one (three UTF-8 bytes look like one and a half GBK characters).
 */
export function detectMojibake(text: string): MojibakeKind | null {
  if (!/[^ -~\s]/.test(text)) return null
  for (const kind of ['utf8_read_as_gbk', 'utf8_read_as_latin1', 'gbk_read_as_latin1'] as const) {
    const repaired = undo[kind](text)
    if (repaired !== null && hasHan(repaired) && repaired.length < text.length) return kind
  }
  return null
}

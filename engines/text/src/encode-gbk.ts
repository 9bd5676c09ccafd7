let table: Map<string, number> | undefined

/** GBK's two-byte codes, read from the platform's own decoder so that no table has to be shipped. */
function gbkTable(): Map<string, number> {
  const codes = new Map<string, number>()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if (char.length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, (lead << 8) | trail)
    }
  return codes
}

/**
 * Text to GBK bytes.
 * Errors: `null` when a character has no GBK code.
 */
export function encodeGbk(text: string): Uint8Array | null {
  table ??= gbkTable()
  const bytes: number[] = []
  for (const char of text) {
    const code = char.charCodeAt(0)
    if (code < 0x80) bytes.push(code)
    else if (char === '€') bytes.push(0x80)
    else {
      const pair = table.get(char)
      if (pair === undefined) return null
      bytes.push(pair >> 8, pair & 0xff)
    }
  }
  return Uint8Array.from(bytes)
}

/** Every two-byte code of GBK, read once from the platform's own decoder. */
const CODES = new Map<string, readonly [number, number]>()

function fillCodes(): void {
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\ufffd' && !CODES.has(text)) CODES.set(text, [lead, trail])
    }
}

/**
 * Text as the bytes that 千牛 writes. The platform decodes GBK but does not encode it, so the decoder is turned around.
 * Errors: throws on a character that GBK does not have.
 */
export function encodeGbk(text: string): Buffer {
  if (CODES.size === 0) fillCodes()
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0)
    if (code < 0x80) return [code]
    const pair = CODES.get(character)
    if (!pair) throw new Error(`GBK has no "${character}"`)
    return pair
  })
  return Buffer.from(bytes)
}

import { normaliseHeader } from '@zhanggui/text'

/** FNV-1a over 64 bits; not a secret, only a short name for a set of headers. */
function fnv64(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}

/** The same for two files with the same headers in the same order, however they are spelt. */
export const headerFingerprint = (headers: readonly string[]): string =>
  fnv64(headers.map(normaliseHeader).join('\u001f'))

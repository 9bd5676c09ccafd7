/** RFC 5545, 3.1: lines of at most 75 octets, the blank of a continued line counted. The library forgets the blank. */
const OCTETS_MAX = 75

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

function foldLine(line: string): string {
  let [folded, used] = ['', 0]
  for (const character of line) {
    const size = octets(character)
    if (used + size > OCTETS_MAX) [folded, used] = [`${folded}\r\n `, 1]
    folded += character
    used += size
  }
  return folded
}

/** The text with every line folded again between characters, never within one. */
export const foldLines = (text: string): string => text.replaceAll('\r\n ', '').split('\r\n').map(foldLine).join('\r\n')

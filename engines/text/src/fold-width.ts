/**
 * Full-width letters, digits and punctuation to half width, ideographic space to space; half-width katakana and everything
 * else stays. Chinese full stops and quotes (。「」) have no half-width twin and stay too.
 * @example foldWidth('ＳＫＵ：１２３，') // 'SKU:123,'
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\uffe5]/g, (c) => {
    if (c === '\u3000') return ' '
    if (c === '\uffe5') return '¥'
    return String.fromCharCode(c.charCodeAt(0) - 0xfee0)
  })
}

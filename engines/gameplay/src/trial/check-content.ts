import type { ProgrammeRefusal } from '../programme/refusal.ts'

/** Phone numbers, chat names and links: reports and shown orders are no place for them. */
const CONTACT = /(?:1[3-9]\d{9})|(?:https?:\/\/|www\.)|(?:微信|VX|QQ|手机号)\s*[:：号]?\s*[\w-]{5,}/i

/** Characters that say something: width, spaces and repeats of one sign do not make a report longer. */
const length = (text: string): number =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(.)\1{3,}/gu, '$1').length

/** What keeps a text from being published; null when nothing does. */
export function contentFault(text: string, charsMin: number): ProgrammeRefusal | null {
  if (length(text) < charsMin) return { code: 'too_short' }
  return CONTACT.test(text.normalize('NFKC')) ? { code: 'has_contact' } : null
}

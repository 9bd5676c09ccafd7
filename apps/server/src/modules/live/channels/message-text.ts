import type { NoticeMessage } from './schema.ts'

/** Robots cut what is longer; a storm's message says how many more there are. */
const LINES_MAX = 20

/** The message in Chinese, a line each, as Markdown. */
export function markdownOf({ titleZh, lines, at }: NoticeMessage): string {
  const shown = lines.slice(0, LINES_MAX).map(({ zh, url }) => (url ? `- ${zh} [查看](${url})` : `- ${zh}`))
  const more = lines.length > LINES_MAX ? [`- 另有 ${lines.length - LINES_MAX} 件，请到告警页查看`] : []
  return [`### ${titleZh}`, ...shown, ...more, '', `> ${at}`].join('\n')
}

/** The same as plain text with the English below. */
export const plainTextOf = ({ titleZh, titleEn, lines, at }: NoticeMessage): string =>
  [
    titleZh,
    '',
    ...lines.map(({ zh, url }) => (url ? `${zh}\n${url}` : zh)),
    '',
    '----',
    titleEn,
    '',
    ...lines.map(({ en }) => en),
    '',
    at,
  ].join('\n')

/** At most so many bytes of UTF-8, never half a character. */
export function withinBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  let cut = text.slice(0, bytes)
  while (Buffer.byteLength(cut) > bytes - 3) cut = cut.slice(0, -1)
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`
}

/** Width of a text in ems: a Chinese letter is one em wide, a Latin one about half. */
export function textEms(text: string): number {
  let ems = 0
  for (const letter of text) ems += /[\u2e80-\uffef]/u.test(letter) ? 1 : /[A-Z%¥£−+]/.test(letter) ? 0.85 : 0.54
  return ems
}

/** Lines that a text takes in a box so many ems wide; each line break begins a line. */
export const linesOf = (text: string, emsPerLine: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textEms(line) / Math.max(1, emsPerLine))), 0)

/** Cuts a text into pieces of at most so many lines, at line ends where there are some. */
export function cutText(text: string, { emsPerLine, lines }: { emsPerLine: number; lines: number }): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const part of text.split('\n').flatMap((line) => cutLine(line, emsPerLine * lines))) {
    const longer = piece === '' ? part : `${piece}\n${part}`
    if (piece !== '' && linesOf(longer, emsPerLine) > lines) {
      pieces.push(piece)
      piece = part
    } else piece = longer
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** A line longer than a page is cut after a sentence, else where the page ends. */
function cutLine(line: string, emsMax: number): string[] {
  if (textEms(line) <= emsMax) return [line]
  const letters = [...line]
  let ems = 0
  let at = 0
  while (at < letters.length && ems <= emsMax * 0.95) ems += textEms(letters[at++] ?? '')
  const head = letters.slice(0, at).join('')
  const stop = Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'), head.lastIndexOf('. '))
  const cut = stop > head.length / 2 ? stop + 1 : head.length
  return [head.slice(0, cut), ...cutLine(head.slice(cut) + letters.slice(at).join(''), emsMax)]
}

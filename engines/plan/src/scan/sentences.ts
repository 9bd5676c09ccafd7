/** A sentence and where it begins in the text. */
export type Sentence = { text: string; start: number }

/** Sentences of a text, cut at full stops, semicolons, question marks and line breaks; blanks at their ends left out. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const { 0: part, index } of text.matchAll(/[^。；;！!？?\n\r]+/g)) {
    const trimmed = part.trim()
    if (trimmed) sentences.push({ text: trimmed, start: index + part.indexOf(trimmed) })
  }
  return sentences
}

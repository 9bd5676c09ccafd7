import { foldWidth, toSimplified } from '@zhanggui/text'
import type { Tool } from './tool.ts'

/** A tool that a text names: the words as they stand there. */
export type ToolMention = { tool: Tool; word: string; at: number }

/** One character for one character, so that places in the text stay. */
const fold = (text: string): string => {
  const folded = toSimplified(foldWidth(text)).toLowerCase()
  return folded.length === text.length ? folded : text.toLowerCase()
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char)

/** `DMP` inside `DMPs` is no mention; Chinese words have no such border. */
const standsAlone = (text: string, at: number, word: string): boolean =>
  !(isLatin(word[0]) && isLatin(text[at - 1])) && !(isLatin(word.at(-1)) && isLatin(text[at + word.length]))

/** Names of the tools, the longest first: 超级钻展 is not 钻展. */
function namesOf(tools: readonly Tool[]): { word: string; tool: Tool }[] {
  const names = tools.flatMap((tool) => [tool.name, ...tool.aliases].map((word) => ({ word: fold(word), tool })))
  return names.filter(({ word }) => word !== '').toSorted((a, b) => b.word.length - a.word.length)
}

/**
 * The tools that a text names, in the order of the text. Width, case and script do not matter; of names that overlap the longest
 * counts. Shape: one entry a mention.
 * @example findTools('聚划算、钻石展位', DEFAULT_TOOLS).map(({ tool }) => tool.name) // ['聚划算', '钻展']
 */
export function findTools(text: string, tools: readonly Tool[]): ToolMention[] {
  const folded = fold(text)
  const found: ToolMention[] = []
  const taken = new Uint8Array(folded.length)
  for (const { word, tool } of namesOf(tools))
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      if (taken.subarray(at, at + word.length).includes(1) || !standsAlone(folded, at, word)) continue
      taken.fill(1, at, at + word.length)
      found.push({ tool, word: text.slice(at, at + word.length), at })
    }
  return found.toSorted((a, b) => a.at - b.at)
}

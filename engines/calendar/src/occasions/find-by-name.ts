import type { OccasionRule } from './occasion.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** Words that name an occasion, longest first, so that `双11` is not read in `11` and `99大促` not in `99`. */
const namesOf = (rule: OccasionRule): string[] => [rule.nameZh, rule.nameEn, ...(rule.aliases ?? [])].map(plain)

/** A name of digits must stand alone: `618` is not in `1618` or `618元`. */
function contains(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at < 0) return false
  if (!/^\d+$/.test(name)) return true
  return !/\d/.test(text[at - 1] ?? '') && !/[\d元%]/.test(text[at + name.length] ?? '')
}

/**
 * The occasion that a text speaks of, by name or alias; the longest name wins. Undefined when it names none.
 * @example findOccasionByName('天猫双十一大促', TMALL_OCCASIONS)?.id // 'double11'
 */
export function findOccasionByName(text: string, rules: readonly OccasionRule[]): OccasionRule | undefined {
  const within = plain(text)
  let found: { rule: OccasionRule; length: number } | undefined
  for (const rule of rules)
    for (const name of namesOf(rule))
      if (contains(within, name) && name.length > (found?.length ?? 0)) found = { rule, length: name.length }
  return found?.rule
}

import type { SurveyWords } from './strings.ts'

/** What a change rests on: the option of a question, a score below its goal, or own words. */
export function basisText(
  { question, option }: { question: number; option: string | null },
  kind: string | undefined,
  t: SurveyWords,
): string {
  if (option !== null) return t.asks(String(question), option)
  return kind === 'scale' ? t.belowGoal(String(question)) : t.ownWords(String(question))
}

import type { SettingProblem } from './game.ts'

export const problem = (field: string, code: string, zh: string, en: string): SettingProblem => ({
  field,
  code,
  zh,
  en,
})

/** A whole number between two bounds, both included; one problem otherwise. */
export function wholeBetween(
  value: unknown,
  field: string,
  bounds: { min: number; max: number; zh: string },
): SettingProblem[] {
  const { min, max, zh } = bounds
  if (Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max) return []
  return [
    problem(
      field,
      'not_whole_between',
      `${zh}要是 ${min} 到 ${max} 之间的整数`,
      `${field} needs a whole number from ${min} to ${max}`,
    ),
  ]
}

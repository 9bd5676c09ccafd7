import { strings } from './strings.ts'

type Word = {
  [K in keyof typeof strings.zh]: (typeof strings.zh)[K] extends string ? K : never
}[keyof typeof strings.zh]

/** Whether a setting has its word here. */
export const isGameWord = (key: string): key is Word => typeof (strings.zh as Record<string, unknown>)[key] === 'string'

import { usePreferences } from '../preferences/use-preferences.ts'

export type Language = 'zh' | 'en'

type Entry = string | ((...values: never[]) => string)
type Table = Record<string, Entry>

/** Both languages of one area. English must have exactly the words that Chinese has; the compiler sees to it. */
export type Strings<T extends Table> = { zh: T; en: T }

/**
 * Declares the words of a page or area; one `strings.ts` beside the pages that use it.
 * @example
 * export const strings = defineStrings({ title: '导入', rows: (n: string) => `${n} 行` }, { title: 'Import', rows: (n) => `${n} rows` })
 */
export function defineStrings<T extends Table>(zh: T, en: NoInfer<T>): Strings<T> {
  return { zh, en }
}

export const useLanguage = (): Language => usePreferences().language

/** The words in the reader's language. */
export function useStrings<T extends Table>(strings: Strings<T>): T {
  return strings[useLanguage()]
}

/** A text that comes in both languages, such as a page title. */
export type Text = { zh: string; en: string }

/** The name of a metric, dimension, format or resource in a language. */
export const nameOf = (thing: { nameZh: string; nameEn: string }, language: Language): string =>
  language === 'zh' ? thing.nameZh : thing.nameEn

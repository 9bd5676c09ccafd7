export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text in both languages, as every message of this project has it. */
export type Bilingual = { zh: string; en: string }

/** Chinese unless asked otherwise. */
export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text)

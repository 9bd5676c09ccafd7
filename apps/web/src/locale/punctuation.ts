import type { Language } from './strings.ts'

/** Several things in one sentence. @example listed(['日期', '金额'], 'zh') // '日期、金额' */
export const listed = (things: readonly string[], language: Language): string =>
  things.join(language === 'zh' ? '、' : ', ')

/** Whole clauses in one sentence. @example clauses(['2 days', '1 day'], 'en') // '2 days; 1 day' */
export const clauses = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh' ? '；' : '; ')

/** A label and what it says. @example labelled('原因', '调价', 'zh') // '原因：调价' */
export const labelled = (label: string, text: string, language: Language): string =>
  `${label}${language === 'zh' ? '：' : ': '}${text}`

/** A remark behind a name; the name alone without one. @example remarked('Paid', 'required', 'en') // 'Paid (required)' */
export function remarked(name: string, remark: string, language: Language): string {
  if (remark === '') return name
  return language === 'zh' ? `${name}（${remark}）` : `${name} (${remark})`
}

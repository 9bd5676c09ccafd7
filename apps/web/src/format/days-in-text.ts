import type { Language } from '../locale/strings.ts'
import { fullDay } from './period.ts'

const DAY = /(\s?)(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-])(\s?)/g

/**
 * A sentence of the server with its days as people write them; Chinese needs no blank around them.
 * @example daysInText('应在 2026-09-30 前完成', 'zh') // '应在2026年9月30日前完成'
 */
export const daysInText = (text: string, language: Language): string =>
  text.replaceAll(DAY, (_, before: string, day: string, after: string) =>
    language === 'zh' ? fullDay(day, language) : `${before}${fullDay(day, language)}${after}`,
  )

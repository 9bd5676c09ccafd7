import { type BusinessDay, isBusinessDay } from '@zhanggui/kernel'
import { InvalidArgumentError } from 'commander'
import { parseList } from './parse-list.ts'

/** Readers of option values; commander names the option in front of what they say. */
export function parseDayOption(text: string): BusinessDay {
  if (isBusinessDay(text)) return text
  throw new InvalidArgumentError('日期请写成 YYYY-MM-DD / write an existing day as YYYY-MM-DD')
}

export function parsePositiveOption(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value > 0 && Number.isFinite(value)) return value
  throw new InvalidArgumentError('需要大于 0 的数 / a number above 0 is needed')
}

export function parseCountOption(text: string): number {
  const value = parsePositiveOption(text)
  if (Number.isSafeInteger(value)) return value
  throw new InvalidArgumentError('需要大于 0 的整数 / a whole number above 0 is needed')
}

export function parseNamesOption(text: string): string[] {
  const names = parseList(text)
  if (names.length > 0) return names
  throw new InvalidArgumentError('至少写一个名称，用逗号分隔 / at least one name, parted by commas')
}

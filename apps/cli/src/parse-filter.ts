import type { Filter } from '@zhanggui/contract'
import { usageFailure } from './cli-failure.ts'

const FILTER = /^([A-Za-z][A-Za-z0-9]*)(!?=)(.+)$/

/** Values are parted by commas; `\,` is a comma within a value. */
const splitValues = (text: string): string[] =>
  text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',').trim())

/**
 * A condition as typed.
 * Errors: throws a usage failure on anything that is not `dimension=value,…` or `dimension!=value,…`.
 * @example parseFilter('channel!=搜索,推荐') // { dimension: 'channel', op: 'notIn', values: ['搜索', '推荐'] }
 */
export function parseFilter(text: string): Filter {
  const [, dimension = '', sign = '', list = ''] = FILTER.exec(text) ?? []
  const values = splitValues(list).filter((value) => value !== '')
  if (dimension && values.length > 0) return { dimension, op: sign === '!=' ? 'notIn' : 'in', values }
  throw usageFailure('bad_filter', {
    zh: `筛选条件“${text}”看不懂。请写成 channel=搜索,推荐 或 channel!=直播。`,
    en: `The filter "${text}" is not understood. Write channel=搜索,推荐 or channel!=直播.`,
  })
}

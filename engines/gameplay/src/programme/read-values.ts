import { err, isBusinessDay, ok, type Result } from '@zhanggui/kernel'
import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import type { Field, Fields, ValuesOf } from './field.ts'

const isWithin = (value: unknown, { min = 0, max = Number.MAX_SAFE_INTEGER }: Field): boolean =>
  Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max

const isText = (value: unknown, { min = 0, max = 200 }: Field): boolean =>
  typeof value === 'string' && value.trim().length >= min && value.length <= max

const numberWords = ({ min, max }: Field) => ({
  zh: `要是 ${min} 到 ${max} 之间的整数`,
  en: `needs a whole number from ${min} to ${max}`,
})
const textWords = ({ min, max }: Field) => ({
  zh: `要有 ${min} 到 ${max} 个字`,
  en: `needs ${min} to ${max} characters`,
})
const listWords = ({ min, max }: Field) => ({ zh: `要有 ${min} 到 ${max} 项`, en: `needs ${min} to ${max} entries` })

/** What is wrong with one value, in words; null when it is right. Rows are looked into by `readValues`. */
function faultOf(value: unknown, field: Field): { zh: string; en: string } | null {
  switch (field.kind) {
    case 'money':
    case 'count':
    case 'percent':
    case 'odds':
      return isWithin(value, field) ? null : numberWords(field)
    case 'text':
    case 'sku':
      return isText(value, field) ? null : textWords(field)
    case 'flag':
      return typeof value === 'boolean' ? null : { zh: '要说是或否', en: 'needs yes or no' }
    case 'day':
      return typeof value === 'string' && isBusinessDay(value)
        ? null
        : { zh: '要是日期 YYYY-MM-DD', en: 'needs a day, YYYY-MM-DD' }
    case 'choice':
      return choiceFault(value, field)
    case 'skus':
      return listFault(value, field)
    case 'rows':
      return Array.isArray(value) && isWithin(value.length, field) ? null : listWords(field)
  }
}

function choiceFault(value: unknown, { choices = [] }: Field) {
  if (choices.some((choice) => choice.value === value)) return null
  const values = choices.map((choice) => choice.value).join(', ')
  return { zh: `要是其中之一：${values}`, en: `needs one of ${values}` }
}

function listFault(value: unknown, field: Field) {
  const isSound = (entry: unknown) => typeof entry === 'string' && entry !== '' && entry.length <= 80
  return Array.isArray(value) && isWithin(value.length, field) && value.every(isSound) ? null : listWords(field)
}

const isLeftOut = (value: unknown): boolean => value === undefined || value === null

function readField(value: unknown, field: Field, at: string): { value: unknown; problems: SettingProblem[] } {
  if (isLeftOut(value) && field.optional) return { value: null, problems: [] }
  const fault = faultOf(value, field)
  if (fault) return { value, problems: [problem(at, 'bad_value', `${field.zh}${fault.zh}`, `${field.en} ${fault.en}`)] }
  if (field.kind !== 'rows') return { value: typeof value === 'string' ? value.trim() : value, problems: [] }
  const read = (value as unknown[]).map((row, i) => readValues(field.fields ?? {}, row, `${at}[${i}].`))
  return {
    value: read.map((row) => (row.ok ? row.value : {})),
    problems: read.flatMap((row) => (row.ok ? [] : row.error)),
  }
}

/**
 * Values from outside as the fields ask for them. Shape: every field, `null` where an optional one is left out.
 * Errors: every problem at once, each with its place; a name that no field has is one, so that a slip of the pen shows.
 */
export function readValues<F extends Fields>(
  fields: F,
  input: unknown,
  at = '',
): Result<ValuesOf<F>, readonly SettingProblem[]> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return err([problem(at, 'bad_value', '要是一组值', 'needs a set of values')])
  const given = new Map(Object.entries(input))
  const unknown = [...given.keys()].filter((name) => !(name in fields))
  const read = Object.entries(fields).map(
    ([name, field]) => [name, readField(given.get(name), field, `${at}${name}`)] as const,
  )
  const problems = [
    ...read.flatMap(([, { problems }]) => problems),
    ...unknown.map((name) => problem(`${at}${name}`, 'unknown_field', `没有“${name}”这一项`, `there is no "${name}"`)),
  ]
  if (problems.length > 0) return err(problems)
  return ok(Object.fromEntries(read.map(([name, { value }]) => [name, value])) as ValuesOf<F>)
}

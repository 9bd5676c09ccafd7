import { CommanderError } from 'commander'
import { describe, expect, test } from 'vitest'
import { CliFailure } from './cli-failure.ts'
import { describeFailure } from './describe-failure.ts'
import { EXIT } from './exit-codes.ts'
import { createProgressBar, progressLine } from './output/progress-bar.ts'
import { parseFilter } from './parse-filter.ts'
import { parseList } from './parse-list.ts'

describe('a filter', () => {
  test.each([
    ['channel=搜索', { dimension: 'channel', op: 'in', values: ['搜索'] }],
    ['channel=搜索, 推荐', { dimension: 'channel', op: 'in', values: ['搜索', '推荐'] }],
    ['channel!=搜索,推荐', { dimension: 'channel', op: 'notIn', values: ['搜索', '推荐'] }],
    ['title=a=b', { dimension: 'title', op: 'in', values: ['a=b'] }],
    ['title=红\\,大码,蓝', { dimension: 'title', op: 'in', values: ['红,大码', '蓝'] }],
  ])('%s is understood', (text, filter) => {
    expect(parseFilter(text)).toEqual(filter)
  })

  test.each(['', 'channel', 'channel=', 'channel=,', '=搜索', 'channel>3'])('%j is refused with an example', (text) => {
    expect(() => parseFilter(text)).toThrow('Write channel=')
  })
})

test('a list may have blanks and a comma too many', () => {
  expect(parseList(' gmv, paid,,orders ')).toEqual(['gmv', 'paid', 'orders'])
})

describe('a failure', () => {
  class Refusal extends Error {
    readonly code = 'home_in_use'
  }
  class ApiShaped extends Error {
    toBody = () => ({ error: { code: 'unknown_store', message: '没有', messageEn: 'none' } })
  }

  test.each([
    ['a wrong command line', new CommanderError(1, 'commander.unknownOption', 'error: x'), 'usage', EXIT.usage],
    ['a home in use', new Refusal('忙\nbusy'), 'home_in_use', EXIT.homeInUse],
    ['a failure of the server', new ApiShaped(), 'unknown_store', EXIT.failed],
    ['one of our own', new CliFailure('no_file', { zh: '没有', en: 'none' }), 'no_file', EXIT.failed],
    ['a bug', new TypeError('x is not a function'), 'failed', EXIT.failed],
    ['a thrown text', 'oops', 'failed', EXIT.failed],
  ])('%s has a code for scripts', (_name, error, code, exitCode) => {
    expect(describeFailure(error)).toMatchObject({ code, exitCode })
  })

  test('an error that carries its English apart keeps both', () => {
    expect(describeFailure(Object.assign(new Error('忙'), { messageEn: 'busy' })).text).toEqual({
      zh: '忙',
      en: 'busy',
    })
  })

  test('the two lines of a server error are its two languages', () => {
    expect(describeFailure(new Refusal('忙\nbusy')).text).toEqual({ zh: '忙', en: 'busy' })
  })
})

test('the reason for a refused option is told in each language apart', () => {
  const message = "error: option '--from <day>' argument 'x' is invalid. 写日期 / write a day"
  const { text } = describeFailure(new CommanderError(1, 'commander.invalidArgument', message))
  expect(text.zh).toContain('写日期。')
  expect(text.zh).not.toContain('write a day')
  expect(text.en).toContain('write a day.')
  expect(text.en).not.toContain('写日期')
})

describe('progress', () => {
  test('is half a bar at one half', () => {
    expect(progressLine({ label: '读取', share: 0.5 })).toBe('████████████░░░░░░░░░░░░  50% 读取')
  })

  test('is not 100 % before the end', () => {
    expect(progressLine({ label: '', share: 0.999 })).toContain(' 99%')
  })

  test('writes nothing where the output is no terminal', () => {
    const written: string[] = []
    const bar = createProgressBar({ write: (text) => written.push(text) })
    bar.show({ label: 'x', share: 0.1 })
    bar.clear()
    expect(written).toEqual([])
  })
})
